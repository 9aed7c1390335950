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

        string pagesFolder = Path.GetFullPath(output ?? Path.Combine(graded, ResultFolder.Feedback));
        try
        {
            (int pages, IReadOnlyList<string> problems) = FeedbackPages.Write(
                graded, pagesFolder, withIds: output is not null);
            ClassReport.Write(graded); // The teacher's page then links to the feedback pages.
            foreach (string problem in problems)
                terminal.WriteError(problem);
            terminal.WriteLine($"{Readable.Count(pages, "page")} in {pagesFolder}");
            return problems.Count > 0 ? ExitCode.Failed : ExitCode.Passed;
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
        {
            return terminal.Fail(ExitCode.Failed, e.Message);
        }
    }
}
