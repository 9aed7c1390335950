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
    /// <param name="progress">Receives each as soon as it is stored, and how many there are.</param>
    /// <param name="cancellation">Cancels it; what is already stored is kept.</param>
    /// <returns>What remains in memory of all that was graded.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<IReadOnlyList<GradedRun>> RunAsync(
        IEnumerable<Submission> submissions,
        Action<GradedRun, int> progress,
        CancellationToken cancellation
    )
    {
        Lock gate = new();
        List<GradedRun> runs = [];
        await Parallel.ForEachAsync(
            submissions,
            new ParallelOptions { MaxDegreeOfParallelism = options.Jobs, CancellationToken = cancellation },
            async (submission, token) =>
            {
                GradedSubmission? stored = options.Resume ? store.Read(submission.Key) : null;
                (GradedSubmission graded, TimeSpan? duration, TimeSpan cpu) = await GradeAsync(
                    submission,
                    stored,
                    token
                );
                string? problem = graded.Problem;
                try
                {
                    if (!ReferenceEquals(graded, stored))
                        store.Write(graded);
                }
                catch (Exception e) when (e is IOException or UnauthorizedAccessException or SubmissionException)
                {
                    problem = $"The results cannot be written: {e.Message}";
                }
                lock (gate)
                {
                    runs.Add(new(graded.Key, problem, graded.Tasks.Any(task => task.IsByHand), duration, cpu));
                    progress(runs[^1], runs.Count);
                }
            }
        );
        return runs;
    }

    /// <summary>Grades a submission, and stores nothing.</summary>
    /// <param name="submission">The submission.</param>
    /// <param name="stored">Its stored results, reused where still valid; null to start from scratch.</param>
    /// <param name="cancellation">Ends it.</param>
    public Task<GradingResult> GradeAsync(
        Submission submission,
        GradedSubmission? stored,
        CancellationToken cancellation
    ) => _graders[submission.Assignment].Value.GradeAsync(submission, stored, cancellation);
}

/// <summary>A submission as it was graded in this run, without its answers, so that a large class fits into
/// memory.</summary>
/// <param name="Key">The submission.</param>
/// <param name="Problem">Why it could not be graded; null if it was.</param>
/// <param name="IsMarkedByHand">Whether a person marks one of its tasks.</param>
/// <param name="Duration">How long it took; null if everything was in the store.</param>
/// <param name="Cpu">CPU time of the student's code.</param>
public sealed record GradedRun(
    SubmissionKey Key,
    string? Problem,
    bool IsMarkedByHand,
    TimeSpan? Duration,
    TimeSpan Cpu
);
