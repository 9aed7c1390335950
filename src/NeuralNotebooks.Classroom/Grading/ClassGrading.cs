namespace NeuralNotebooks.Classroom;

/// <summary>Grades the submissions of a class, several at a time, and stores each as soon as it is graded.</summary>
/// <param name="sources">The assignments.</param>
/// <param name="judge">The judge.</param>
/// <param name="store">Where the results go.</param>
/// <param name="options">How it is graded.</param>
public sealed class ClassGrading(
    IReadOnlyList<AssignmentSource> sources,
    Judge judge,
    GradingStore store,
    GradingOptions options
)
{
    private readonly Dictionary<string, Lazy<SubmissionGrader>> _graders = sources.ToDictionary(
        source => source.Name,
        source => new Lazy<SubmissionGrader>(() => new SubmissionGrader(source, judge, options)));

    /// <summary>Grades submissions.</summary>
    /// <param name="submissions">The submissions.</param>
    /// <param name="progress">Receives each as soon as it is stored.</param>
    /// <param name="cancellation">Cancels it; what is already stored is kept.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public Task RunAsync(
        IEnumerable<Submission> submissions,
        IProgress<GradedRun> progress,
        CancellationToken cancellation
    ) =>
        Parallel.ForEachAsync(
            submissions,
            new ParallelOptions { MaxDegreeOfParallelism = options.Jobs, CancellationToken = cancellation },
            async (submission, token) =>
            {
                GradedSubmission? stored = options.Resume ? store.Read(submission.Key) : null;
                GradedRun run = await GradeAsync(submission, stored, token);
                try
                {
                    if (!ReferenceEquals(run.Submission, stored))
                        store.Write(run.Submission);
                }
                catch (Exception e) when (e is IOException or UnauthorizedAccessException)
                {
                    string problem = $"The results cannot be written: {e.Message}";
                    run = run with { Submission = run.Submission with { Problem = problem } };
                }
                progress.Report(run);
            }
        );

    /// <summary>Grades a submission, and stores nothing.</summary>
    /// <param name="submission">The submission.</param>
    /// <param name="stored">Its stored results, reused where still valid; null to start from scratch.</param>
    /// <param name="cancellation">Ends it.</param>
    public Task<GradedRun> GradeAsync(Submission submission, GradedSubmission? stored, CancellationToken cancellation)
        => _graders[submission.Assignment].Value.GradeAsync(submission, stored, cancellation);
}
