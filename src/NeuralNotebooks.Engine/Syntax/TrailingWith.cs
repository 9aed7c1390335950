namespace NeuralNotebooks.Engine;

/// <summary>Reads <c>p with { X = 1 }</c> at the end of a script as an expression.</summary>
/// <remarks>The compiler's parser takes it for the declaration of a property with the name <c>with</c>.</remarks>
internal static class TrailingWith
{
    private const int MostMembers = 8;

    /// <summary>The tree, or if its end is such an expression, the same text as a tree with this expression.</summary>
    public static SyntaxTree Parsed(SyntaxTree tree)
    {
        var root = (CompilationUnitSyntax)tree.GetRoot();
        if (!root.ContainsDiagnostics
            || root.DescendantTokens().LastOrDefault(one => one.ValueText == "with") is not { RawKind: not 0 } keyword)
            return tree;
        string text = root.ToFullString();
        int end = root.EndOfFileToken.FullSpan.Start;
        // The expression contains the last "with". What stands before it may have been read as other members.
        int latest = root.Members.LastIndexOf(member => member.FullSpan.Start <= keyword.SpanStart);
        for (int i = latest; i >= Math.Max(0, latest - MostMembers); i--)
        {
            ExpressionSyntax last = SyntaxFactory.ParseExpression(
                text[root.Members[i].FullSpan.Start..end], options: ScriptSyntax.Options);
            if (last is not WithExpressionSyntax || last.ContainsDiagnostics)
                continue;
            var statement = SyntaxFactory.GlobalStatement(SyntaxFactory.ExpressionStatement(
                last, SyntaxFactory.MissingToken(SyntaxKind.SemicolonToken)));
            CompilationUnitSyntax read = root.WithMembers([.. root.Members.Take(i), statement]);
            return CSharpSyntaxTree.Create(read, ScriptSyntax.Options, tree.FilePath, tree.Encoding);
        }
        return tree;
    }
}
