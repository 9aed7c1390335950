namespace NeuralNotebooks.Engine;

/// <summary>Reads <c>p with { X = 1 }</c> at the end of a script as an expression.</summary>
/// <remarks>The compiler's parser takes it for the declaration of a property with the name <c>with</c>.</remarks>
internal static class TrailingWith
{
    /// <summary>The tree, or if its end is such an expression, the same text as a tree with this expression.</summary>
    public static SyntaxTree Parsed(SyntaxTree tree)
    {
        var root = (CompilationUnitSyntax)tree.GetRoot();
        if (!root.ContainsDiagnostics || !root.DescendantTokens().Any(token => token.ValueText == "with"))
            return tree;
        string text = root.ToFullString();
        int end = root.EndOfFileToken.FullSpan.Start;
        for (int i = root.Members.Count - 1; i >= 0; i--)
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
