using System.Collections.Concurrent;

namespace NeuralNotebooks.Classroom;

/// <summary>The answers of the reference and the known mistakes. If no variant is used, they are asked once for the
/// whole class.</summary>
internal sealed class TeacherAnswers(
    AssignmentSource source,
    AnswerDependencies dependencies,
    Judge judge,
    JudgeOptions options
)
{
    /// <summary>The teacher's own code should terminate; the limit guards against a slip.</summary>
    private static readonly TimeSpan _referenceLimit = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, Lazy<Task<KeyedAnswers>>> _shared = [];
    private readonly Dictionary<string, bool> _usesVariant = source.Tasks.ToDictionary(
        task => task.Name,
        dependencies.UsesVariant,
        StringComparer.Ordinal
    );

    /// <summary>The answers of a cell of the teacher's to a task's probes, for a student's variant.</summary>
    /// <param name="task">The task.</param>
    /// <param name="code">The reference's cell or a mistake's.</param>
    /// <param name="student">The student.</param>
    /// <param name="known">Answers by their keys, which are not requested again.</param>
    /// <param name="referenceTime">How long the reference takes, which determines a mistake's limit; null for the
    /// reference itself.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<KeyedAnswers> AskAsync(
        AssignmentTask task,
        string code,
        string student,
        IReadOnlyDictionary<string, Answer> known,
        TimeSpan? referenceTime,
        CancellationToken cancellation
    )
    {
        bool isShared = !_usesVariant[task.Name];
        IReadOnlyList<string> keys = dependencies.KeysOfTeacher(task, isShared ? "" : student, code);
        if (keys.All(known.ContainsKey))
            return new(keys, [.. keys.Select(key => known[key])], TimeSpan.Zero);
        Task<KeyedAnswers> JudgeAsync() =>
            this.JudgeAsync(
                task,
                new WorkCell(0, code, task.Name),
                isShared ? "" : student,
                keys,
                referenceTime,
                cancellation
            );
        return await (isShared ? _shared.GetOrAdd($"{task.Name}\n{code}", _ => new(JudgeAsync)).Value : JudgeAsync());
    }

    private async Task<KeyedAnswers> JudgeAsync(
        AssignmentTask task,
        WorkCell cell,
        string student,
        IReadOnlyList<string> keys,
        TimeSpan? referenceTime,
        CancellationToken cancellation
    )
    {
        JudgeOptions asked = options with
        {
            IsTrusted = true,
            Tasks = new HashSet<string> { task.Name },
            TimeLimit = referenceTime is null ? _referenceLimit : null,
            ReferenceTimes = new Dictionary<string, TimeSpan> { [task.Name] = referenceTime ?? default },
        };
        TaskAnswers answers = (
            await judge.AnswerAsync(source, new Work(student, [cell]), asked, cancellation)
        ).Single();
        return new(keys, answers.Answers, answers.Cpu);
    }
}

/// <summary>Answers to the probes of a task.</summary>
/// <param name="Keys">What they depend on.</param>
/// <param name="Answers">The answers.</param>
/// <param name="Cpu">CPU time that they took.</param>
internal sealed record KeyedAnswers(IReadOnlyList<string> Keys, IReadOnlyList<Answer> Answers, TimeSpan Cpu);
