namespace NeuralNotebooks.Judge;

/// <param name="compilation">The compilation with the declarations of this text and those before it; null before the
/// first text.</param>
internal sealed class CompiledText(CSharpCompilation? compilation, CompiledCell? cell, CompiledText? before)
{
    public CSharpCompilation? Compilation { get; } = compilation;

    public CompiledCell? Cell { get; } = cell;

    public IReadOnlyList<MetadataReference> Pending { get; init; } = [];

    /// <summary>The cells of the source that have been compiled directly after this one, by their code.</summary>
    public Dictionary<string, CompiledText> Next { get; } = new(StringComparer.Ordinal);

    /// <summary>The code of this text and those before it, in execution order.</summary>
    public IEnumerable<CompiledCell> Cells()
    {
        IEnumerable<CompiledCell> earlier = before?.Cells() ?? [];
        return Cell is null ? earlier : earlier.Append(Cell);
    }
}
