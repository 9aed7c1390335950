namespace NeuralNotebooks.Classroom;

/// <summary>Grades submissions of one assignment: judges what is not yet stored, and compares.</summary>
/// <param name="source">The assignment.</param>
/// <param name="judge">The judge.</param>
/// <param name="options">How it is graded.</param>
internal sealed class SubmissionGrader(AssignmentSource source, Judge judge, GradingOptions options)
{
    /// <summary>The teacher's own code should terminate; the limit guards against a slip.</summary>
    private static readonly TimeSpan _referenceLimit = TimeSpan.FromMinutes(10);

    /// <summary>Nobody's submission is judged like the teacher's own code.</summary>
    private readonly JudgeOptions _options = options with { IsTrusted = false, ReferenceTime = default };

    private readonly GradingHashes _hashes = new(
        "",
        HexHash.Of(File.ReadAllBytes(source.Path)),
        KitHash.Of(source, options.KitScript),
        options.Limits
    );

    /// <summary>The tasks whose numbers differ from student to student.</summary>
    private readonly HashSet<string> _variants =
    [
        .. source.Tasks.Where(task => VariantUse.Of(source, task).Contains(true)).Select(task => task.Name),
    ];

    /// <summary>What the teacher's cells answer for all students.</summary>
    private readonly ConcurrentDictionary<string, Lazy<Task<TaskAnswers>>> _shared = [];

    /// <summary>Grades a submission.</summary>
    /// <param name="submission">The submission.</param>
    /// <param name="stored">Its stored results, reused where still valid; null to start from scratch.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<(GradedSubmission Submission, TimeSpan? Duration, TimeSpan Cpu)> GradeAsync(
        Submission submission,
        GradedSubmission? stored,
        CancellationToken cancellation
    )
    {
        long start = Stopwatch.GetTimestamp();
        StrongBox<TimeSpan> cpu = new();
        GradedSubmission graded = new(
            submission.Student,
            submission.Assignment,
            "",
            source.MaxPoints,
            _hashes,
            null,
            submission.Notes,
            []
        )
        {
            User = submission.User,
        };
        try
        {
            graded = graded with { Timestamp = submission.Timestamp };
            var work = SubmittedWork.Of(source, submission);
            graded = graded with
            {
                Hashes = _hashes with { Submission = work.Hash },
                Digest = work.Digest,
            };
            if (
                stored is { Problem: null }
                && stored.Hashes == graded.Hashes
                && stored.Tasks.Select(task => task.Name).SequenceEqual(source.Tasks.Select(task => task.Name))
            )
            {
                // Nothing has changed, except perhaps the file with the time.
                GradedSubmission kept = stored with
                {
                    Timestamp = graded.Timestamp,
                    User = graded.User,
                    Digest = graded.Digest,
                };
                return (kept == stored ? stored : kept, null, TimeSpan.Zero);
            }

            bool isKept =
                stored is not null && stored.Hashes.Kit == _hashes.Kit && stored.Hashes.Limits == _hashes.Limits;
            var tasks = new List<GradedTask>();
            var byOwnId = new List<string>();
            foreach (AssignmentTask task in source.Tasks)
            {
                GradedTask? before = isKept ? stored!.Tasks.FirstOrDefault(known => known.Name == task.Name) : null;
                GradedTask asSubmitted = await GradeAsync(task, work, before, cpu, cancellation);
                tasks.Add(asSubmitted);
                if (work.OwnId is not { } own || !_variants.Contains(task.Name) || !LosesPoints(asSubmitted))
                    continue;
                SubmittedWork asWritten = work with { Work = work.Work with { Student = own } };
                GradedTask again = await GradeAsync(task, asWritten, before, cpu, cancellation);
                if (again.Score().Points > asSubmitted.Score().Points)
                {
                    tasks[^1] = again;
                    byOwnId.Add(task.Name);
                }
            }
            graded = graded with
            {
                Notes = [.. submission.Notes, .. work.Notes, .. IdNotes(submission.SubmittedBy, work.OwnId, byOwnId)],
                Tasks = tasks,
                NewImages = [.. work.Answers.Values.SelectMany(answer => answer.Images.Values)],
            };
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Whatever the problem, the other submissions are still graded.
            graded = graded with
            {
                Problem = e is SubmissionException or JudgeException
                    ? e.Message
                    : $"Grading failed: {e.GetType().Name}: {e.Message}",
                IsProblemOfSubmission = e is SubmissionException,
            };
        }
        return (graded, Stopwatch.GetElapsedTime(start), cpu.Value);
    }

    private static bool LosesPoints(GradedTask task) =>
        task.Submitted is not null && task.Score().Passed < task.Probes.Count;

    /// <summary>What happened because the notebook has another id than its folder, which decides.</summary>
    private IEnumerable<SubmissionNote> IdNotes(string student, string? own, List<string> byOwnId)
    {
        if (own is null || (own.Length == 0 && _variants.Count == 0))
            yield break;
        string given = own.Length == 0
            ? "no id, so it has the numbers of the example"
            : $"the id “{Readable.Visible(own)}”";
        string counts =
            byOwnId.Count == 0
                ? $"the numbers of {student} are used"
                : $"its own numbers count for {string.Join(", ", byOwnId)}";
        yield return new($"The notebook gives {given}, but was submitted by {student}: {counts}.");
    }

    private async Task<GradedTask> GradeAsync(
        AssignmentTask task,
        SubmittedWork submitted,
        GradedTask? stored,
        StrongBox<TimeSpan> cpu,
        CancellationToken cancellation
    )
    {
        SubmittedAnswer? answer = submitted.Answers.GetValueOrDefault(task.Name);
        string? own = answer?.Text;
        GradedTask graded = new(
            task.Name,
            task.Points,
            task.IsByHand,
            task.IsText,
            task.Reference,
            own,
            task.Probes,
            [],
            [],
            [.. task.Probes.Select(_ => new NoAnswer(NoAnswerReason.NotAnswered))],
            [],
            [],
            ""
        )
        {
            Declarations = task.Declarations.Length > 0 ? task.Declarations : null,
            Images = answer?.Images is { Count: > 0 } images
                ? images.ToDictionary(image => image.Key, image => image.Value.FileName)
                : null,
        };
        if (task.Probes.Count == 0)
            return graded;
        Work work = submitted.Work;
        string key = own is null ? "" : SessionTexts.HashOf(source, work, task, isTrusted: false);
        bool isKnown = own is null || (stored?.Keys is [var known, ..] && known == key);

        // The default limit is a multiple of the reference's time: if anything is to be judged, the reference is judged
        // in this run, too.
        (string referenceKey, TaskAnswers reference) = await AskAsync(task.Reference, null, isKnown ? stored : null);
        IReadOnlyList<Answer> expected = reference.Answers;
        if (Enumerable.Range(0, expected.Count).FirstOrDefault(i => !AnswerComparison.CanBeExpected(expected[i]), -1)
            is >= 0 and var unanswered)
            throw new JudgeException(
                $"The assignment's own solution gives no answer to “{task.Probes[unanswered].Name}” of {task.Name} "
                    + $"for this student ({AnswerText.Of(expected[unanswered])}): see nn assign check."
            );
        graded = graded with { Reference = expected, Keys = [key, referenceKey] };
        if (own is null)
            return graded;
        if (isKnown)
        {
            graded = graded with { Answers = stored!.Answers, Notes = stored.Notes, Transcript = stored.Transcript };
        }
        else
        {
            JudgeOptions judging = _options with { ReferenceTime = reference.Cpu };
            TaskAnswers answers = await judge.AnswerAsync(source, work, task, judging, cancellation);
            cpu.Value += answers.Cpu;
            graded = graded with
            {
                Answers = [.. answers.Answers.Select(answer => WithoutForeignLine(answer, own))],
                Notes = answers.Notes,
                Transcript = answers.Transcript,
            };
        }
        if (graded.Score().Passed == task.Probes.Count)
            return graded;
        foreach (KnownMistake mistake in task.Mistakes)
        {
            (string asked, TaskAnswers answers) = await AskAsync(mistake.Code, reference.Cpu, stored);
            graded = graded with
            {
                Mistakes = [.. graded.Mistakes, new MistakeAnswers(mistake.Sentence, answers.Answers)],
                Keys = [.. graded.Keys, asked],
            };
        }
        return graded;

        // The answers of a cell of the teacher's, the reference or a mistake, which is asked once for all students with
        // the same numbers, and not at all if what is stored has them. The reference's time determines a mistake's
        // limit.
        async Task<(string Key, TaskAnswers Answers)> AskAsync(string code, TimeSpan? referenceTime, GradedTask? from)
        {
            Work asked = new(_variants.Contains(task.Name) ? work.Student : "", [new(0, code, task.Name)]);
            string hash = SessionTexts.HashOf(source, asked, task, isTrusted: true);
            int at = from?.Keys.Index().FirstOrDefault(before => before.Item == hash).Index ?? 0;
            if (at > 0)
            {
                IReadOnlyList<Answer> kept = at == 1 ? from!.Reference : from!.Mistakes[at - 2].Answers;
                return (hash, new(task.Name, kept, [], "", TimeSpan.Zero));
            }
            JudgeOptions trusted = _options with
            {
                IsTrusted = true,
                TimeLimit = referenceTime is null ? _referenceLimit : null,
                ReferenceTime = referenceTime ?? default,
            };
            Task<TaskAnswers> Judge() => judge.AnswerAsync(source, asked, task, trusted, cancellation);
            return (hash, await (asked.Student.Length == 0 ? _shared.GetOrAdd(hash, _ => new(Judge)).Value : Judge()));
        }
    }

    /// <summary>The line is shown to the student: it must be one of the cell's, not an arbitrary number.</summary>
    private static Answer WithoutForeignLine(Answer answer, string cell) =>
        answer is NoAnswer { Line: { } line } none && (line < 1 || line > cell.AsSpan().Count('\n') + 1)
            ? none with
            {
                Line = null,
            }
            : answer;
}
