namespace NeuralNotebooks.Classroom;

internal sealed class SubmissionGrader
{
    private readonly AssignmentSource _source;
    private readonly GradingHashes _hashes;
    private readonly TeacherValues _teacher;
    private readonly TaskGrader _tasks;

    public SubmissionGrader(AssignmentSource source, GraderJudge judge, GradingOptions options)
    {
        _source = source;
        _hashes = new(
            "", HexHash.Of(File.ReadAllBytes(source.Path)), KitHash.Of(source, options.KitScript),
            options.Limits(judge.IsIsolated));
        _teacher = new(source, judge, options);
        _tasks = new(source, judge, _teacher, options);
    }

    /// <summary>Grades a submission. A failure is returned as a result with a problem and not thrown, so that the other
    /// submissions are still graded.</summary>
    /// <param name="stored">Its stored results, reused where still valid; null to start from scratch.</param>
    /// <param name="only">The name of the only task that is graded; null for all tasks.</param>
    public async Task<SubmissionRun> GradeAsync(
        Submission submission, JudgedSubmission? stored, string? only, CancellationToken cancellation)
    {
        long start = Stopwatch.GetTimestamp();
        SubmissionContent? content = null;
        List<TaskRun> judged = [];
        Exception? failure = null;
        try
        {
            content = await SubmissionReader.ReadAsync(_source, submission, cancellation);
            if (IsUnchanged(stored, content))
                return new(WithNewTime(stored!, submission), null, TimeSpan.Zero, []);
            foreach (AssignmentTask task in _source.Tasks.Where(task => only is null || task.Name == only))
                judged.Add(await _tasks.GradeAsync(task, content, StoredTask(stored, task), cancellation));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            failure = e;
        }
        TimeSpan cpu = judged.Aggregate(TimeSpan.Zero, (sum, task) => sum + task.Cpu);
        SubmittedImage[] images =
            failure is null ? [.. content!.Answers.Values.SelectMany(answer => answer.Images.Values)] : [];
        return new(Judged(submission, content, judged, failure), Stopwatch.GetElapsedTime(start), cpu, images);
    }

    /// <param name="failure">Why the others have not; null if all have.</param>
    private JudgedSubmission Judged(
        Submission submission, SubmissionContent? content, List<TaskRun> judged, Exception? failure) =>
        new(
            submission.Folder, submission.Assignment, submission.Timestamp, _source.MaxPoints,
            _hashes with { Submission = content?.Hash ?? "" },
            failure is null or SubmissionException or JudgeException or IOException or UnauthorizedAccessException
                ? failure?.Message
                : $"There is a fault in nn. Please report it with this notebook: {failure.Message}",
            [
                .. submission.Notes,
                .. submission.Submitter == submission.Id ? (SubmissionNote[])[]
                    : [new($"It was submitted by {Submitter(submission)} for the group.", NoteReaders.Student)],
                .. failure is null ? content!.Notes.Concat(IdNotes(submission, content, judged)) : [],
            ],
            failure is null ? [.. judged.Select(task => task.Task)] : [.. _source.Tasks.Select(TaskGrader.Ungraded)])
        {
            User = submission.User,
            Id = IdOf(submission),
            Code = content?.AllCode ?? "",
            IsProblemOfSubmission = failure is SubmissionException,
        };

    private bool IsUnchanged(JudgedSubmission? stored, SubmissionContent content) =>
        stored is { Problem: null } && stored.Hashes == _hashes with { Submission = content.Hash }
        && stored.Tasks.Select(task => task.Name).SequenceEqual(_source.Tasks.Select(task => task.Name));

    /// <summary>Stored results, updated with data that can change while the notebook stays the same, such as the time
    /// of submission. Returns the same object if nothing has changed.</summary>
    private static JudgedSubmission WithNewTime(JudgedSubmission stored, Submission submission)
    {
        JudgedSubmission kept = stored with
        {
            Timestamp = submission.Timestamp,
            User = submission.User,
            Id = IdOf(submission),
        };
        return kept == stored ? stored : kept;
    }

    /// <summary>The id if it is not the folder's name, and its difference from other ids can be seen in a
    /// table.</summary>
    private static StudentId? IdOf(Submission submission) =>
        submission.Id.Text is var id && id != submission.Folder && Csv.Text(id) == id && Readable.Visible(id) == id
            ? submission.Id
            : null;

    private static string Submitter(Submission submission) => Readable.Visible(submission.Submitter.Text);

    /// <summary>A task in stored results; null if they were graded with another kit or other limits.</summary>
    private JudgedTask? StoredTask(JudgedSubmission? stored, AssignmentTask task) =>
        stored is not null && stored.Hashes.Kit == _hashes.Kit && stored.Hashes.Limits == _hashes.Limits
            ? stored.Tasks.FirstOrDefault(known => known.Name == task.Name)
            : null;

    /// <summary>Notes about a notebook whose student's id differs from that of its folder, which is the one that
    /// counts.</summary>
    private IEnumerable<SubmissionNote> IdNotes(Submission submission, SubmissionContent content, List<TaskRun> judged)
    {
        string student = Submitter(submission);
        if (content.OwnId is not { } own || (own.Length == 0 && _teacher.Variants.Count == 0)
            || (own.Length > 0 && submission.IsNamedByPlatform && !content.IsOwnIdOfOther))
            yield break;
        string given = own.Length == 0
            ? "no id, so it has the example's numbers"
            : $"the id “{Readable.Visible(own)}”{(content.IsOwnIdOfOther ? " of another student" : "")}";
        string[] byOwnId = [.. judged.Where(task => task.IsByOwnId).Select(task => task.Task.Name)];
        string counts =
            byOwnId.Length == 0
                ? $"the numbers of {student} are used"
                : $"its own numbers count for {string.Join(", ", byOwnId)}";
        yield return new(
            $"The notebook gives {given}, but was submitted by {student}: {counts}.",
            own.Length > 0 ? NoteReaders.Both : NoteReaders.Student);
    }
}

/// <param name="Duration">How long it took; null if everything was in the store.</param>
internal sealed record SubmissionRun(
    JudgedSubmission Submission, TimeSpan? Duration, TimeSpan Cpu, IReadOnlyList<SubmittedImage> NewImages);
