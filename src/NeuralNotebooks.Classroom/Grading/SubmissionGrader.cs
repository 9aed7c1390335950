using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace NeuralNotebooks.Classroom;

/// <summary>Grades submissions of one assignment: judges what is not yet stored, and compares.</summary>
internal sealed class SubmissionGrader
{
    private static readonly IReadOnlyDictionary<string, Answer> _nothing = new Dictionary<string, Answer>();

    private readonly AssignmentSource _source;
    private readonly Judge _judge;
    private readonly JudgeOptions _options;
    private readonly AnswerDependencies _dependencies;
    private readonly TeacherAnswers _teacher;
    private readonly GradingHashes _hashes;

    public SubmissionGrader(AssignmentSource source, Judge judge, GradingOptions options)
    {
        (_source, _judge, _dependencies) = (source, judge, new AnswerDependencies(source));
        _options = new JudgeOptions
        {
            TimeLimit = options.TimeLimit,
            MemoryMegabytes = options.MemoryMegabytes,
            KitScript = options.KitScript,
        };
        _teacher = new TeacherAnswers(source, _dependencies, judge, _options);
        _hashes = new("", Hash(File.ReadAllBytes(source.Path)), KitHash.Of(source, options.KitScript), options.Limits);
    }

    private Points MaxPoints => _source.Tasks.Aggregate(default(Points), (sum, task) => sum + task.Points);

    /// <summary>Grades a submission.</summary>
    /// <param name="submission">The submission.</param>
    /// <param name="stored">Its stored results, reused where still valid; null to start from scratch.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<GradedRun> GradeAsync(
        Submission submission,
        GradedSubmission? stored,
        CancellationToken cancellation
    )
    {
        long start = Stopwatch.GetTimestamp();
        StrongBox<TimeSpan> cpu = new();
        GradingHashes hashes = _hashes;
        GradedSubmission graded = new(
            submission.Student,
            submission.Assignment,
            submission.Timestamp,
            MaxPoints,
            hashes,
            null,
            submission.Notes,
            []
        )
        {
            User = submission.User,
        };
        try
        {
            byte[] notebook = submission.Read();
            graded = graded with { Hashes = hashes with { Submission = Hash(notebook) } };
            if (stored is { Problem: null } && stored.Hashes == graded.Hashes)
                return new(stored, null, TimeSpan.Zero); // Nothing has changed.

            var work = SubmittedWork.Of(_source, submission.Student, notebook);
            bool isKept =
                stored is not null && stored.Hashes.Kit == hashes.Kit && stored.Hashes.Limits == hashes.Limits;
            graded = graded with
            {
                Notes = [.. submission.Notes, .. work.Notes],
                Tasks = await GradeAsync(work, isKept ? stored!.Tasks : [], cpu, cancellation),
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
        return new(graded, Stopwatch.GetElapsedTime(start), cpu.Value);
    }

    private async Task<IReadOnlyList<GradedTask>> GradeAsync(
        SubmittedWork submitted,
        IReadOnlyList<GradedTask> stored,
        StrongBox<TimeSpan> cpu,
        CancellationToken cancellation
    )
    {
        var tasks = new List<GradedTask>();
        foreach (AssignmentTask task in _source.Tasks)
        {
            GradedTask? before = stored.FirstOrDefault(known => known.Name == task.Name);
            tasks.Add(await GradeAsync(task, submitted, before, cpu, cancellation));
        }
        return tasks;
    }

    private async Task<GradedTask> GradeAsync(
        AssignmentTask task,
        SubmittedWork submitted,
        GradedTask? stored,
        StrongBox<TimeSpan> cpu,
        CancellationToken cancellation
    )
    {
        string? own = submitted.Answers.GetValueOrDefault(task.Name);
        var graded = new GradedTask(
            task.Name,
            task.Points,
            task.IsByHand,
            task.IsText,
            task.Reference,
            own,
            task.Probes,
            [],
            [],
            [],
            AnswerKeys.None,
            [],
            ""
        );
        if (task.Probes.Count == 0)
            return graded;

        Dictionary<string, Answer> known = stored is null ? [] : KnownOf(stored);
        WorkCell[] texts = [.. submitted.Work.Cells.Where(cell => cell.Task is null || cell.Task == task.Name)];
        IReadOnlyList<string> keys = _dependencies.KeysOf(
            task,
            submitted.Work.Student,
            [
                .. texts.SelectMany(cell =>
                    new[] { FormattableString.Invariant($"{cell.SourceCellsAbove} {cell.Task}"), cell.Code }
                ),
            ]
        );
        bool isKnown = own is null || keys.All(known.ContainsKey);

        // The default limit is a multiple of the reference's time: if anything is to be judged, the reference is judged
        // in this run, too.
        KeyedAnswers reference = await _teacher.AskAsync(
            task,
            task.Reference,
            submitted.Work.Student,
            isKnown ? known : _nothing,
            null,
            cancellation
        );
        int unanswered = Array.FindIndex([.. reference.Answers], answer => !AnswerComparison.CanBeExpected(answer));
        if (unanswered >= 0)
            throw new JudgeException(
                $"The assignment's own solution gives no answer to “{task.Probes[unanswered].Name}” of "
                    + $"{task.Name} for this student ({AnswerText.Of(reference.Answers[unanswered])}): see nn "
                    + $"assign check."
            );

        if (own is null)
        {
            graded = graded with { Answers = [.. task.Probes.Select(_ => new NoAnswer(NoAnswerReason.NotAnswered))] };
        }
        else
        {
            int[] missing = [.. Enumerable.Range(0, keys.Count).Where(i => !known.ContainsKey(keys[i]))];
            TaskAnswers? answers =
                missing.Length == 0
                    ? null
                    : await JudgeAsync(
                        task with
                        {
                            Probes = [.. missing.Select(i => task.Probes[i])],
                        },
                        submitted.Work,
                        reference.Cpu,
                        cancellation
                    );
            cpu.Value += answers?.Cpu ?? TimeSpan.Zero;
            for (int i = 0; i < missing.Length; i++)
                known[keys[missing[i]]] = WithoutForeignLine(answers!.Answers[i], own);
            graded = graded with
            {
                Answers = [.. keys.Select(key => known[key])],
                Notes = answers is null ? stored!.Notes : answers.Notes,
                Transcript = answers is null ? stored!.Transcript : answers.Transcript,
            };
        }

        var mistakes = new List<KeyedAnswers>();
        graded = graded with { Reference = reference.Answers, Keys = new(own is null ? [] : keys, reference.Keys, []) };
        if (own is not null && graded.Score().Passed < task.Probes.Count)
        {
            foreach (KnownMistake mistake in task.Mistakes)
                mistakes.Add(
                    await _teacher.AskAsync(
                        task,
                        mistake.Code,
                        submitted.Work.Student,
                        known,
                        reference.Cpu,
                        cancellation
                    )
                );
        }
        return graded with
        {
            Mistakes =
            [
                .. mistakes.Select((mistake, i) => new MistakeAnswers(task.Mistakes[i].Sentence, mistake.Answers)),
            ],
            Keys = graded.Keys with { Mistakes = [.. mistakes.Select(mistake => mistake.Keys)] },
        };
    }

    private async Task<TaskAnswers> JudgeAsync(
        AssignmentTask task,
        Work work,
        TimeSpan referenceTime,
        CancellationToken cancellation
    )
    {
        AssignmentSource asked = _source with
        {
            Tasks = [.. _source.Tasks.Select(other => other.Name == task.Name ? task : other)],
        };
        JudgeOptions options = _options with
        {
            Tasks = new HashSet<string> { task.Name },
            ReferenceTimes = new Dictionary<string, TimeSpan> { [task.Name] = referenceTime },
        };
        TaskAnswers answers = (await _judge.AnswerAsync(asked, work, options, cancellation)).Single();
        return answers.Answers.Count == task.Probes.Count
            ? answers
            : throw new JudgeException("The judge has answered another question.");
    }

    private static Dictionary<string, Answer> KnownOf(GradedTask stored)
    {
        var known = new Dictionary<string, Answer>();
        void Add(IReadOnlyList<string> keys, IReadOnlyList<Answer> answers)
        {
            for (int i = 0; i < Math.Min(keys.Count, answers.Count); i++)
                known[keys[i]] = answers[i];
        }
        Add(stored.Keys.Answers, stored.Answers);
        Add(stored.Keys.Reference, stored.Reference);
        for (int i = 0; i < Math.Min(stored.Keys.Mistakes.Count, stored.Mistakes.Count); i++)
            Add(stored.Keys.Mistakes[i], stored.Mistakes[i].Answers);
        return known;
    }

    /// <summary>The line is shown to the student: it must be one of the cell's, not an arbitrary number.</summary>
    private static Answer WithoutForeignLine(Answer answer, string cell) =>
        answer is NoAnswer { Line: { } line } none && (line < 1 || line > cell.AsSpan().Count('\n') + 1)
            ? none with
            {
                Line = null,
            }
            : answer;

    private static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}

/// <summary>A submission as it was graded in this run.</summary>
/// <param name="Submission">The results.</param>
/// <param name="Duration">How long it took; null if everything was in the store.</param>
/// <param name="Cpu">CPU time of the student's code.</param>
public sealed record GradedRun(GradedSubmission Submission, TimeSpan? Duration, TimeSpan Cpu);
