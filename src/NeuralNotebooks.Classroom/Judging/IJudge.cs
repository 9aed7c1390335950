namespace NeuralNotebooks.Classroom;

/// <summary>Judges students' code, in other processes (<see cref="SandboxedJudge"/>) or in this one
/// (<see cref="InProcessJudge"/>).</summary>
public interface IJudge
{
    /// <exception cref="JudgeException">Judging failed, and the code is not the reason.</exception>
    internal Task<TaskValues> JudgeAsync(JudgeRequest request, CancellationToken cancellation);
}
