namespace NeuralNotebooks.Classroom;

/// <summary>The processes that compile and run code, which depend on whose it is.</summary>
internal abstract class CodeProcesses(Sandbox sandbox, bool areReused)
{
    /// <summary>Whether a process that has run a session runs other sessions.</summary>
    public bool AreReused => areReused;

    public abstract ProcessSpec RunnerOf(JudgeRequest request, JudgedFolder folder);

    /// <remarks>The process that compiles never runs the code, so it is reused for many submissions.</remarks>
    public virtual Task<TaskCompiled> CompileAsync(
        JudgingSlot slot, JudgeRequest request, JudgedFolder folder, CancellationToken cancellation) =>
        slot.CompileAsync(sandbox, folder, request.Texts(), cancellation);

    protected ProcessSpec RunnerOf(JudgeRequest request, JudgedFolder folder, TimeSpan? cpu, string? source) =>
        new(RunnerProgram.Verb, sandbox, folder, new SandboxLimits(request.Options.MemoryMegabytes, cpu), source);
}

/// <summary>The processes of students' code: in a sandbox, and new for each session.</summary>
internal sealed class SubmissionProcesses(Sandbox sandbox) : CodeProcesses(sandbox, areReused: false)
{
    public override ProcessSpec RunnerOf(JudgeRequest request, JudgedFolder folder) =>
        RunnerOf(request, folder, request.Options.SessionLimit + SandboxLimits.CpuBesideSession, source: null);
}

/// <summary>The processes of the teacher's code: without a sandbox, and the same ones for all sessions of an
/// assignment.</summary>
internal sealed class TeacherProcesses() : CodeProcesses(Sandbox.None, areReused: true)
{
    private readonly ConcurrentDictionary<string, TaskCompiled> _compiled = [];

    public override ProcessSpec RunnerOf(JudgeRequest request, JudgedFolder folder) =>
        RunnerOf(request, folder, cpu: null, request.Source.Path);

    /// <summary>Compiles a text once, since the same text is used for all variants.</summary>
    public override async Task<TaskCompiled> CompileAsync(
        JudgingSlot slot, JudgeRequest request, JudgedFolder folder, CancellationToken cancellation)
    {
        string json = JsonSerializer.Serialize(request.Texts(), JudgeMessageJson.Default.CompileTask),
            key = $"{request.Source.Path}\n{request.Options.KitScript}\n{json}";
        return _compiled.TryGetValue(key, out TaskCompiled? known)
            ? known
            : _compiled[key] = await base.CompileAsync(slot, request, folder, cancellation);
    }
}
