namespace NeuralNotebooks.Classroom;

/// <summary>Judges submissions: compiles each task's session in one process, runs it in another, and returns the values
/// of the probes.</summary>
/// <remarks>The process that compiles never runs a submission's code, so it is reused for many submissions. The process
/// that runs a session is new for each task.</remarks>
/// <param name="isolation">The kind of sandbox that isolates submissions from the machine. The teacher's code runs
/// without it.</param>
public sealed class SandboxedJudge(IsolationKind isolation) : IJudge, IAsyncDisposable
{
    private readonly Sandbox _sandbox = Sandbox.Of(isolation);
    private readonly ConcurrentDictionary<(string Source, string Task, string? Kit), JudgedFolder> _folders = [];
    private readonly ConcurrentDictionary<string, TaskCompiled> _compiledOnce = [];
    private readonly ConcurrentBag<JudgingSlot> _free = [];
    private int _slots;

    async Task<TaskValues> IJudge.JudgeAsync(JudgeRequest request, CancellationToken cancellation)
    {
        if (!request.IsAnswered)
            return TaskValues.NotAnswered(request.Task);
        if (!_free.TryTake(out JudgingSlot? slot))
            slot = new JudgingSlot(Interlocked.Increment(ref _slots) - 1);
        try
        {
            return await JudgeInSlotAsync(slot, request, cancellation);
        }
        finally
        {
            _free.Add(slot);
        }
    }

    public async ValueTask DisposeAsync()
    {
        while (_free.TryTake(out JudgingSlot? slot))
            await slot.DisposeAsync();
    }

    private async Task<TaskValues> JudgeInSlotAsync(
        JudgingSlot slot, JudgeRequest request, CancellationToken cancellation)
    {
        ProcessSpec runner = RunnerOf(request);
        await slot.StartAsync(runner); // The runner starts while the compiler works.
        TaskCompiled compiled;
        try
        {
            compiled = request.Code.IsTeachers
                ? await CompileOnceAsync(slot, request, cancellation)
                : await CompileAsync(slot, request, cancellation);
        }
        catch (SandboxedProcessLostException e)
        {
            TaskValues lost = TaskValues.NotJudged(
                request.Task, new MissingValue(MissingReason.DoesNotCompile, $"{e.Reason}"),
                ["The compiler did not finish this cell. Split long expressions, and give nested lambdas names."]);
            return lost with { Transcript = e.Transcript };
        }
        if (compiled.Refusal is { } refusal)
            return TaskValues.NotJudged(request.Task, refusal, compiled.Notes);
        if (compiled.Probes.Count != request.Task.Probes.Count)
            throw new JudgeException("Unexpected reply from the compiler process.");
        var session = new TaskSession(
            request.Task, compiled,
            StartSession.Of(compiled, request.Source.Name, request.Code.Student),
            request.Options.SessionLimit);
        return await session.EvaluateAsync(
            () => slot.Take(runner), request.Code.IsTeachers ? slot.AddIdleAsync : null, cancellation);
    }

    private Task<TaskCompiled> CompileAsync(JudgingSlot slot, JudgeRequest request, CancellationToken cancellation) =>
        slot.CompileAsync(SandboxOf(request), FolderOf(request), request.Texts(), cancellation);

    /// <summary>Compiles texts of the teacher and caches the result, since the same text is used for all
    /// variants.</summary>
    private async Task<TaskCompiled> CompileOnceAsync(
        JudgingSlot slot, JudgeRequest request, CancellationToken cancellation)
    {
        string json = JsonSerializer.Serialize(request.Texts(), JudgeMessageJson.Default.CompileTask),
            key = $"{request.Source.Path}\n{request.Options.KitScript}\n{json}";
        return _compiledOnce.TryGetValue(key, out TaskCompiled? known)
            ? known
            : _compiledOnce[key] = await CompileAsync(slot, request, cancellation);
    }

    private ProcessSpec RunnerOf(JudgeRequest request)
    {
        JudgeOptions options = request.Options;
        bool isTeachers = request.Code.IsTeachers;
        TimeSpan? cpu = isTeachers ? null : options.SessionLimit + SandboxLimits.CpuBesideSession;
        return new(
            RunnerProgram.Verb, SandboxOf(request), FolderOf(request),
            new SandboxLimits(options.MemoryMegabytes, cpu), isTeachers ? request.Source.Path : null);
    }

    private Sandbox SandboxOf(JudgeRequest request) => request.Code.IsTeachers ? Sandbox.None : _sandbox;

    private JudgedFolder FolderOf(JudgeRequest request) =>
        _folders.GetOrAdd(
            (request.Source.Path, request.Task.Name, request.Options.KitScript),
            _ => JudgedFolder.Of(request.Source, [request.Task], request.Options.KitScript));
}
