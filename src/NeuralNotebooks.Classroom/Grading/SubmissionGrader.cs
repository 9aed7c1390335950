namespace NeuralNotebooks.Classroom;

/// <summary>Grades submissions of one assignment: reads the answers, and calls the judge for each task.</summary>
internal sealed class SubmissionGrader
{
    private readonly AssignmentSource _source;
    private readonly GradingHashes _hashes;
    private readonly TeacherAnswers _teacher;
    private readonly TaskGrader _tasks;

    /// <param name="source">The assignment.</param>
    /// <param name="judge">The judge.</param>
    /// <param name="options">How it is graded.</param>
    public SubmissionGrader(AssignmentSource source, Judge judge, GradingOptions options)
    {
        // Submissions are never judged as trusted code.
        JudgeOptions untrusted = options with { IsTrusted = false, ReferenceTime = default };
        _source = source;
        _hashes = new(
            "",
            HexHash.Of(File.ReadAllBytes(source.Path)),
            KitHash.Of(source, options.KitScript),
            options.Limits
        );
        _teacher = new(source, judge, untrusted);
        _tasks = new(source, judge, _teacher, untrusted);
    }

    /// <summary>Grades a submission. A failure is returned as a result with a problem and not thrown, so that the other
    /// submissions are still graded.</summary>
    /// <param name="submission">The submission.</param>
    /// <param name="stored">Its stored results, reused where still valid; null to start from scratch.</param>
    /// <param name="cancellation">Cancels the grading.</param>
    public async Task<GradingResult> GradeAsync(
        Submission submission,
        GradedSubmission? stored,
        CancellationToken cancellation
    )
    {
        long start = Stopwatch.GetTimestamp();
        GradedSubmission graded = Ungraded(submission);
        TimeSpan cpu = default;
        try
        {
            graded = graded with { Timestamp = submission.Timestamp };
            var work = SubmittedWork.Of(_source, submission);
            graded = graded with { Hashes = _hashes with { Submission = work.Hash }, Digest = work.Digest };
            if (IsUnchanged(graded, stored))
                return new(WithNewTime(stored!, graded), null, TimeSpan.Zero);
            List<string> byOwnId = [];
            foreach (AssignmentTask task in _source.Tasks)
            {
                JudgedTask counting = await GradeTaskAsync(task, work, StoredTask(stored, task), cancellation);
                cpu += counting.Cpu;
                if (counting.IsByOwnId)
                    byOwnId.Add(task.Name);
                graded = graded with { Tasks = [.. graded.Tasks, counting.Task] };
            }
            graded = graded with
            {
                Notes = [.. submission.Notes, .. work.Notes, .. IdNotes(submission.SubmittedBy, work.OwnId, byOwnId)],
                NewImages = [.. work.Answers.Values.SelectMany(answer => answer.Images.Values)],
            };
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            graded = graded with
            {
                Problem = e is SubmissionException or JudgeException
                    ? e.Message
                    : $"Grading failed: {e.GetType().Name}: {e.Message}",
                IsProblemOfSubmission = e is SubmissionException,
                Tasks = [],
            };
        }
        return new(graded, Stopwatch.GetElapsedTime(start), cpu);
    }

    private GradedSubmission Ungraded(Submission submission) =>
        new(
            submission.Student,
            submission.Assignment,
            "",
            _source.MaxPoints,
            _hashes,
            null,
            submission.Notes,
            []
        )
        {
            User = submission.User,
        };

    /// <summary>Grades a task with the numbers of the folder's id and, if the notebook gives another id and the answer
    /// loses points, also with the numbers of that id. The better result counts.</summary>
    private async Task<JudgedTask> GradeTaskAsync(
        AssignmentTask task,
        SubmittedWork work,
        GradedTask? stored,
        CancellationToken cancellation
    )
    {
        JudgedTask judged = await _tasks.GradeAsync(task, work, stored, cancellation);
        if (WorkWithOwnId(task, work, judged) is not { } withOwnId)
            return judged;
        JudgedTask again = await _tasks.GradeAsync(task, withOwnId, stored, cancellation);
        bool isBetter = again.Task.Score().Points > judged.Task.Score().Points;
        return (isBetter ? again : judged) with { Cpu = judged.Cpu + again.Cpu, IsByOwnId = isBetter };
    }

    /// <summary>Whether stored results are those of the same submission, source, kit and limits.</summary>
    private bool IsUnchanged(GradedSubmission graded, GradedSubmission? stored) =>
        stored is { Problem: null }
        && stored.Hashes == graded.Hashes
        && stored.Tasks.Select(task => task.Name).SequenceEqual(_source.Tasks.Select(task => task.Name));

    /// <summary>Stored results, updated with data that can change while the notebook stays the same, such as the time
    /// of submission. Returns the same object if nothing has changed.</summary>
    private static GradedSubmission WithNewTime(GradedSubmission stored, GradedSubmission graded)
    {
        GradedSubmission kept = stored with
        {
            Timestamp = graded.Timestamp,
            User = graded.User,
            Digest = graded.Digest,
        };
        return kept == stored ? stored : kept;
    }

    /// <summary>A task in stored results; null if they were graded with another kit or other limits.</summary>
    private GradedTask? StoredTask(GradedSubmission? stored, AssignmentTask task) =>
        stored is not null && stored.Hashes.Kit == _hashes.Kit && stored.Hashes.Limits == _hashes.Limits
            ? stored.Tasks.FirstOrDefault(known => known.Name == task.Name)
            : null;

    /// <summary>The work with the student's id that is written in the notebook. Null if that id equals the folder's,
    /// the task has no variants, or the answer passes all probes with the folder's id.</summary>
    private SubmittedWork? WorkWithOwnId(AssignmentTask task, SubmittedWork work, JudgedTask judged)
    {
        bool losesPoints = judged.Task.Submitted is not null && judged.Task.Score().Passed < task.Probes.Count;
        return work.OwnId is { } own && _teacher.Variants.Contains(task.Name) && losesPoints
            ? work with { Work = work.Work with { Student = own } }
            : null;
    }

    /// <summary>Notes about a notebook whose student's id differs from that of its folder, which is the one that
    /// counts.</summary>
    private IEnumerable<SubmissionNote> IdNotes(string student, string? own, List<string> byOwnId)
    {
        if (own is null || (own.Length == 0 && _teacher.Variants.Count == 0))
            yield break;
        string given = own.Length == 0
            ? "no id, so it has the example's numbers"
            : $"the id “{Readable.Visible(own)}”";
        string counts =
            byOwnId.Count == 0
                ? $"the numbers of {student} are used"
                : $"its own numbers count for {string.Join(", ", byOwnId)}";
        yield return new($"The notebook gives {given}, but was submitted by {student}: {counts}.");
    }
}

/// <summary>The result of grading a submission.</summary>
/// <param name="Submission">The results.</param>
/// <param name="Duration">How long it took; null if everything was in the store.</param>
/// <param name="Cpu">The CPU time of the student's code.</param>
public sealed record GradingResult(GradedSubmission Submission, TimeSpan? Duration, TimeSpan Cpu);
