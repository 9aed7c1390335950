namespace NeuralNotebooks.Cli;

/// <summary><c>nn grade merge</c>: merges the results of all shards into one.</summary>
internal sealed class MergeWorkflow(Terminal terminal)
{
    /// <param name="folders">The folders with the results of the shards.</param>
    /// <param name="output">The folder for the merged results.</param>
    /// <param name="imports">The platforms for which to write import files of the grades.</param>
    public int Run(IReadOnlyList<string> folders, string output, IReadOnlyList<string> imports)
    {
        string[] missing = [.. folders.Where(folder => !Directory.Exists(folder))];
        foreach (string folder in missing)
            terminal.WriteError($"There is no folder {folder}.");
        if (missing.Length > 0)
            return ExitCode.NotFound;
        var store = new GradingStore(output);
        if (folders.Any(folder => Path.GetFullPath(folder) == store.Path))
            return terminal.Fail(ExitCode.Usage, $"{output} is one of the shards: choose another --output.");
        try
        {
            var merge = new ShardMerge(store);
            merge.Run([.. folders.Select(Path.GetFullPath)]);
            if (merge.IsRefused)
            {
                foreach (string problem in merge.Problems)
                    terminal.WriteError(problem);
                return ExitCode.Failed;
            }
            if (merge.Submissions.Count == 0)
                return terminal.Fail(ExitCode.UnusableInput, $"There are no results in {string.Join(", ", folders)}.");
            store.Withdraw(merge.Submissions, _ => true);
            var files = new ResultFiles(store);
            files.Write(merge.Submissions, platforms: imports);
            ClassReport.Write(store.Path);
            foreach (string note in merge.Notes.Concat(files.Problems))
                terminal.WriteNote(note);
            foreach (string problem in merge.Problems.Concat(files.NotGraded))
                terminal.WriteError(problem);
            terminal.WriteLine(
                $"{Readable.Count(merge.Submissions.Count, "submission")} merged. Results: "
                    + Path.Combine(store.Path, ResultFiles.Grades));
            return merge.Problems.Count > 0 || files.NotGraded.Count > 0 ? ExitCode.Failed : ExitCode.Passed;
        }
        catch (FormatException e)
        {
            return terminal.Fail(ExitCode.UnusableInput, e.Message);
        }
    }
}
