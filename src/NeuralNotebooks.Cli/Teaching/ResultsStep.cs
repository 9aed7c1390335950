namespace NeuralNotebooks.Cli;

/// <summary>Writes the files that follow from stored results and the teacher's tables, without running
/// anything.</summary>
internal static class ResultsStep
{
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
