namespace NeuralNotebooks.Messages;

/// <summary>A request of the grader to a judged process, or the reply. There is exactly one reply to each
/// request.</summary>
[JsonPolymorphic(
    TypeDiscriminatorPropertyName = "type",
    UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(ProcessReady), "ready")]
[JsonDerivedType(typeof(CompileTask), "compile")]
[JsonDerivedType(typeof(TaskCompiled), "compiled")]
[JsonDerivedType(typeof(StartSession), "begin")]
[JsonDerivedType(typeof(SessionStarted), "begun")]
[JsonDerivedType(typeof(AskProbes), "ask")]
[JsonDerivedType(typeof(ProbesEvaluated), "answer")]
[JsonDerivedType(typeof(TryToEscape), "escape")]
[JsonDerivedType(typeof(EscapeTried), "tried")]
internal abstract record JudgeMessage;

/// <summary>From any judged process: it has started and waits for a request.</summary>
internal sealed record ProcessReady : JudgeMessage;

/// <summary>To the compiler: everything that the session of one task consists of.</summary>
/// <param name="Source">The source's cells above the task, with the reference's text in the cells of earlier
/// tasks.</param>
/// <param name="Own">The student's other cells above the task, in their order.</param>
/// <param name="NamesOfSolution">The names that the solution declares. Probes can use them.</param>
/// <param name="Declarations">The declarations of the hidden region, which every probe can use.</param>
internal sealed record CompileTask(
    IReadOnlyList<string> Source, IReadOnlyList<StudentCell> Own, string Code,
    IReadOnlyList<string> NamesOfSolution, string Declarations, IReadOnlyList<string> Probes,
    AnswerRules Rules) : JudgeMessage
{
    /// <summary>What the text of the judged cell contains beside the answer.</summary>
    public SharedText Shared { get; init; } = new([], [], false);
}

/// <summary>A cell of the student other than the judged one.</summary>
/// <param name="SourceAbove">How many of the session's cells from the source are above it.</param>
/// <param name="Replaced">Names that the source declares in place of the cell: those of the solutions of earlier tasks
/// that the cell answers, and those of the given cell that the student has changed. The cell's declarations of these
/// names are left out. Null for a cell that the student has added.</param>
/// <param name="IsGiven">Whether it is a given cell. Then only declarations of new names count.</param>
internal sealed record StudentCell(
    int Number, string Code, int SourceAbove, IReadOnlyList<string>? Replaced = null, bool IsGiven = false);

/// <summary>What the text of the judged cell contains beside the answer, because the student wrote the answers to
/// several tasks, or code of the source, into one cell.</summary>
/// <param name="Replaced">Names that the source declares in its place. Functions and types of these names are left
/// out.</param>
/// <param name="Later">Names that answer later tasks. Functions and types of these names are left out, unless other
/// code of the cell uses one of them.</param>
/// <param name="IsGiven">Whether the answer is in a given cell. Then only declarations of new names count.</param>
internal sealed record SharedText(IReadOnlyList<string> Replaced, IReadOnlyList<string> Later, bool IsGiven);

/// <summary>The rules for the types and members that an answer may use.</summary>
/// <param name="IsTrusted">Whether it may use everything, since it is the teacher's.</param>
/// <param name="Forbidden">Documentation-comment ids of types and members that the task forbids.</param>
/// <param name="Allowed">Ids of types and members that the task allows, although they are forbidden in general.</param>
internal sealed record AnswerRules(bool IsTrusted, IReadOnlyList<string> Forbidden, IReadOnlyList<string> Allowed);

/// <summary>From the compiler: the session as assemblies.</summary>
/// <param name="Cells">The cells in execution order; empty if the task cannot be judged. The judged one is last, or is
/// missing if it contains no code, such as one with using directives only.</param>
/// <param name="Libraries">The files of the libraries that they use.</param>
/// <param name="Notes">Notes in addition to the values, made from the texts alone, before anything has run.</param>
internal sealed record TaskCompiled(
    IReadOnlyList<CompiledCell> Cells, IReadOnlyList<CompiledProbe> Probes, IReadOnlyList<string> Libraries,
    MissingValue? Refusal, IReadOnlyList<string> Notes) : JudgeMessage;

/// <param name="Id">The name of its assembly. The same text after the same cells has the same name.</param>
/// <param name="IsJudged">Whether it is the cell that answers the task.</param>
/// <param name="Symbols">The debug symbols of the judged cell, for line numbers; empty for any other cell.</param>
internal sealed record CompiledCell(string Id, bool IsJudged, string Type, byte[] Assembly, byte[] Symbols)
{
    /// <summary>Whether it runs only because it may change variables that the answer uses. The session can also run
    /// without it.</summary>
    public bool IsOptional { get; init; }
}

/// <param name="Cell">Its code; null when there is none.</param>
/// <param name="Method">The method of the cell that returns its value; null if the cell itself returns it.</param>
/// <param name="UsesVariables">Whether it reads a variable of the judged cell, which has no value if that cell
/// failed.</param>
internal sealed record CompiledProbe(CompiledCell? Cell, string? Method, MissingValue? Refusal, bool UsesVariables)
{
    /// <summary>Why it has no value without being evaluated; null if it has to be evaluated.</summary>
    /// <param name="hasJudgedCellFailed">Whether the judged cell has failed, so that its variables have no
    /// values.</param>
    public MissingValue? Unevaluated(bool hasJudgedCellFailed) =>
        Refusal ?? (hasJudgedCellFailed && UsesVariables ? new(MissingReason.CellFailed) : null);
}

/// <summary>To a runner: start a new session and run these cells.</summary>
/// <param name="Libraries">The files of the libraries that they use.</param>
/// <param name="Assignment">The assignment's name, from which the variant is derived.</param>
/// <param name="Student">The student's id, from which the variant is derived, too.</param>
internal sealed record StartSession(
    IReadOnlyList<CompiledCell> Cells, IReadOnlyList<string> Libraries, string Assignment,
    string Student) : JudgeMessage
{
    public bool IsWithoutOptional { get; init; }

    public static StartSession Of(TaskCompiled compiled, string assignment, string student) =>
        new(compiled.Cells, compiled.Libraries, assignment, student);

    public bool HasJudgedCellFailed(SessionStarted started) =>
        started.FailedCell is { } cell && Cells.ElementAtOrDefault(cell) is { IsJudged: true };
}

/// <summary>From a runner: the cells have run.</summary>
/// <param name="Failure">The exception of the judged cell if it failed, or of the first other cell that failed; null if
/// none did.</param>
internal sealed record SessionStarted(MissingValue? Failure, int? FailedCell, string? Message) : JudgeMessage;

/// <summary>To a runner: evaluate probes that were compiled together.</summary>
/// <param name="Methods">For each probe the method of the cell that returns its value; null if the cell itself returns
/// it. There are several only in a session with the teacher's code.</param>
internal sealed record AskProbes(CompiledCell Cell, IReadOnlyList<string?> Methods) : JudgeMessage;

/// <summary>From a runner: the values, in the order of the request.</summary>
internal sealed record ProbesEvaluated(IReadOnlyList<EvaluatedProbe> Probes) : JudgeMessage;

/// <param name="Message">The message of the exception, if there was one.</param>
internal sealed record EvaluatedProbe(ProbeValue Value, string? Message);

/// <summary>To a runner without a submission: try to escape from the sandbox.</summary>
/// <param name="SecretFile">A file of the grader, which the sandbox must hide.</param>
/// <param name="Port">A port of this machine on which the grader listens.</param>
/// <param name="DiagnosticSocket">The grader's socket for debuggers; null when it has none.</param>
/// <param name="Disk">The limit of its scratch folder (bytes).</param>
/// <param name="Threads">The limit of its threads.</param>
internal sealed record TryToEscape(
    string SecretFile, int Port, string? DiagnosticSocket, int Disk, int Threads) : JudgeMessage;

/// <summary>From the runner: the outcome of the attempts.</summary>
internal sealed record EscapeTried(IReadOnlyList<IsolationFinding> Findings) : JudgeMessage;

[JsonSourceGenerationOptions(
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals, RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true, MaxDepth = 128)]
[JsonSerializable(typeof(JudgeMessage))]
internal sealed partial class JudgeMessageJson : JsonSerializerContext;
