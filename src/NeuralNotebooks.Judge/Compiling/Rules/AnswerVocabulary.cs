namespace NeuralNotebooks.Judge;

/// <summary>Decides which types and members the answer to a task may use: the usual ones, without those that the task
/// forbids, and with those that it allows in addition.</summary>
internal sealed class AnswerVocabulary(AnswerRules rules)
{
    /// <summary>The forbidden symbol that the use of a symbol or of one of its type arguments is; null if an answer
    /// may use them.</summary>
    public ForbiddenName? Forbidden(ISymbol symbol) =>
        symbol switch
        {
            IDynamicTypeSymbol => new("dynamic", "dynamic"),
            IPointerTypeSymbol or IFunctionPointerTypeSymbol => new("unsafe", "unsafe"),
            IArrayTypeSymbol array => Forbidden(array.ElementType),
            INamedTypeSymbol { TypeArguments: var arguments } => ForbiddenSymbol(symbol) ?? FirstForbidden(arguments),
            IMethodSymbol { TypeArguments: var arguments } => ForbiddenSymbol(symbol) ?? FirstForbidden(arguments),
            IPropertySymbol or IFieldSymbol or IEventSymbol => ForbiddenSymbol(symbol),
            _ => null, // Locals, parameters, type parameters, namespaces.
        };

    private ForbiddenName? FirstForbidden(IEnumerable<ITypeSymbol> arguments) =>
        arguments.Select(Forbidden).FirstOrDefault(found => found is not null);

    private ForbiddenName? ForbiddenSymbol(ISymbol symbol)
    {
        if (symbol is IMethodSymbol { ReducedFrom: { } extension })
            symbol = extension;
        symbol = symbol.OriginalDefinition;
        if (symbol.ContainingAssembly is not { Name: var assembly }
            || assembly.StartsWith(CellCompiler.NamePrefix, StringComparison.Ordinal))
            return null;
        string[] ids = [.. SymbolId.Of(symbol)];
        if (rules.Forbidden.FirstOrDefault(forbidden => ids.Any(id => SymbolId.Matches(id, forbidden))) is { } hit)
            return new(
                ReleasedId.IsHash(hit) ? ids.First(id => SymbolId.Matches(id, hit)) : hit, SymbolId.NameOf(symbol));
        bool isAllowed =
            UsualVocabulary.Allows(symbol, ids)
            || ids.Any(id => rules.Allowed.Any(allowed => SymbolId.Matches(id, allowed)));
        return isAllowed ? null : new(ids[0], SymbolId.NameOf(symbol));
    }
}
