namespace NeuralNotebooks.Classroom;

/// <summary>The processes of one processor, on which one request at a time is judged: compilers, which are reused, and
/// runners, which are started before they are needed.</summary>
internal sealed class JudgingSlot(int core) : IAsyncDisposable
{
    /// <summary>A process is replaced after this many requests, since the memory for a compiler's cached compilations,
    /// and for the cells of the sessions in a runner, grows.</summary>
    private const int RequestsPerProcess = 1000;

    /// <summary>The most idle processes of each kind. There can be several, since submissions of several assignments
    /// may be graded at the same time.</summary>
    private const int MaxWaiting = 3;

    /// <summary>The compiler is compiled ahead of time. Optimizing it again at run time would take longer than it
    /// saves.</summary>
    private static readonly SandboxLimits _compilerLimits = new(MemoryMegabytes: 1024) { MayOptimize = false };

    private static readonly TimeSpan _compileLimit = TimeSpan.FromSeconds(20);

    private readonly List<JudgedProcess> _waiting = [];

    public async Task<TaskCompiled> CompileAsync(
        Sandbox sandbox, JudgedFolder folder, CompileTask request, CancellationToken cancellation)
    {
        JudgedProcess compiler = Take(new(CompilerProgram.Verb, sandbox, folder, _compilerLimits));
        bool hasReplied = false;
        try
        {
            TaskCompiled compiled = await compiler.AskAsync<TaskCompiled>(
                request, _compileLimit, 4 * _compileLimit, cancellation);
            hasReplied = true;
            return compiled;
        }
        catch (JudgedProcessLostException e) when (compiler.RequestCount > 1 && e.Reason != MissingReason.TimeLimit)
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

    /// <summary>Starts a process ahead of its use, unless one is idle.</summary>
    public async Task StartAsync(ProcessSpec spec)
    {
        if (!_waiting.Exists(waiting => waiting.Spec == spec))
            await AddIdleAsync(JudgedProcess.Start(spec, core));
    }

    /// <summary>Returns an idle process, or starts a new one. The caller owns it.</summary>
    public JudgedProcess Take(ProcessSpec spec)
    {
        if (_waiting.Find(waiting => waiting.Spec == spec) is not { } idle)
            return JudgedProcess.Start(spec, core);
        _waiting.Remove(idle);
        return idle;
    }

    /// <summary>Adds a process to the idle ones, unless it has handled many requests. If there are too many of its
    /// kind, the oldest is ended.</summary>
    public async Task AddIdleAsync(JudgedProcess process)
    {
        if (process.RequestCount > RequestsPerProcess)
        {
            await process.DisposeAsync();
            return;
        }
        _waiting.Add(process);
        JudgedProcess[] alike = [.. _waiting.Where(waiting => waiting.Spec.Verb == process.Spec.Verb)];
        if (alike.Length <= MaxWaiting)
            return;
        _waiting.Remove(alike[0]);
        await alike[0].DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (JudgedProcess process in _waiting)
            await process.DisposeAsync();
        _waiting.Clear();
    }
}

/// <param name="Source">The assignment whose code stays loaded in the process; null if no code does.</param>
internal sealed record ProcessSpec(
    string Verb, Sandbox Sandbox, JudgedFolder Folder, SandboxLimits Limits, string? Source = null);
