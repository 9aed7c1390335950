namespace NeuralNotebooks.Classroom;

/// <summary>What the teacher's own cells answer: the reference, and each known mistake. A cell is asked once for all
/// students with the same numbers, and not at all if stored results have its answers.</summary>
/// <param name="source">The assignment.</param>
/// <param name="judge">Asks them.</param>
/// <param name="options">How a submission is judged.</param>
internal sealed class TeacherAnswers(AssignmentSource source, Judge judge, JudgeOptions options)
{
    /// <summary>The teacher's own code should terminate; the limit guards against a slip.</summary>
    private static readonly TimeSpan _referenceLimit = TimeSpan.FromMinutes(10);

    /// <summary>By the hash of what they depend on: the answers for all students.</summary>
    private readonly ConcurrentDictionary<string, Lazy<Task<TaskAnswers>>> _shared = [];

    /// <summary>The tasks whose numbers differ from student to student.</summary>
    public IReadOnlySet<string> Variants { get; } =
        source
            .Tasks.Where(task => VariantUse.Of(source, task).Contains(true))
            .Select(task => task.Name)
            .ToHashSet();

    /// <summary>The answers of a cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="stored">The task in stored results, perhaps with these answers; null for none.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="JudgeException">Judging failed.</exception>
    public async Task<KnownAnswers> AskAsync(TeacherCell cell, GradedTask? stored, CancellationToken cancellation)
    {
        AssignmentTask task = cell.Task;
        Work work = new(Variants.Contains(task.Name) ? cell.Student : "", [new(0, cell.Code, task.Name)]);
        string key = SessionTexts.HashOf(source, work, task, isTrusted: true);
        if (stored?.TeacherAnswers(key) is { } known)
            return new(key, known, TimeSpan.Zero);
        TaskAnswers answers = await (
            work.Student.Length == 0
                ? _shared.GetOrAdd(key, _ => new(() => JudgeAsync(cell, work, cancellation))).Value
                : JudgeAsync(cell, work, cancellation)
        );
        return new(key, answers.Answers, answers.Cpu);
    }

    private Task<TaskAnswers> JudgeAsync(TeacherCell cell, Work work, CancellationToken cancellation) =>
        judge.AnswerAsync(
            source,
            work,
            cell.Task,
            options with
            {
                IsTrusted = true,
                TimeLimit = cell.ReferenceTime is null ? _referenceLimit : null,
                ReferenceTime = cell.ReferenceTime ?? default,
            },
            cancellation
        );
}

/// <summary>A cell of the teacher's that answers a task.</summary>
/// <param name="Task">The task.</param>
/// <param name="Code">Its text.</param>
/// <param name="Student">Whose numbers it is asked with.</param>
/// <param name="ReferenceTime">CPU time of the reference, which determines a mistake's limit; null for the reference
/// itself.</param>
internal sealed record TeacherCell(AssignmentTask Task, string Code, string Student, TimeSpan? ReferenceTime = null);

/// <summary>Answers with a hash of what they depend on.</summary>
/// <param name="Key">The hash.</param>
/// <param name="Answers">One for each probe.</param>
/// <param name="Cpu">CPU time used; none if they were stored.</param>
internal sealed record KnownAnswers(string Key, IReadOnlyList<Answer> Answers, TimeSpan Cpu);
