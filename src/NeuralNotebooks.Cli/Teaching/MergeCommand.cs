namespace NeuralNotebooks.Cli;

internal sealed class MergeCommand : NnCommand
{
    private readonly Argument<string[]> _folders = new("DIR")
    {
        Description = "The results of the shards.",
        Arity = ArgumentArity.OneOrMore,
    };
    private readonly Option<string> _output = PathOptions.Output("Where the merged results go.", isRequired: true);
    private readonly Option<string[]> _imports = SharedOptions.Imports();
    private readonly Option<bool> _partial = SharedOptions.Partial();

    public MergeCommand(CommandContext context)
        : base("merge", "Merges the results of all shards; lists what is missing or duplicated.", context)
    {
        AddAll(_folders, _output, _imports, _partial);
        Examples = [("nn grade merge shards/* --output graded", "merges the results of several machines")];
        ExitCodes =
        [
            (ExitCode.Passed, "every submission was graded by one shard"),
            (ExitCode.Failed, "a submission is missing, duplicated or not graded: it is named"),
            (ExitCode.NotFound, "a folder was not found"),
            (ExitCode.UnusableInput, "there are no results, or they cannot be read"),
        ];
        SetAction(parsed => Run(
            parsed.GetRequiredValue(_folders), parsed.GetRequiredValue(_output), parsed.GetValue(_imports) ?? [],
            parsed.GetValue(_partial)));
    }

    private int Run(string[] folders, string output, string[] imports, bool isPartial)
    {
        string[] missing = [.. folders.Where(folder => !Directory.Exists(folder))];
        foreach (string folder in missing)
            Terminal.WriteError($"There is no folder {folder}.");
        if (missing.Length > 0)
            return ExitCode.NotFound;
        var store = new GradingStore(output);
        if (folders.Any(folder => Path.GetFullPath(folder) == store.Path))
            return Terminal.Fail(ExitCode.Usage, $"{output} is one of the shards: choose another --output.");
        MergeReport merge = new ShardMerge(store).Run([.. folders.Select(Path.GetFullPath)]);
        if (merge.IsRefused)
        {
            foreach (string problem in merge.Problems)
                Terminal.WriteError(problem);
            return ExitCode.Failed;
        }
        if (merge.Submissions.Count == 0)
            return Terminal.Fail(ExitCode.UnusableInput, $"There are no results in {string.Join(", ", folders)}.");
        store.Withdraw(merge.Submissions, _ => true);
        WrittenResults written = ResultsStep.Write(store, isPartial, merge.Submissions, platforms: imports);
        foreach (string note in merge.Notes.Concat(written.Problems))
            Terminal.WriteNote(note);
        foreach (string problem in merge.Problems.Concat(written.NotGraded))
            Terminal.WriteError(problem);
        Terminal.WriteLine(
            $"{Readable.Count(merge.Submissions.Count, "submission")} merged. Results: "
                + Path.Combine(store.Path, ResultFiles.Grades));
        return merge.Problems.Count > 0 || written.NotGraded.Count > 0 ? ExitCode.Failed : ExitCode.Passed;
    }
}
