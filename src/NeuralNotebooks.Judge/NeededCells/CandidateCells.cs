namespace NeuralNotebooks.Judge;

/// <param name="Compilation">The same as the compiler has bound it, below the cells above it.</param>
internal sealed record CandidateCell(StudentText Text, CSharpCompilation Compilation);

internal sealed class CandidateCells
{
    private readonly Dictionary<string, CandidateCell> _byAssembly = [];

    public IEnumerable<CandidateCell> All => _byAssembly.Values;

    public void Add(CandidateCell cell) => _byAssembly.Add(cell.Compilation.AssemblyName!, cell);

    public bool Declare(ISymbol symbol) => DeclaringCell(symbol) is not null;

    /// <summary>The cells that declare symbols which a cell uses, directly or indirectly.</summary>
    public IReadOnlyList<CandidateCell> UsedBy(CSharpCompilation cell, IEnumerable<StudentText> known)
    {
        HashSet<StudentText> leftOut = [.. known];
        return TransitiveClosure.Of(DeclaringFor(cell), used => DeclaringFor(used.Compilation));

        IEnumerable<CandidateCell> DeclaringFor(CSharpCompilation user) =>
            UsedSymbols.In(user).Select(DeclaringCell).OfType<CandidateCell>()
                .Where(declaring => declaring.Compilation != user && !leftOut.Contains(declaring.Text));
    }

    private CandidateCell? DeclaringCell(ISymbol symbol) =>
        symbol.ContainingAssembly is { } assembly ? _byAssembly.GetValueOrDefault(assembly.Name) : null;
}
