namespace NeuralNotebooks.Classroom;

/// <summary>Judges submissions: compiles each task's session in one process, runs it in another, and returns the values
/// of the probes.</summary>
/// <remarks>
/// The process that compiles never runs a submission's code, so it stays warm and serves many. The process that runs a
/// session is new for each task and never sees the compiler, another task's session, or an expected value.
/// </remarks>
/// <param name="isolation">What isolates submissions from the machine. Trusted work runs without it.</param>
public sealed class Judge(IsolationKind isolation = IsolationKind.None) : IAsyncDisposable
{
    private readonly Sandbox _sandbox = Sandbox.Of(isolation);
    private readonly ConcurrentDictionary<(string Source, string? Kit), JudgedFolder> _folders = [];
    private readonly ConcurrentDictionary<string, TaskCompiled> _compiledOnce = [];
    private readonly ConcurrentBag<JudgingSlot> _free = [];
    private int _slots;

    /// <summary>Judges a work task by task. Several works can be judged concurrently.</summary>
    /// <returns>The answers to each task that has probes, in the source's order.</returns>
    /// <exception cref="JudgeException">Judging failed, and the work is not the reason.</exception>
    public async Task<IReadOnlyList<TaskAnswers>> AnswerAsync(
        AssignmentSource source,
        Work work,
        JudgeOptions options,
        CancellationToken cancellation
    )
    {
        var answers = new List<TaskAnswers>();
        foreach (AssignmentTask task in source.Tasks.Where(task => task.Probes.Count > 0))
            answers.Add(await AnswerAsync(source, work, task, options, cancellation));
        return answers;
    }

    /// <summary>Judges one task of a work.</summary>
    /// <exception cref="JudgeException">Judging failed, and the work is not the reason.</exception>
    public async Task<TaskAnswers> AnswerAsync(
        AssignmentSource source,
        Work work,
        AssignmentTask task,
        JudgeOptions options,
        CancellationToken cancellation
    )
    {
        if (work.CellOf(task) is null)
            return TaskAnswers.Refused(task, new NoAnswer(NoAnswerReason.NotAnswered), []);
        Sandbox sandbox = options.IsTrusted ? Sandbox.None : _sandbox;
        JudgedFolder folder = FolderOf(source, options);
        TimeSpan limit = Limit(options);
        var limits = new SandboxLimits(
            options.MemoryMegabytes,
            options.IsTrusted ? null : limit + SandboxLimits.CpuBesideSession
        );
        JudgedPlace runner =
            new(RunnerProgram.Verb, sandbox, folder, limits, options.IsTrusted ? source.Path : null);
        return await InSlotAsync(AnswerAsync);

        async Task<TaskAnswers> AnswerAsync(JudgingSlot slot)
        {
            await slot.StartAsync(runner); // It warms up while the compiler works.
            TaskCompiled compiled;
            try
            {
                CompileTask question = SessionTexts.Of(source, work, task, options.IsTrusted);
                compiled = await (
                    options.IsTrusted ? CompileOnceAsync(slot, question) : CompileAsync(slot, question)
                );
            }
            catch (JudgedProcessLostException e)
            {
                return TaskAnswers.Refused(
                    task,
                    new NoAnswer(NoAnswerReason.DoesNotCompile, $"{e.Reason}"),
                    ["The compiler did not finish this cell. Split long expressions, and give nested lambdas names."]
                ) with
                {
                    Transcript = e.Transcript,
                };
            }
            if (compiled.Refusal is { } refusal)
                return TaskAnswers.Refused(task, refusal, compiled.Notes);
            if (compiled.Probes.Count != task.Probes.Count)
                throw new JudgeException("Unexpected reply from the compiler process.");
            var session = new TaskSession(
                task,
                compiled,
                new StartSession(compiled.Cells, compiled.Libraries, source.Name, work.Student),
                limit
            );
            await session.AskAllAsync(
                () => slot.Take(runner),
                options.IsTrusted ? slot.KeepAsync : null,
                cancellation
            );
            return session.Answers();
        }

        Task<TaskCompiled> CompileAsync(JudgingSlot slot, CompileTask question) =>
            slot.CompileAsync(sandbox, folder, question, cancellation);

        // The teacher's texts are few, and reused for one variant after the other.
        async Task<TaskCompiled> CompileOnceAsync(JudgingSlot slot, CompileTask question)
        {
            string json = JsonSerializer.Serialize(question, JudgeMessageJson.Default.CompileTask),
                key = $"{source.Path}\n{options.KitScript}\n{json}";
            return _compiledOnce.TryGetValue(key, out TaskCompiled? known)
                ? known
                : _compiledOnce[key] = await CompileAsync(slot, question);
        }
    }

    /// <summary>What the answers of a work use although answers may not: a task's name, and documentation-comment
    /// ids. They are compiled in the sandbox, and nothing of them runs.</summary>
    /// <exception cref="JudgeException">Judging failed, and the work is not the reason.</exception>
    public async Task<IReadOnlyList<(string Task, IReadOnlyList<string> Ids)>> RefusedAsync(
        AssignmentSource source,
        Work work,
        JudgeOptions options,
        CancellationToken cancellation
    )
    {
        JudgedFolder folder = FolderOf(source, options);
        var refused = new List<(string, IReadOnlyList<string>)>();
        foreach (AssignmentTask task in source.Tasks.Where(task => task.Probes.Count > 0))
            refused.Add((task.Name, work.CellOf(task) is null ? [] : await RefusedAsync(task)));
        return refused;

        async Task<IReadOnlyList<string>> RefusedAsync(AssignmentTask task)
        {
            CompileTask question = SessionTexts.Of(source, work, task, isTrusted: false);
            try
            {
                return (await InSlotAsync(slot => slot.CompileAsync(_sandbox, folder, question, cancellation))).Refused;
            }
            catch (JudgedProcessLostException)
            {
                return []; // It does not compile, whatever it uses.
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        while (_free.TryTake(out JudgingSlot? slot))
            await slot.DisposeAsync();
    }

    private async Task<T> InSlotAsync<T>(Func<JudgingSlot, Task<T>> judge)
    {
        if (!_free.TryTake(out JudgingSlot? slot))
            slot = new JudgingSlot(Interlocked.Increment(ref _slots) - 1);
        try
        {
            return await judge(slot);
        }
        finally
        {
            _free.Add(slot);
        }
    }

    private JudgedFolder FolderOf(AssignmentSource source, JudgeOptions options) =>
        _folders.GetOrAdd((source.Path, options.KitScript), key => JudgedFolder.Of(key.Source, key.Kit));

    private static TimeSpan Limit(JudgeOptions options)
    {
        TimeSpan least = TimeSpan.FromSeconds(10),
            byReference = 20 * options.ReferenceTime;
        return options.TimeLimit ?? (byReference > least ? byReference : least);
    }
}
