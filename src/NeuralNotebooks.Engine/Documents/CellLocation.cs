namespace NeuralNotebooks.Engine;

/// <summary>A place in the code of a cell or a claim, or in a file that it imports.</summary>
public sealed record CellLocation(CodeOrigin Origin, int? Line, string? File = null)
{
    public override string ToString()
    {
        string line = Line is null ? "" : Invariant($", line {Line}");
        return File is null ? $"{Origin}{line}"
            : $"{File}{line}{(Origin.Kind == OriginKind.Cell ? $" (imported by {Origin})" : "")}";
    }
}
