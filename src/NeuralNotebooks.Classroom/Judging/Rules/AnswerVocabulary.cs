namespace NeuralNotebooks.Classroom;

/// <summary>Decides which types and members the answer to a task may use: the usual ones, without those that the task
/// forbids, and with those that it allows in addition.</summary>
internal sealed class AnswerVocabulary(AnswerRules rules)
{
    /// <summary>The documentation-comment id, or another name, of a forbidden symbol or type argument; null if an
    /// answer may use the symbol.</summary>
    public string? ForbiddenId(ISymbol symbol)
    {
        switch (symbol)
        {
            case IDynamicTypeSymbol:
                return "dynamic";
            case IPointerTypeSymbol or IFunctionPointerTypeSymbol:
                return "unsafe";
            case IArrayTypeSymbol array:
                return ForbiddenId(array.ElementType);
            case INamedTypeSymbol { TypeArguments: { Length: > 0 } arguments }:
                return ForbiddenIdOfSymbol(symbol) ?? FirstForbiddenId(arguments);
            case IMethodSymbol { TypeArguments: { Length: > 0 } arguments }:
                return ForbiddenIdOfSymbol(symbol) ?? FirstForbiddenId(arguments);
            case INamedTypeSymbol or IMethodSymbol or IPropertySymbol or IFieldSymbol or IEventSymbol:
                return ForbiddenIdOfSymbol(symbol);
            default:
                return null; // Locals, parameters, type parameters, namespaces.
        }
    }

    private string? FirstForbiddenId(IEnumerable<ITypeSymbol> arguments) =>
        arguments.Select(ForbiddenId).FirstOrDefault(id => id is not null);

    private string? ForbiddenIdOfSymbol(ISymbol symbol)
    {
        if (symbol is IMethodSymbol { ReducedFrom: { } extension })
            symbol = extension;
        symbol = symbol.OriginalDefinition;
        if (symbol.ContainingAssembly is not { Name: var assembly }
            || assembly.StartsWith(CellCompiler.NamePrefix, StringComparison.Ordinal))
            return null;
        string[] ids = [.. SymbolId.Of(symbol)];
        if (rules.Forbidden.FirstOrDefault(forbidden => ids.Any(id => SymbolId.Matches(id, forbidden))) is { } hit)
            return ReleasedId.IsHash(hit) ? ids.First(id => SymbolId.Matches(id, hit)) : hit;
        bool isAllowed =
            UsualVocabulary.Allows(symbol, ids)
            || ids.Any(id => rules.Allowed.Any(allowed => SymbolId.Matches(id, allowed)));
        return isAllowed ? null : ids[0];
    }
}
