namespace NeuralNotebooks.Classroom;

/// <summary>The processes in which one work at a time is judged, on one processor: a compiler that stays, and a runner that is started ahead.</summary>
/// <param name="core">The processor.</param>
internal sealed class JudgingSlot(int core) : IAsyncDisposable
{
    /// <summary>After so many questions a compiler is replaced: it keeps some of what it has compiled.</summary>
    private const int QuestionsPerCompiler = 2000;

    private static readonly TimeSpan _compileLimit = TimeSpan.FromSeconds(20);

    private (JudgedProcess Process, object Key, int Questions)? _compiler;
    private (JudgedProcess Process, object Key)? _runner;

    /// <summary>Compiles a task's session.</summary>
    /// <exception cref="JudgedProcessLostException">The compiler did not survive it.</exception>
    public async Task<TaskCompiled> CompileAsync(Sandbox sandbox, JudgedFolder folder, SandboxLimits limits, CompileTask question, CancellationToken cancellation)
    {
        object key = (sandbox, folder);
        if (_compiler is not { } compiler || !compiler.Key.Equals(key) || compiler.Questions >= QuestionsPerCompiler)
        {
            await EndCompilerAsync();
            compiler = (JudgedProcess.Start(sandbox, CompilerProgram.Verb, folder, limits, core), key, 0);
        }
        _compiler = compiler with { Questions = compiler.Questions + 1 };
        try
        {
            return await compiler.Process.AskAsync<TaskCompiled>(question, _compileLimit, 4 * _compileLimit, cancellation);
        }
        catch
        {
            await EndCompilerAsync();
            throw;
        }
    }

    /// <summary>Starts a runner, unless one waits.</summary>
    public async Task StartRunnerAsync(Sandbox sandbox, JudgedFolder folder, SandboxLimits limits)
    {
        object key = (sandbox, folder, limits);
        if (_runner is { } waiting && waiting.Key.Equals(key))
            return;
        await EndRunnerAsync();
        _runner = (JudgedProcess.Start(sandbox, RunnerProgram.Verb, folder, limits, core), key);
    }

    /// <summary>The runner that waits, or a new one. It is the caller's.</summary>
    public async Task<JudgedProcess> TakeRunnerAsync(Sandbox sandbox, JudgedFolder folder, SandboxLimits limits)
    {
        await StartRunnerAsync(sandbox, folder, limits);
        JudgedProcess taken = _runner!.Value.Process;
        _runner = null;
        return taken;
    }

    /// <summary>Gives back a runner that may run other code.</summary>
    public void GiveBack(JudgedProcess runner, Sandbox sandbox, JudgedFolder folder, SandboxLimits limits) => _runner = (runner, (sandbox, folder, limits));

    public async ValueTask DisposeAsync()
    {
        await EndCompilerAsync();
        await EndRunnerAsync();
    }

    private async Task EndCompilerAsync()
    {
        if (_compiler is { } compiler)
            await compiler.Process.DisposeAsync();
        _compiler = null;
    }

    private async Task EndRunnerAsync()
    {
        if (_runner is { } runner)
            await runner.Process.DisposeAsync();
        _runner = null;
    }
}
