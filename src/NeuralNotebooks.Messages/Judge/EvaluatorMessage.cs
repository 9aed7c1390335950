namespace NeuralNotebooks.Messages;

/// <summary>To and from a process in which judged code runs: it gets compiled cells, and no text of a
/// solution.</summary>
internal abstract record EvaluatorMessage : JudgeMessage;

/// <summary>To an evaluator: start a new session and run these cells.</summary>
/// <param name="Assignment">The assignment's name, from which the variant is derived.</param>
/// <param name="Student">The student's id, from which the variant is derived, too.</param>
internal sealed record StartSession(
    CodeOwner Owner, IReadOnlyList<CompiledCell> Cells, IReadOnlyList<string> Libraries, string Assignment,
    string Student) : EvaluatorMessage
{
    public bool IsWithoutOptional { get; init; }

    public static StartSession Of(CodeOwner owner, TaskCompiled compiled, string assignment, string student) =>
        new(owner, compiled.Cells, compiled.Libraries, assignment, student);

    public bool HasJudgedCellFailed(SessionStarted started) =>
        started.FailedCell is { } cell && Cells.ElementAtOrDefault(cell) is { IsJudged: true };
}

/// <summary>From an evaluator: the cells have run.</summary>
/// <param name="Failure">The exception of the judged cell if it failed, or of the first other cell that failed; null if
/// none did.</param>
internal sealed record SessionStarted(MissingValue? Failure, int? FailedCell, string? Message) : EvaluatorMessage;

/// <summary>To an evaluator: evaluate probes that were compiled together.</summary>
/// <param name="Methods">For each probe the method of the cell that returns its value; null if the cell itself returns
/// it. There are several only in a session with the teacher's code.</param>
internal sealed record AskProbes(CompiledCell Cell, IReadOnlyList<string?> Methods) : EvaluatorMessage;

/// <summary>From an evaluator: the values, in the order of the request.</summary>
internal sealed record ProbesEvaluated(IReadOnlyList<EvaluatedProbe> Probes) : EvaluatorMessage;

internal sealed record EvaluatedProbe(ProbeValue Value, string? Message);

/// <summary>To an evaluator without a submission: try to escape from the sandbox.</summary>
/// <param name="SecretFile">A file of the grader, which the sandbox must hide.</param>
/// <param name="Port">A port of this machine on which the grader listens.</param>
/// <param name="DiagnosticSocket">The grader's socket for debuggers; null when it has none.</param>
internal sealed record TryToEscape(
    string SecretFile, int Port, string? DiagnosticSocket, int Disk, int Threads) : EvaluatorMessage;

/// <summary>From the evaluator: the outcome of the attempts.</summary>
internal sealed record EscapeTried(IReadOnlyList<IsolationFinding> Findings) : EvaluatorMessage;
