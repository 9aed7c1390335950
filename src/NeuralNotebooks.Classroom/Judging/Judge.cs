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
    private static readonly Sandbox _plain = new PlainSandbox();
    private readonly Sandbox _sandbox = isolation == IsolationKind.None ? _plain : Sandbox.Of(isolation);
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
    ) =>
        await ForEachAsync(
            source.Tasks,
            (slot, task) => AnswerAsync(slot, source, work, task, options, cancellation)
        );

    /// <summary>Judges one task of a work.</summary>
    /// <exception cref="JudgeException">Judging failed, and the work is not the reason.</exception>
    public async Task<TaskAnswers> AnswerAsync(
        AssignmentSource source,
        Work work,
        AssignmentTask task,
        JudgeOptions options,
        CancellationToken cancellation
    ) =>
        (await ForEachAsync([task], (slot, task) => AnswerAsync(slot, source, work, task, options, cancellation)))[0];

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
        return await ForEachAsync(source.Tasks, RefusedAsync);

        async Task<(string, IReadOnlyList<string>)> RefusedAsync(JudgingSlot slot, AssignmentTask task)
        {
            if (work.CellOf(task) is null)
                return (task.Name, []);
            CompileTask question = SessionTexts.Of(source, work, task, isTrusted: false);
            try
            {
                TaskCompiled compiled = await slot.CompileAsync(
                    _sandbox,
                    FolderOf(source, options),
                    question,
                    cancellation
                );
                return (task.Name, compiled.Refused);
            }
            catch (JudgedProcessLostException)
            {
                return (task.Name, []); // It does not compile, whatever it uses.
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        while (_free.TryTake(out JudgingSlot? slot))
            await slot.DisposeAsync();
    }

    /// <summary>Does the same for each task that has probes, in order.</summary>
    private async Task<IReadOnlyList<T>> ForEachAsync<T>(
        IEnumerable<AssignmentTask> tasks,
        Func<JudgingSlot, AssignmentTask, Task<T>> judge
    )
    {
        if (!_free.TryTake(out JudgingSlot? slot))
            slot = new JudgingSlot(Interlocked.Increment(ref _slots) - 1);
        try
        {
            var results = new List<T>();
            foreach (AssignmentTask task in tasks.Where(task => task.Probes.Count > 0))
                results.Add(await judge(slot, task));
            return results;
        }
        finally
        {
            _free.Add(slot);
        }
    }

    private JudgedFolder FolderOf(AssignmentSource source, JudgeOptions options) =>
        _folders.GetOrAdd((source.Path, options.KitScript), key => JudgedFolder.Of(key.Source, key.Kit));

    private async Task<TaskAnswers> AnswerAsync(
        JudgingSlot slot,
        AssignmentSource source,
        Work work,
        AssignmentTask task,
        JudgeOptions options,
        CancellationToken cancellation
    )
    {
        if (work.CellOf(task) is null)
            return TaskAnswers.Refused(task, new NoAnswer(NoAnswerReason.NotAnswered), []);
        Sandbox sandbox = options.IsTrusted ? _plain : _sandbox;
        JudgedFolder folder = FolderOf(source, options);
        TimeSpan limit = Limit(options);
        var limits = new SandboxLimits(
            options.MemoryMegabytes,
            options.IsTrusted ? null : limit + SandboxLimits.CpuBesideSession
        );
        JudgedPlace runner =
            new(RunnerProgram.Verb, sandbox, folder, limits, options.IsTrusted ? source.Path : null);
        await slot.StartAsync(runner); // It warms up while the compiler works.
        TaskCompiled compiled;
        try
        {
            CompileTask question = SessionTexts.Of(source, work, task, options.IsTrusted);
            compiled = options.IsTrusted ? await CompileOnceAsync(question) : await CompileAsync(question);
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

        Task<TaskCompiled> CompileAsync(CompileTask question) =>
            slot.CompileAsync(sandbox, folder, question, cancellation);

        // The teacher's texts are few, and reused for one variant after the other.
        async Task<TaskCompiled> CompileOnceAsync(CompileTask question)
        {
            string json = JsonSerializer.Serialize(question, JudgeMessageJson.Default.CompileTask),
                key = $"{source.Path}\n{options.KitScript}\n{json}";
            return _compiledOnce.TryGetValue(key, out TaskCompiled? known)
                ? known
                : _compiledOnce[key] = await CompileAsync(question);
        }
    }

    private static TimeSpan Limit(JudgeOptions options)
    {
        TimeSpan least = TimeSpan.FromSeconds(10),
            byReference = 20 * options.ReferenceTime;
        return options.TimeLimit ?? (byReference > least ? byReference : least);
    }
}
