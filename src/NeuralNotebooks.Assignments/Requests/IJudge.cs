namespace NeuralNotebooks.Assignments;

/// <summary>Runs the code of a task, and returns the values of its probes: in the grader in other processes, on a live
/// page in its own (<see cref="PageJudge"/>).</summary>
internal interface IJudge
{
    /// <exception cref="JudgeException">Judging failed, and the code is not the reason.</exception>
    Task<TaskValues> JudgeAsync(JudgeRequest request, CancellationToken cancellation);
}

/// <summary>Judging itself failed, for a reason unrelated to any submission.</summary>
public sealed class JudgeException(string message, Exception? cause = null) : Exception(message, cause);
