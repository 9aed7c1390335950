namespace NeuralNotebooks.Classroom;

/// <summary>The processes in which one work at a time is judged, on one processor: reused compilers, and runners that
/// are started ahead.</summary>
/// <param name="core">The processor.</param>
internal sealed class JudgingSlot(int core) : IAsyncDisposable
{
    /// <summary>A compiler is replaced after this many questions, since it retains some compilations.</summary>
    private const int QuestionsPerCompiler = 1000;

    /// <summary>Idle processes of each kind. There are several, since a class may be graded in several assignments at
    /// once.</summary>
    private const int MaxWaiting = 3;

    /// <summary>The compiler is compiled ahead: optimizing it takes longer than it saves.</summary>
    private static readonly SandboxLimits _compilerLimits = new(MemoryMegabytes: 1024) { MayOptimize = false };

    private static readonly TimeSpan _compileLimit = TimeSpan.FromSeconds(20);

    /// <summary>Idle processes, oldest first.</summary>
    private readonly List<JudgedProcess> _waiting = [];

    /// <summary>Compiles a task's session.</summary>
    /// <exception cref="JudgedProcessLostException">The compiler did not survive it.</exception>
    public async Task<TaskCompiled> CompileAsync(
        Sandbox sandbox,
        JudgedFolder folder,
        CompileTask question,
        CancellationToken cancellation
    )
    {
        JudgedProcess compiler = Take(new(CompilerProgram.Verb, sandbox, folder, _compilerLimits));
        bool isWhole = false;
        try
        {
            TaskCompiled compiled = await compiler.AskAsync<TaskCompiled>(
                question,
                _compileLimit,
                4 * _compileLimit,
                cancellation
            );
            isWhole = true;
            return compiled;
        }
        catch (JudgedProcessLostException e) when (compiler.Questions > 1 && e.Reason != NoAnswerReason.TimeLimit)
        {
            // An earlier question may be to blame: ask a new compiler the same question.
            return await CompileAsync(sandbox, folder, question, cancellation);
        }
        finally
        {
            if (isWhole && compiler.Questions <= QuestionsPerCompiler)
                await KeepAsync(compiler);
            else
                await compiler.DisposeAsync();
        }
    }

    /// <summary>Starts a process, unless one is idle.</summary>
    public async Task StartAsync(JudgedPlace place)
    {
        if (!_waiting.Exists(waiting => waiting.Place == place))
            await KeepAsync(JudgedProcess.Start(place, core));
    }

    /// <summary>An idle process, or a new one. The caller owns it.</summary>
    public JudgedProcess Take(JudgedPlace place)
    {
        if (_waiting.Find(waiting => waiting.Place == place) is not { } idle)
            return JudgedProcess.Start(place, core);
        _waiting.Remove(idle);
        return idle;
    }

    /// <summary>Keeps a process that may be used again.</summary>
    public async Task KeepAsync(JudgedProcess process)
    {
        _waiting.Add(process);
        JudgedProcess[] alike = [.. _waiting.Where(waiting => waiting.Place.Verb == process.Place.Verb)];
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

/// <summary>What a judged process is for, and what it may see and use.</summary>
/// <param name="Verb">The program.</param>
/// <param name="Sandbox">Where it runs.</param>
/// <param name="Folder">What it sees.</param>
/// <param name="Limits">What it may use.</param>
/// <param name="Source">The assignment whose code stays in the process; null where none does.</param>
internal sealed record JudgedPlace(
    string Verb,
    Sandbox Sandbox,
    JudgedFolder Folder,
    SandboxLimits Limits,
    string? Source = null
);
