namespace NeuralNotebooks.Classroom;

/// <param name="Cell">The cell, such as "cell 7"; null if it concerns the whole notebook.</param>
/// <param name="Line">The line in the cell, from 1; null if it concerns no particular line.</param>
public sealed record SourceProblem(string Path, string? Cell, int? Line, string Sentence)
{
    public override string ToString() =>
        System.IO.Path.GetFileName(Path) + (Cell is null ? "" : $", {Cell}")
        + (Line is null ? "" : Invariant($", line {Line}"))
        + $": {Sentence}";
}

/// <summary>A notebook cannot be used as the source of an assignment. The exception lists all problems.</summary>
public sealed class SourceException(IReadOnlyList<SourceProblem> problems) : Exception(string.Join('\n', problems))
{
    public IReadOnlyList<SourceProblem> Problems => problems;

    /// <summary>Whether the notebook is not an assignment at all, since it has no task.</summary>
    public bool IsNotAnAssignment { get; init; }
}
