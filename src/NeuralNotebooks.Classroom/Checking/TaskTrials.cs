namespace NeuralNotebooks.Classroom;

/// <summary>Evaluates the probes of one task with its solution, its stub and its mistakes.</summary>
/// <param name="options">The options for a student's code. The teacher's cells are judged without its rules.</param>
internal sealed class TaskTrials(
    AssignmentSource source, AssignmentTask task, IJudge judge, JudgeOptions options, CancellationToken cancellation)
{
    public const int Students = 20;

    private static readonly string[] _students =
        ["", .. Enumerable.Range(1, Students - 1).Select(i => Invariant($"student-{i}"))];

    public IReadOnlyList<bool> Differs { get; } = VariantUse.Of(source, task);

    public async Task<VariantValues> AskAsync(TeachersCode code)
    {
        TaskValues example = await EvaluateAsync(code, _students[0], task.Probes);
        return new VariantValues([example.Values], example.Notes);
    }

    /// <summary>Evaluates the probes whose numbers differ between students also with other students' numbers.</summary>
    public async Task<VariantValues> AskOthersAsync(TeachersCode code, VariantValues example)
    {
        // Code that reaches a limit would probably reach it for every student, and take as long each time.
        if (!Differs.Contains(true) || example.Values.Count > 1 || example.Example.Any(IsExpensive))
            return example;
        List<IReadOnlyList<ProbeValue>> all = [example.Example];
        foreach (string student in _students[1..])
        {
            TaskValues own = await EvaluateAsync(code, student, [.. task.Probes.Where((_, i) => Differs[i])]);
            Queue<ProbeValue> others = new(own.Values);
            all.Add([.. Differs.Select((differs, i) => differs ? others.Dequeue() : example.Example[i])]);
        }
        return example with { Values = all };
    }

    /// <summary>The solution's values if it is judged like a student's answer: with the rules, and in a process of its
    /// own. This process is isolated only if the judge isolates submissions, which that of <c>nn assign check</c> does
    /// not.</summary>
    public Task<TaskValues> AsStudentAsync() =>
        JudgeAsync(
            new StudentsCode(
                "", [],
                source.Tasks.Where(other => !other.IsText)
                    .ToDictionary(other => other.Name, other => Answer.OfTeacher(other, other.Solution))),
            task);

    private async Task<TaskValues> EvaluateAsync(
        TeachersCode code, string student, IReadOnlyList<Probe> probes) =>
        probes.Count == 0
            ? new TaskValues(task.Name, [], [], "", TimeSpan.Zero)
            : await JudgeAsync(code with { Student = student }, task with { Probes = probes });

    private Task<TaskValues> JudgeAsync(CodeToJudge code, AssignmentTask asked) =>
        judge.JudgeAsync(new(source, code, asked, options), cancellation);

    private static bool IsExpensive(ProbeValue value) =>
        (value as MissingValue)?.Reason
            is MissingReason.TimeLimit or MissingReason.MemoryLimit or MissingReason.ProcessEnded;
}
