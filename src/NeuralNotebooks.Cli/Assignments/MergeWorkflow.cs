using NeuralNotebooks.Classroom;

namespace NeuralNotebooks.Cli;

/// <summary><c>nn grade merge</c>: merges the results of all shards into one.</summary>
internal sealed class MergeWorkflow(Terminal terminal)
{
    public int Run(IReadOnlyList<string> folders, string output, IReadOnlyList<string> imports)
    {
        string[] missing = [.. folders.Where(folder => !Directory.Exists(folder))];
        foreach (string folder in missing)
            terminal.Error.WriteLine(PrintableText.Of($"There is no folder {folder}."));
        if (missing.Length > 0)
            return ExitCode.NotFound;
        var store = new GradingStore(output);
        if (folders.Any(folder => Path.GetFullPath(folder) == store.Path))
        {
            terminal.Error.WriteLine(PrintableText.Of($"{output} is one of the shards: choose another --output."));
            return ExitCode.Usage;
        }
        try
        {
            var merge = new ShardMerge(store);
            merge.Run([.. folders.Select(Path.GetFullPath)]);
            if (merge.IsRefused)
            {
                foreach (string problem in merge.Problems)
                    terminal.Error.WriteLine(PrintableText.Of(problem));
                return ExitCode.CellFailed;
            }
            if (merge.Submissions.Count == 0)
            {
                terminal.Error.WriteLine(PrintableText.Of($"There are no results in {string.Join(", ", folders)}."));
                return ExitCode.NotCSharp;
            }
            store.Withdraw(merge.Submissions, (_, _) => true);
            var files = new ResultFiles(store, StudentList.Read(store.Path));
            files.Write(merge.Submissions, new Dictionary<(string, string), (TimeSpan, TimeSpan)>(), imports);
            ClassReport.Write(store.Path);
            foreach (string note in merge.Notes.Concat(files.Problems))
                terminal.Error.WriteLine(PrintableText.Of($"note: {note}"));
            foreach (string problem in merge.Problems)
                terminal.Error.WriteLine(PrintableText.Of(problem));
            foreach (string ungraded in files.NotGraded)
                terminal.Error.WriteLine(PrintableText.Of(ungraded));
            terminal.Output.WriteLine(
                $"{merge.Submissions.Count} submissions merged. Results: {Path.Combine(store.Path, ResultFiles.Grades)}"
            );
            return merge.Problems.Count > 0 || files.NotGraded.Count > 0 ? ExitCode.CellFailed : ExitCode.Passed;
        }
        catch (FormatException e)
        {
            terminal.Error.WriteLine(PrintableText.Of(e.Message));
            return ExitCode.NotCSharp;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.Error.WriteLine(PrintableText.Of(e.Message));
            return ExitCode.CellFailed;
        }
    }
}
