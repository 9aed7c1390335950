namespace NeuralNotebooks.Engine;

/// <summary>The names in a compiled cell that it does not declare itself.</summary>
internal static class UsedNames
{
    /// <returns>Each name, with the type and the assembly that declare it; without an assembly if another cell
    /// does.</returns>
    public static (string Name, string? Type, string? Assembly)[] In(Compilation cell)
    {
        SyntaxTree tree = cell.SyntaxTrees.Last();
        SemanticModel model = cell.GetSemanticModel(tree);
        return
        [
            .. tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>()
                .Where(name => !name.IsVar)
                .Select(name => (name.Identifier.ValueText, Symbol: model.GetSymbolInfo(name).Symbol))
                .Where(one => one.Symbol is not (null or INamespaceSymbol) && !IsDeclaredIn(cell, one.Symbol))
                .Select(one => CellNames.IsOfOtherCell(one.Symbol!, cell)
                    ? (one.ValueText, null, null) : Declared(one.ValueText, one.Symbol!))
                .Distinct(),
        ];
    }

    private static bool IsDeclaredIn(Compilation cell, ISymbol symbol) =>
        symbol is not IAliasSymbol && symbol.ContainingAssembly?.Name == cell.AssemblyName;

    private static (string Name, string? Type, string? Assembly) Declared(string name, ISymbol symbol)
    {
        ISymbol meant = symbol is IAliasSymbol { Target: var target } ? target : symbol;
        INamedTypeSymbol? type = meant as INamedTypeSymbol ?? meant.ContainingType;
        return (name, type?.Name, type?.ContainingAssembly?.Name ?? "");
    }
}
