namespace NeuralNotebooks.Engine;

/// <summary>The names in a compiled cell that it does not declare itself.</summary>
internal static class UsedNames
{
    /// <returns>Names that other cells declare, without an assembly, and types whose names or members the cell uses,
    /// with their assemblies.</returns>
    public static (string Name, string? Assembly)[] In(Compilation cell)
    {
        SyntaxTree tree = cell.SyntaxTrees.Last();
        SemanticModel model = cell.GetSemanticModel(tree);
        return
        [
            .. tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>()
                .Where(name => !name.IsVar)
                .Select(name => model.GetSymbolInfo(name).Symbol)
                .Select(symbol => symbol is IAliasSymbol { Target: var target } ? target : symbol)
                .OfType<ISymbol>()
                .Where(symbol => symbol is not INamespaceSymbol && symbol.ContainingAssembly?.Name != cell.AssemblyName)
                .Select(symbol => CellNames.IsOfOtherCell(symbol, cell) ? (symbol.Name, null) : TypeOf(symbol))
                .Distinct(),
        ];
    }

    private static (string Name, string? Assembly) TypeOf(ISymbol symbol)
    {
        ISymbol type = symbol as INamedTypeSymbol ?? symbol.ContainingType ?? symbol;
        return (type.Name, type.ContainingAssembly?.Name ?? "");
    }
}
