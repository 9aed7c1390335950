namespace NeuralNotebooks.Engine;

internal sealed record CallAtCursor(BaseArgumentListSyntax List, int Index, string? Name)
{
    /// <summary>The call with an argument that begins after a token; null if none begins there.</summary>
    public static CallAtCursor? After(SyntaxToken before) =>
        before.Parent switch
        {
            BaseArgumentListSyntax list
                when !before.IsKind(SyntaxKind.CloseParenToken) && !before.IsKind(SyntaxKind.CloseBracketToken) =>
                Of(list, before.Span.End),
            NameColonSyntax { Parent: ArgumentSyntax { Parent: BaseArgumentListSyntax list } }
                when before.IsKind(SyntaxKind.ColonToken) => Of(list, before.Span.End),
            _ => null,
        };

    public static CallAtCursor Of(BaseArgumentListSyntax list, int position)
    {
        int index = list.Arguments.GetSeparators().Count(comma => comma.Span.End <= position);
        return new(list, index, list.Arguments.ElementAtOrDefault(index)?.NameColon?.Name.Identifier.ValueText);
    }

    public static BaseArgumentListSyntax? ListAround(CellAnalysis cell, int position) =>
        cell.TokenBefore(position)
            .Parent?.AncestorsAndSelf()
            .OfType<BaseArgumentListSyntax>()
            .FirstOrDefault(list => list.SpanStart < position && (position <= list.Span.End || IsOpen(list)));

    public static bool IsOpen(BaseArgumentListSyntax list) => list.GetLastToken(includeZeroWidth: true).IsMissing;

    public IParameterSymbol? ParameterOf(IMethodSymbol method) =>
        Name is null
            ? method.Parameters.ElementAtOrDefault(Index)
            : method.Parameters.FirstOrDefault(parameter => parameter.Name == Name);

    public IReadOnlyList<IMethodSymbol> Callees(CellAnalysis cell)
    {
        switch (List.Parent)
        {
            case InvocationExpressionSyntax call:
                SymbolInfo found = cell.Model.GetSymbolInfo(call);
                IEnumerable<IMethodSymbol> bound =
                    (found.Symbol is null ? found.CandidateSymbols : [found.Symbol]).OfType<IMethodSymbol>();
                IMethodSymbol[] group = [.. cell.Model.GetMemberGroup(call.Expression).OfType<IMethodSymbol>()];
                if (group.Length == 0 && cell.Model.GetTypeInfo(call.Expression).Type
                    is INamedTypeSymbol { DelegateInvokeMethod: { } invoke })
                    group = [invoke];
                return [.. bound.Concat(group).Distinct<IMethodSymbol>(SymbolEqualityComparer.Default)];
            case BaseObjectCreationExpressionSyntax creation
                when cell.Model.GetTypeInfo(creation).Type is INamedTypeSymbol type:
                return
                [.. type.InstanceConstructors.Where(one => one.DeclaredAccessibility == Accessibility.Public)];
            default:
                return [];
        }
    }
}
