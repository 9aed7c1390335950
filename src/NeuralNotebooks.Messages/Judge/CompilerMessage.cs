namespace NeuralNotebooks.Messages;

/// <summary>To and from the process that compiles: it gets texts of the source and of the student, and runs none of
/// them.</summary>
internal abstract record CompilerMessage : JudgeMessage;

/// <summary>To the compiler: everything that the session of one task consists of.</summary>
/// <param name="Source">The source's cells above the task, with the solution's text in the cells of earlier
/// tasks.</param>
/// <param name="Own">The student's other cells above the task, in their order.</param>
/// <param name="NamesOfSolution">The names that the solution declares. Probes can use them.</param>
/// <param name="Declarations">The declarations of the hidden region, which every probe can use.</param>
internal sealed record CompileTask(
    CodeOwner Owner, IReadOnlyList<string> Source, IReadOnlyList<StudentCell> Own, string Code,
    IReadOnlyList<string> NamesOfSolution, string Declarations, IReadOnlyList<string> Probes,
    AnswerRules Rules) : CompilerMessage
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
/// <param name="Forbidden">Documentation-comment ids of types and members that the task forbids.</param>
/// <param name="Allowed">Ids of types and members that the task allows, although they are forbidden in general.</param>
public sealed record AnswerRules(IReadOnlyList<string> Forbidden, IReadOnlyList<string> Allowed);

/// <summary>From the compiler: the session as assemblies.</summary>
/// <param name="Cells">The cells in execution order; empty if the task cannot be judged. The judged one is last, or is
/// missing if it contains no code, such as one with using directives only.</param>
/// <param name="Libraries">The files of the libraries that they use.</param>
/// <param name="Notes">Notes in addition to the values, made from the texts alone, before anything has run.</param>
internal sealed record TaskCompiled(
    IReadOnlyList<CompiledCell> Cells, IReadOnlyList<CompiledProbe> Probes, IReadOnlyList<string> Libraries,
    MissingValue? Refusal, IReadOnlyList<string> Notes) : CompilerMessage;

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
