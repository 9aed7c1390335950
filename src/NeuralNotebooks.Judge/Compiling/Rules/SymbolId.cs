namespace NeuralNotebooks.Judge;

/// <summary>The documentation-comment ids of symbols, and lists of such ids. In a list, the id of a method without
/// parameters stands for all its overloads, and a release has hashes in place of ids.</summary>
internal static class SymbolId
{
    /// <summary>The ids of a symbol, of the types that contain it, and of its namespaces, in this order.</summary>
    public static IEnumerable<string> Of(ISymbol symbol)
    {
        if (symbol is IMethodSymbol { AssociatedSymbol: { } property })
            symbol = property;
        for (ISymbol? s = symbol;
            s is not (null or INamespaceSymbol { IsGlobalNamespace: true }) and not IModuleSymbol;
            s = s.ContainingSymbol)
            yield return s.GetDocumentationCommentId() ?? s.Name;
    }

    /// <summary>The name of a symbol as a student knows it: <c>Enumerable.Sum</c>, <c>Random</c>.</summary>
    public static string NameOf(ISymbol symbol) =>
        symbol switch
        {
            IMethodSymbol { AssociatedSymbol: { } property } => NameOf(property),
            INamedTypeSymbol or { ContainingType: null } => symbol.Name,
            IMethodSymbol { MethodKind: MethodKind.Constructor } => symbol.ContainingType.Name,
            _ => $"{symbol.ContainingType.Name}.{symbol.Name}",
        };

    public static bool Matches(string id, string listed) =>
        ReleasedId.IsHash(listed)
            ? new[] { id, id.Split('(')[0], id.Split("``")[0] }.Any(stem => ReleasedId.Of(stem) == listed)
            : id.StartsWith(listed, StringComparison.Ordinal)
                && id[listed.Length..] is "" or ['(', ..] or ['`', '`', ..];
}
