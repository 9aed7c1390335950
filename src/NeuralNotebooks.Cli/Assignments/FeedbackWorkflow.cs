namespace NeuralNotebooks.Cli;

/// <summary><c>nn feedback</c>, step by step: read the results, write the students' pages, link them on the teacher's
/// page.</summary>
internal sealed class FeedbackWorkflow(Terminal terminal)
{
    /// <param name="graded">The folder with the results.</param>
    /// <param name="output">The folder for the pages; null for the default.</param>
    public int Run(string graded, string? output)
    {
        if (new GradingStore(graded).List().Count == 0)
            return terminal.Fail(
                ExitCode.NotFound,
                $"There are no results in {graded}. Make them first: nn grade SUBMITTED --source SOURCE "
                    + $"--output {graded}");

        string pagesFolder = Path.GetFullPath(output ?? Path.Combine(graded, FeedbackPages.DefaultFolder));
        try
        {
            (int pages, IReadOnlyList<string> unreadable) = FeedbackPages.Write(graded, pagesFolder);
            if (output is not null)
                Rename(pagesFolder, StudentList.Read(graded).Names);
            ClassReport.Write(graded); // The teacher's page then links to the feedback pages.
            foreach (string name in unreadable)
                terminal.WriteError($"{name}: its results cannot be read; grade it again.");
            terminal.WriteLine($"{Readable.Count(pages, "page")} in {pagesFolder}");
            return unreadable.Count > 0 ? ExitCode.Failed : ExitCode.Passed;
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
        {
            return terminal.Fail(ExitCode.Failed, e.Message);
        }
    }

    /// <summary>Moves the pages that were graded without names to folders with the students' ids. Other files in these
    /// folders are kept.</summary>
    private static void Rename(string pages, IReadOnlyDictionary<string, string> names)
    {
        foreach ((string student, string id) in names)
        {
            string from = Path.Combine(pages, student),
                to = Path.Combine(pages, id);
            if (!Directory.Exists(from))
                continue;
            foreach (string page in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).ToArray())
            {
                string moved = Path.Combine(to, Path.GetRelativePath(from, page));
                Directory.CreateDirectory(Path.GetDirectoryName(moved)!);
                File.Move(page, moved, overwrite: true);
            }
            Directory.Delete(from, recursive: true);
        }
    }
}
