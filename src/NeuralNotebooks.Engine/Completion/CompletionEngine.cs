namespace NeuralNotebooks.Engine;

internal static class CompletionEngine
{
    public static CompletionList Complete(string code, int position, Func<string, CellAnalysis> analyze)
    {
        position = Math.Clamp(position, 0, code.Length);
        if (DirectiveCompletion.Complete(code, position) is { } directive)
            return directive;
        CellAnalysis cell = analyze(code);
        if (cell.IsInText(position))
            return CompletionList.None(position);

        SyntaxToken last = cell.TokenBefore(position);
        bool inWord =
            last.Span.End >= position
            && (last.IsKind(SyntaxKind.IdentifierToken) || SyntaxFacts.IsKeywordKind(last.Kind()));
        int start = inWord ? last.SpanStart : position;
        string word = code[start..position];
        SyntaxToken before = inWord ? last.GetPreviousToken() : last;
        if (inWord && IsDeclaredName(last))
            return CompletionList.None(position);
        return new CompletionList(start, position, Ranking.Order(Candidates(cell, before, start), word));
    }

    private static IEnumerable<Candidate> Candidates(CellAnalysis cell, SyntaxToken before, int start)
    {
        if (MemberCompletion.At(cell, before, start) is { } members)
            return members;
        ExpectedType? expected = ExpectedType.At(cell, before);
        return [
            .. ArgumentCompletion.Names(cell, before),
            .. expected?.Values() ?? [],
            .. NameCompletion.At(cell, before, start, expected?.Type),
        ];
    }

    /// <summary>Whether a word is the new name in a declaration, for which there are no completions.</summary>
    private static bool IsDeclaredName(SyntaxToken word) =>
        word.Parent is { } node && ScriptSyntax.NameDeclaredBy(node) == word
        && node is not (ParameterSyntax { Type: null } or ConstructorDeclarationSyntax or PropertyDeclarationSyntax);
}
