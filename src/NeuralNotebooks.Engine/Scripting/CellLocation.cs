namespace NeuralNotebooks.Engine;

/// <summary>A place in a cell (counted from 1), or in a file that it imports.</summary>
public sealed record CellLocation(int Cell, int Line, string? File = null)
{
    /// <summary>E.g. "cell 7, line 3".</summary>
    public override string ToString() =>
        File is null ? $"cell {Cell}, line {Line}" : $"{File}, line {Line} (imported by cell {Cell})";
}
