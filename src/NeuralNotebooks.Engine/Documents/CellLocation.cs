namespace NeuralNotebooks.Engine;

/// <summary>A place in a cell, or in a file that it imports.</summary>
/// <param name="Cell">The number of the cell, from 1; negative for code that a host does not count as a cell.</param>
public sealed record CellLocation(int Cell, int? Line, string? File = null)
{
    public override string ToString()
    {
        string line = Line is null ? "" : Invariant($", line {Line}"),
            cell = Cell < 0 ? "code without a number" : Invariant($"cell {Cell}");
        return File is null ? $"{cell}{line}" : $"{File}{line}{(Cell < 0 ? "" : $" (imported by {cell})")}";
    }
}
