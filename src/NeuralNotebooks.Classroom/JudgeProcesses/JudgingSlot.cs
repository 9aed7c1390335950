namespace NeuralNotebooks.Classroom;

/// <summary>The processes of one processor, on which one request at a time is judged: compilers, which are reused, and
/// evaluators, which are started before they are needed.</summary>
internal sealed class JudgingSlot(int core) : IAsyncDisposable
{
    /// <summary>A process is replaced after this many requests, since the memory for a compiler's cached compilations,
    /// and for the cells of the sessions in an evaluator, grows.</summary>
    private const int RequestsPerProcess = 1000;

    /// <summary>The most idle processes of each kind. There can be several, since submissions of several assignments
    /// may be graded at the same time.</summary>
    private const int MaxWaiting = 3;

    /// <summary>The compiler is compiled ahead of time. Optimizing it again at run time would take longer than it
    /// saves.</summary>
    private static readonly SandboxLimits _compilerLimits = new(MemoryMegabytes: 1024) { MayOptimize = false };

    private static readonly TimeSpan _compileLimit = TimeSpan.FromSeconds(20);

    private readonly List<IAsyncDisposable> _waiting = [];

    public async Task<TaskCompiled> CompileAsync(
        Sandbox sandbox, JudgeFolder folder, CompileTask request, CancellationToken cancellation)
    {
        JudgeProcess<CompilerMessage> compiler = IdleOrNew(new CompilerSpec(sandbox, folder, _compilerLimits));
        bool hasReplied = false;
        try
        {
            TaskCompiled compiled = await compiler.AskAsync<TaskCompiled>(
                request, _compileLimit, 4 * _compileLimit, cancellation);
            hasReplied = true;
            return compiled;
        }
        catch (JudgeProcessLostException e) when (compiler.RequestCount > 1 && e.Reason != MissingReason.TimeLimit)
        {
            // An earlier request may be the cause, so the request is repeated with a new compiler process.
            return await CompileAsync(sandbox, folder, request, cancellation);
        }
        finally
        {
            if (hasReplied)
                await AddIdleAsync(compiler);
            else
                await compiler.DisposeAsync();
        }
    }

    /// <summary>Starts a process ahead of its use, unless one is idle. One that has ended, which the system does to
    /// free memory, is left to <see cref="AddIdleAsync"/>.</summary>
    public async Task StartAsync(EvaluatorSpec spec)
    {
        if (Idle(spec) is null)
            await AddIdleAsync(JudgeProcess<EvaluatorMessage>.Start(spec, core));
    }

    /// <summary>Returns an idle process, or starts a new one. The caller owns it.</summary>
    public JudgeProcess<T> IdleOrNew<T>(ProcessSpec<T> spec) where T : JudgeMessage
    {
        if (Idle(spec) is not { } idle)
            return JudgeProcess<T>.Start(spec, core);
        _waiting.Remove(idle);
        return idle;
    }

    /// <summary>Adds a process to the idle ones, unless it has handled many requests. If there are too many of its
    /// kind, the oldest is ended.</summary>
    public async Task AddIdleAsync<T>(JudgeProcess<T> process) where T : JudgeMessage
    {
        if (process.RequestCount <= RequestsPerProcess)
        {
            _waiting.Add(process);
            JudgeProcess<T>[] alike = [.. _waiting.OfType<JudgeProcess<T>>()];
            if (alike.Length <= MaxWaiting)
                return;
            process = alike[0];
            _waiting.Remove(process);
        }
        await process.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (IAsyncDisposable process in _waiting)
            await process.DisposeAsync();
        _waiting.Clear();
    }

    private JudgeProcess<T>? Idle<T>(ProcessSpec<T> spec) where T : JudgeMessage =>
        _waiting.OfType<JudgeProcess<T>>().FirstOrDefault(waiting => waiting.Spec == spec && !waiting.HasEnded);
}
