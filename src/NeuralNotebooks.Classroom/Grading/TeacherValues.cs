namespace NeuralNotebooks.Classroom;

/// <summary>The values of probes for the teacher's cells: the solution and the known mistakes. Probes are evaluated
/// with a cell once for each variant, and not at all if stored results contain its values.</summary>
internal sealed class TeacherValues(AssignmentSource source, IJudge judge, JudgeOptions options)
{
    /// <summary>The time limit of the solution, in case the teacher's code contains an endless loop.</summary>
    private static readonly TimeSpan _solutionLimit = TimeSpan.FromMinutes(10);

    /// <summary>The values of cells without variants, which are the same for all students, by their keys.</summary>
    private readonly ConcurrentDictionary<string, Lazy<Task<TaskValues>>> _shared = [];

    public IReadOnlySet<string> Variants { get; } =
        source.Tasks.Where(task => VariantUse.Of(source, task).Contains(true)).Select(task => task.Name).ToHashSet();

    /// <param name="stored">The task in stored results; null to judge the solution again.</param>
    public Task<KeyedValues> SolutionAsync(
        AssignmentTask task, string student, JudgedTask? stored, CancellationToken cancellation) =>
        ValuesAsync(
            TeachersCode.Solution(task), student, options with { TimeLimit = _solutionLimit }, stored, cancellation);

    /// <param name="solutionTime">CPU time of the solution, which determines the mistake's limit.</param>
    public Task<KeyedValues> MistakeAsync(
        AssignmentTask task, KnownMistake mistake, string student, TimeSpan solutionTime, JudgedTask? stored,
        CancellationToken cancellation)
    {
        JudgeOptions limited = options with { TimeLimit = null, SolutionTime = solutionTime };
        return ValuesAsync(TeachersCode.Of(task, mistake), student, limited, stored, cancellation);
    }

    private async Task<KeyedValues> ValuesAsync(
        TeachersCode code, string student, JudgeOptions limited, JudgedTask? stored, CancellationToken cancellation)
    {
        TeachersCode cell = code with { Student = Variants.Contains(code.Task.Name) ? student : "" };
        JudgeRequest request = new(source, cell, code.Task, limited);
        string key = request.Hash();
        if (stored?.StoredTeacherValues(key) is { } known)
            return new(key, known, TimeSpan.Zero);
        TaskValues values = await (cell.Student.Length == 0
                ? SharedAsync(key, () => judge.JudgeAsync(request, cancellation))
                : judge.JudgeAsync(request, cancellation));
        return new(key, values.Values, values.Cpu);
    }

    /// <summary>The values for all students. If judging fails, the next submission tries again.</summary>
    private async Task<TaskValues> SharedAsync(string key, Func<Task<TaskValues>> ask)
    {
        Lazy<Task<TaskValues>> values = _shared.GetOrAdd(key, _ => new(ask));
        try
        {
            return await values.Value;
        }
        catch
        {
            _shared.TryRemove(KeyValuePair.Create(key, values));
            throw;
        }
    }
}

/// <param name="Key">A hash of the inputs on which the values depend.</param>
internal sealed record KeyedValues(string Key, IReadOnlyList<ProbeValue> Values, TimeSpan Cpu);
