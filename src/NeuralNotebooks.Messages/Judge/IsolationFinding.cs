namespace NeuralNotebooks.Messages;

/// <param name="Name">The resource that a submission must not reach, such as "the grader's files".</param>
/// <param name="IsNeeded">Whether grading needs <c>--no-isolation</c> if the attempt succeeded.</param>
public sealed record IsolationFinding(string Name, bool IsEnforced, bool IsNeeded, string Detail);
