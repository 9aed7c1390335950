namespace NeuralNotebooks.Engine;

/// <summary>The argument names of a call, and the parameter to which an argument belongs.</summary>
internal static class ArgumentCompletion
{
    /// <summary>The argument names that can follow a token, in the order of the parameters.</summary>
    public static IEnumerable<Candidate> Names(CellAnalysis cell, SyntaxToken before)
    {
        if (
            List(before) is not { } list
            || !(before.IsKind(SyntaxKind.OpenParenToken) || before.IsKind(SyntaxKind.CommaToken))
        )
            return [];
        int index = Index(list, before);
        HashSet<string> given =
        [
            .. list.Arguments.Select(argument => argument.NameColon?.Name.Identifier.ValueText).OfType<string>(),
        ];
        return Callees(cell, list)
            .SelectMany(method => method.Parameters.Skip(index))
            .Where(parameter => !given.Contains(parameter.Name) && parameter.Name.Length > 0)
            .DistinctBy(parameter => parameter.Name)
            .Select(parameter => new Candidate(
                SymbolText.Escaped(parameter.Name) + ":", "param", Likelihood.Own, SymbolText.Signature(parameter)));
    }

    /// <summary>The parameter for an expression that follows a token; null when there is none.</summary>
    public static IParameterSymbol? Parameter(CellAnalysis cell, SyntaxToken before)
    {
        if (List(before) is not { } list)
            return null;
        string? name = (before.Parent as NameColonSyntax)?.Name.Identifier.ValueText;
        int index = Index(list, before);
        return Callees(cell, list)
            .Select(method =>
                name is null
                    ? method.Parameters.ElementAtOrDefault(index)
                    : method.Parameters.FirstOrDefault(parameter => parameter.Name == name)
            )
            .FirstOrDefault(parameter => parameter is not null);
    }

    /// <summary>The arguments of the innermost call around a position; null outside of calls.</summary>
    public static BaseArgumentListSyntax? ListAround(CellAnalysis cell, int position) =>
        cell.TokenBefore(position)
            .Parent?.AncestorsAndSelf()
            .OfType<BaseArgumentListSyntax>()
            .FirstOrDefault(list => list.SpanStart < position && (position <= list.Span.End || IsOpen(list)));

    /// <summary>Whether the closing bracket is missing.</summary>
    public static bool IsOpen(BaseArgumentListSyntax list) => list.GetLastToken(includeZeroWidth: true).IsMissing;

    /// <summary>The methods that a call may refer to.</summary>
    public static IReadOnlyList<IMethodSymbol> Callees(CellAnalysis cell, BaseArgumentListSyntax list)
    {
        switch (list.Parent)
        {
            case InvocationExpressionSyntax call:
                SymbolInfo found = cell.Model.GetSymbolInfo(call);
                IMethodSymbol[] bound =
                [
                    .. (found.Symbol is null ? found.CandidateSymbols : [found.Symbol]).OfType<IMethodSymbol>(),
                ];
                IMethodSymbol[] group = [.. cell.Model.GetMemberGroup(call.Expression).OfType<IMethodSymbol>()];
                if (
                    group.Length == 0
                    && cell.Model.GetTypeInfo(call.Expression).Type
                        is INamedTypeSymbol { DelegateInvokeMethod: { } invoke }
                )
                    group = [invoke];
                return [.. bound.Concat(group).Distinct<IMethodSymbol>(SymbolEqualityComparer.Default)];
            case BaseObjectCreationExpressionSyntax creation
                when cell.Model.GetTypeInfo(creation).Type is INamedTypeSymbol type:
                return
                [
                    .. type.InstanceConstructors.Where(constructor =>
                        constructor.DeclaredAccessibility == Accessibility.Public
                    ),
                ];
            default:
                return [];
        }
    }

    private static BaseArgumentListSyntax? List(SyntaxToken before) =>
        before.Parent switch
        {
            BaseArgumentListSyntax list
                when !before.IsKind(SyntaxKind.CloseParenToken) && !before.IsKind(SyntaxKind.CloseBracketToken) => list,
            NameColonSyntax { Parent: ArgumentSyntax { Parent: BaseArgumentListSyntax list } }
                when before.IsKind(SyntaxKind.ColonToken) => list,
            _ => null,
        };

    private static int Index(BaseArgumentListSyntax list, SyntaxToken before) =>
        list.Arguments.GetSeparators().Count(comma => comma.Span.End <= before.Span.End);
}
