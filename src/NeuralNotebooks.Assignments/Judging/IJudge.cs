namespace NeuralNotebooks.Assignments;

/// <summary>Judges students' code: in the grader with other processes, on a live page in its own
/// (<see cref="InProcessJudge"/>).</summary>
public interface IJudge
{
    /// <exception cref="JudgeException">Judging failed, and the code is not the reason.</exception>
    internal Task<TaskValues> JudgeAsync(JudgeRequest request, CancellationToken cancellation);
}
