namespace NeuralNotebooks.Classroom;

/// <summary>The processes that compile and run code. A new one runs each session.</summary>
/// <param name="sandbox">Isolates both; <see cref="Sandbox.None"/> isolates neither.</param>
internal class CodeProcesses(Sandbox sandbox)
{
    /// <summary>Whether a process that has run a session runs other sessions.</summary>
    public virtual bool AreReused => false;

    public virtual EvaluatorSpec EvaluatorOf(JudgeRequest request, JudgeFolder folder) =>
        new(sandbox, folder, new SandboxLimits(
            request.Options.MemoryMegabytes, request.Options.SessionLimit + SandboxLimits.CpuBesideSession));

    /// <remarks>The process that compiles never runs the code, so it is reused for many submissions.</remarks>
    public virtual Task<TaskCompiled> CompileAsync(
        JudgingSlot slot, JudgeRequest request, JudgeFolder folder, CancellationToken cancellation) =>
        slot.CompileAsync(sandbox, folder, request.Texts(), cancellation);
}

/// <summary>The processes of the teacher's code: without a sandbox, and the same ones for all sessions of an
/// assignment.</summary>
internal sealed class TeacherProcesses() : CodeProcesses(Sandbox.None)
{
    private readonly ConcurrentDictionary<string, TaskCompiled> _compiled = [];

    public override bool AreReused => true;

    public override EvaluatorSpec EvaluatorOf(JudgeRequest request, JudgeFolder folder) =>
        new(Sandbox.None, folder, new SandboxLimits(request.Options.MemoryMegabytes), request.Source.Path);

    /// <summary>Compiles a text once, since the same text is used for all variants.</summary>
    public override async Task<TaskCompiled> CompileAsync(
        JudgingSlot slot, JudgeRequest request, JudgeFolder folder, CancellationToken cancellation)
    {
        string json = JsonSerializer.Serialize(request.Texts(), JudgeMessageJson.Default.CompileTask),
            key = $"{request.Source.Path}\n{request.Options.KitScript}\n{json}";
        return _compiled.TryGetValue(key, out TaskCompiled? known)
            ? known
            : _compiled[key] = await base.CompileAsync(slot, request, folder, cancellation);
    }
}
