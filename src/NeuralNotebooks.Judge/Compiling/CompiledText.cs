namespace NeuralNotebooks.Judge;

/// <summary>A compiled text, linked to the texts before it.</summary>
/// <param name="compilation">The compilation with the declarations of this text and those before it; null before the
/// first text.</param>
/// <param name="cell">Its code; null if it has none.</param>
/// <param name="before">The text before it.</param>
internal sealed class CompiledText(CSharpCompilation? compilation, CompiledCell? cell, CompiledText? before)
{
    public CSharpCompilation? Compilation { get; } = compilation;

    public CompiledCell? Cell { get; } = cell;

    /// <summary>References for the next text and those after it.</summary>
    public IReadOnlyList<MetadataReference> Pending { get; init; } = [];

    /// <summary>The cells of the source that have been compiled directly after this one, by their code.</summary>
    public Dictionary<string, CompiledText> Next { get; } = new(StringComparer.Ordinal);

    /// <summary>The code of this text and those before it, in execution order.</summary>
    public IEnumerable<CompiledCell> Cells()
    {
        IEnumerable<CompiledCell> earlier = before?.Cells() ?? [];
        return Cell is null ? earlier : earlier.Append(Cell);
    }

    /// <summary>The compilations of this text and those before it.</summary>
    public IEnumerable<CSharpCompilation> Compilations()
    {
        IEnumerable<CSharpCompilation> earlier = before?.Compilations() ?? [];
        // A text that only adds references has the same compilation as the text before it.
        return Compilation is null || Compilation == before?.Compilation ? earlier : earlier.Append(Compilation);
    }
}
