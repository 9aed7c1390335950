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

    private static readonly SandboxLimits _compilerLimits = new(MemoryMegabytes: 1024);
    private static readonly TimeSpan _compileLimit = TimeSpan.FromSeconds(20);

    /// <summary>Oldest first.</summary>
    private readonly List<(object Place, JudgedProcess Process, int Questions)> _compilers = [];
    private readonly List<(object Place, JudgedProcess Process)> _runners = [];

    /// <summary>Compiles a task's session.</summary>
    /// <exception cref="JudgedProcessLostException">The compiler did not survive it.</exception>
    public async Task<TaskCompiled> CompileAsync(
        Sandbox sandbox,
        JudgedFolder folder,
        CompileTask question,
        CancellationToken cancellation
    )
    {
        object place = (sandbox, folder);
        int at = _compilers.FindIndex(waiting => waiting.Place.Equals(place));
        (JudgedProcess compiler, int questions) = at >= 0 ? (_compilers[at].Process, _compilers[at].Questions)
            : (JudgedProcess.Start(sandbox, CompilerProgram.Verb, folder, _compilerLimits, core), 0);
        if (at >= 0)
            _compilers.RemoveAt(at);
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
        catch (JudgedProcessLostException e) when (questions > 0 && e.Reason != NoAnswerReason.TimeLimit)
        {
            // An earlier question may be to blame: ask a new compiler the same question.
            return await CompileAsync(sandbox, folder, question, cancellation);
        }
        finally
        {
            if (isWhole && questions < QuestionsPerCompiler)
                _compilers.Add((place, compiler, questions + 1));
            else
                await compiler.DisposeAsync();
            if (_compilers.Count > MaxWaiting)
            {
                await _compilers[0].Process.DisposeAsync();
                _compilers.RemoveAt(0);
            }
        }
    }

    /// <summary>Starts a runner, unless one is idle.</summary>
    public async Task StartRunnerAsync(Sandbox sandbox, JudgedFolder folder, SandboxLimits limits)
    {
        if (!_runners.Any(waiting => waiting.Place.Equals((sandbox, folder, limits))))
            await WaitAsync(
                (sandbox, folder, limits),
                JudgedProcess.Start(sandbox, RunnerProgram.Verb, folder, limits, core)
            );
    }

    /// <summary>An idle runner, or a new one. The caller owns it.</summary>
    public JudgedProcess TakeRunner(Sandbox sandbox, JudgedFolder folder, SandboxLimits limits)
    {
        int at = _runners.FindIndex(waiting => waiting.Place.Equals((sandbox, folder, limits)));
        if (at < 0)
            return JudgedProcess.Start(sandbox, RunnerProgram.Verb, folder, limits, core);
        JudgedProcess taken = _runners[at].Process;
        _runners.RemoveAt(at);
        return taken;
    }

    /// <summary>Returns a runner that may run other code.</summary>
    public Task ReturnAsync(JudgedProcess runner, Sandbox sandbox, JudgedFolder folder, SandboxLimits limits) =>
        WaitAsync((sandbox, folder, limits), runner);

    public async ValueTask DisposeAsync()
    {
        foreach (
            JudgedProcess process in _compilers
                .Select(waiting => waiting.Process)
                .Concat(_runners.Select(waiting => waiting.Process))
        )
            await process.DisposeAsync();
        _compilers.Clear();
        _runners.Clear();
    }

    private async Task WaitAsync(object place, JudgedProcess runner)
    {
        _runners.Add((place, runner));
        if (_runners.Count <= MaxWaiting)
            return;
        JudgedProcess oldest = _runners[0].Process;
        _runners.RemoveAt(0);
        await oldest.DisposeAsync();
    }
}
