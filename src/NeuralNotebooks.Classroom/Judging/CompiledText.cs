namespace NeuralNotebooks.Classroom;

/// <summary>A compiled text after those before it.</summary>
/// <param name="compilation">What later texts see of it and those before it; null before the first.</param>
/// <param name="cell">Its code; null if it has none.</param>
/// <param name="before">The text before it.</param>
internal sealed class CompiledText(CSharpCompilation? compilation, CompiledCell? cell, CompiledText? before)
{
    public CSharpCompilation? Compilation { get; } = compilation;

    public CompiledCell? Cell { get; } = cell;

    /// <summary>References for the next text and those after it.</summary>
    public IReadOnlyList<MetadataReference> Pending { get; init; } = [];

    /// <summary>The cells of the source that have been compiled after this one.</summary>
    public Dictionary<string, CompiledText> Next { get; } = new(StringComparer.Ordinal);

    /// <summary>The code of this text and those before it, in execution order.</summary>
    public IEnumerable<CompiledCell> Cells()
    {
        IEnumerable<CompiledCell> earlier = before?.Cells() ?? [];
        return Cell is null ? earlier : earlier.Append(Cell);
    }

    /// <summary>This text and those before it, as later texts see them.</summary>
    public IEnumerable<CSharpCompilation> Compilations()
    {
        IEnumerable<CSharpCompilation> earlier = before?.Compilations() ?? [];
        // What only adds references has the compilation of the text before it.
        return Compilation is null || Compilation == before?.Compilation ? earlier : earlier.Append(Compilation);
    }
}
