namespace NeuralNotebooks.Classroom;

/// <summary>Grades the submissions of a class in parallel, and stores each result as soon as it is known.</summary>
public sealed class ClassGrading(
    IReadOnlyList<AssignmentSource> sources, GraderJudge judge, GradingStore store, GradingOptions options)
{
    private readonly Dictionary<string, Lazy<SubmissionGrader>> _graders = sources.ToDictionary(
        source => source.Name,
        source => new Lazy<SubmissionGrader>(() => new SubmissionGrader(source, judge, options)));

    public async Task<IReadOnlyList<GradedRun>> RunAsync(
        IEnumerable<Submission> submissions, Action<GradedRun, int> progress, CancellationToken cancellation)
    {
        Lock gate = new();
        List<GradedRun> runs = [];
        await Parallel.ForEachAsync(
            submissions,
            new ParallelOptions { MaxDegreeOfParallelism = options.Jobs, CancellationToken = cancellation },
            async (submission, token) =>
            {
                JudgedSubmission? stored = options.Resume ? store.Read(submission.Key) : null;
                bool wasDamaged = options.Resume && stored is null && store.Has(submission.Key);
                SubmissionRun run = await GradeAsync(submission, stored, token);
                JudgedSubmission graded = run.Submission;
                string? problem = graded.Problem;
                try
                {
                    if (!ReferenceEquals(graded, stored))
                        store.Write(graded, run.NewImages);
                }
                catch (Exception e) when (e is IOException or UnauthorizedAccessException or SubmissionException)
                {
                    problem = $"The results cannot be written: {e.Message}";
                }
                lock (gate)
                {
                    runs.Add(new(graded.Key, problem, run.Duration, run.Cpu, wasDamaged));
                    progress(runs[^1], runs.Count);
                }
            });
        return runs;
    }

    /// <summary>Grades a submission, and stores nothing.</summary>
    /// <param name="stored">Its stored results, reused where still valid; null to start from scratch.</param>
    internal Task<SubmissionRun> GradeAsync(
        Submission submission, JudgedSubmission? stored, CancellationToken cancellation) =>
        _graders[submission.Assignment].Value.GradeAsync(submission, stored, only: null, cancellation);

    /// <param name="only">The name of the only task that is graded, so that nothing is stored; null for all
    /// tasks.</param>
    public async Task<(IReadOnlyList<string> Details, bool IsGraded)> RegradeAsync(
        Submission submission, string? only, CancellationToken cancellation)
    {
        SubmissionGrader grader = _graders[submission.Assignment].Value;
        SubmissionRun run = await grader.GradeAsync(submission, null, only, cancellation);
        if (only is null)
            store.Write(run.Submission, run.NewImages);
        return ([.. SubmissionDetails.Of(run.Submission)], run.Submission.Problem is null);
    }
}

/// <summary>The summary of a graded submission. It does not contain the values of probes, so that a large class
/// fits into memory.</summary>
/// <param name="Problem">Why it could not be graded; null if it was.</param>
/// <param name="Duration">How long it took; null if everything was in the store.</param>
/// <param name="WasDamaged">Whether there were stored results that could not be read.</param>
public sealed record GradedRun(SubmissionKey Key, string? Problem, TimeSpan? Duration, TimeSpan Cpu, bool WasDamaged);
