namespace NeuralNotebooks.Cli;

/// <summary>Writes the files that follow from stored results and the teacher's tables, without running
/// anything.</summary>
internal static class ResultsStep
{
    public static int NoResults(Terminal terminal, string graded) =>
        terminal.Fail(
            ExitCode.NotFound,
            $"There are no results in {graded}. Make them first: nn grade SUBMITTED --source SOURCE --output {graded}");

    /// <summary>Writes grades, reports and the teacher's pages, and the students' pages if the results have
    /// them.</summary>
    public static WrittenResults Write(
        GradingStore store, bool isPartial, IEnumerable<SubmissionKey> submissions,
        IReadOnlyDictionary<SubmissionKey, (TimeSpan Duration, TimeSpan Cpu)>? durations = null,
        params IReadOnlyList<string> platforms)
    {
        WrittenResults written =
            new ResultFiles(store) { IsPartial = isPartial }.Write(submissions, durations, platforms);
        string feedback = Path.Combine(store.Path, ResultFolder.Feedback);
        if (Directory.Exists(feedback))
            FeedbackPages.Write(store.Path, feedback);
        ClassReport.Write(store.Path); // It links the students' pages.
        return written;
    }
}
