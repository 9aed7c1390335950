namespace NeuralNotebooks.Engine;

internal static class SymbolInspection
{
    private const int FewOverloads = 3;

    public static MimeBundle? Find(CellAnalysis cell, int position)
    {
        position = Math.Clamp(position, 0, cell.Root.FullSpan.End);
        ImmutableArray<ISymbol> symbols = AtName(cell, position) is { Length: > 0 } named
            ? named : AroundCall(cell, position);
        if (symbols.Length == 0)
            return null;
        ISymbol[] shown = [.. symbols.Take(FewOverloads)];
        List<string> lines = [.. shown.Select(SymbolText.Declaration)];
        if (symbols.Length > shown.Length)
            lines.Add($"… and {symbols.Length - shown.Length} more overloads");
        ISymbol described = shown.FirstOrDefault(symbol => Documentation(symbol) is not null) ?? shown[0];
        if (Documentation(described) is { } documentation)
            lines.AddRange(InspectionText.Lines(documentation));
        else if (SymbolText.TypeOf(described) is { } type && XmlDocumentation.Of(type, cell) is { } ofType)
            lines.AddRange(InspectionText.Lines(ofType));
        return MimeBundle.Plain(string.Join('\n', lines).TrimEnd());

        System.Xml.Linq.XElement? Documentation(ISymbol symbol) => XmlDocumentation.Of(symbol, cell);
    }

    private static ImmutableArray<ISymbol> AtName(CellAnalysis cell, int position)
    {
        SyntaxToken token = cell.Root.FindToken(position);
        if (!token.IsKind(SyntaxKind.IdentifierToken) && !token.Parent.IsKind(SyntaxKind.PredefinedType)
            || token.SpanStart > position)
            token = cell.TokenBefore(position);
        if (token.Span.End < position
            || token.Parent is not { } node
            || !(token.IsKind(SyntaxKind.IdentifierToken) || node is PredefinedTypeSyntax))
            return [];
        if (cell.Model.GetDeclaredSymbol(node) is { } declared)
            return [declared];
        if (node is NameColonSyntax or IdentifierNameSyntax { Parent: NameColonSyntax })
            return [.. new[] { cell.Model.GetSymbolInfo(node).Symbol }.OfType<ISymbol>()];

        SymbolInfo found = cell.Model.GetSymbolInfo(node);
        IEnumerable<ISymbol> group = cell.Model.GetMemberGroup(node);
        if (found.Symbol is null && found.CandidateSymbols.IsEmpty && !group.Any() && node is SimpleNameSyntax name)
            return Rebound(cell, name);
        // The resolved overload comes first, and a constructor takes precedence over its type.
        ISymbol? meant =
            node.FirstAncestorOrSelf<ObjectCreationExpressionSyntax>() is { } creation
            && creation.Type.Span.Contains(node.Span)
            && !creation.Type.DescendantNodes().Any(list =>
                list is TypeArgumentListSyntax && list.Span.Contains(node.Span))
                ? cell.Model.GetSymbolInfo(creation).Symbol ?? found.Symbol : found.Symbol;
        return
        [
            .. new[] { meant }.OfType<ISymbol>()
                .Concat(SymbolText.CommonFirst(found.CandidateSymbols))
                .Concat(SymbolText.CommonFirst(group))
                .Distinct(SymbolEqualityComparer.Default),
        ];
    }

    private static ImmutableArray<ISymbol> Rebound(CellAnalysis cell, SimpleNameSyntax name)
    {
        ExpressionSyntax whole = name.Parent is QualifiedNameSyntax qualified && qualified.Right == name ? qualified
            : name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        SymbolInfo found = cell.Rebound(whole);
        return found.Symbol is { } symbol ? [symbol] : found.CandidateSymbols;
    }

    private static ImmutableArray<ISymbol> AroundCall(CellAnalysis cell, int position) =>
        CallAtCursor.ListAround(cell, position) is { } list
            ? [.. SymbolText.CommonFirst(CallAtCursor.Of(list, position).Callees(cell))] : [];
}
