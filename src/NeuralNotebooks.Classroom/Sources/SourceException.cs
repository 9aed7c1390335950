namespace NeuralNotebooks.Classroom;

/// <summary>What is wrong with a source, and where.</summary>
/// <param name="Path">The notebook's file.</param>
/// <param name="Cell">The cell, such as "cell 7"; null if it concerns the whole notebook.</param>
/// <param name="Line">The line in the cell, from 1, if it concerns one.</param>
/// <param name="Sentence">What is wrong, and what was expected.</param>
public sealed record SourceProblem(string Path, string? Cell, int? Line, string Sentence)
{
    /// <summary>The whole message, which begins with the place.</summary>
    public override string ToString() =>
        System.IO.Path.GetFileName(Path)
        + (Cell is null ? "" : $", {Cell}")
        + (Line is null ? "" : Invariant($", line {Line}"))
        + $": {Sentence}";
}

/// <summary>A notebook cannot be used as the source of an assignment: all that is wrong with it.</summary>
public sealed class SourceException(IReadOnlyList<SourceProblem> problems) : Exception(string.Join('\n', problems))
{
    /// <summary>The problems, in the notebook's order.</summary>
    public IReadOnlyList<SourceProblem> Problems => problems;

    /// <summary>Whether the notebook is not an assignment at all, since it has no task.</summary>
    public bool IsNotAnAssignment { get; init; }
}
