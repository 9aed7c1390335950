using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NeuralNotebooks.Site;

/// <summary>Colours C# by the tokens of the compiler's parser. Names are not resolved: types are recognised by their
/// position in the syntax.</summary>
internal static class CSharpHighlighter
{
    /// <summary>The code as HTML; without colours if it is nested so deeply that the parser could overflow its
    /// stack.</summary>
    public static string Highlight(string code)
    {
        if (CodeSyntax.RootOf(code) is not { } root)
            return Html.Escape(code);
        var types = new TypeNames(root);
        var html = new StringBuilder(code.Length * 2);
        foreach (SyntaxToken token in root.DescendantTokens())
        {
            foreach (SyntaxTrivia trivia in token.LeadingTrivia)
                html.Append(Coloured(trivia));
            html.Append(Coloured(token.Text, TokenClass(token, types)));
            foreach (SyntaxTrivia trivia in token.TrailingTrivia)
                html.Append(Coloured(trivia));
        }

        return html.ToString();
    }

    private static string Coloured(SyntaxTrivia trivia) => Coloured(trivia.ToFullString(), TriviaClass(trivia));

    private static string Coloured(string text, string? kind) =>
        kind is null || text.Length == 0
            ? Html.Escape(text)
            : $"<span class=\"{kind}\">{Html.Escape(text)}</span>";

    private static string? TriviaClass(SyntaxTrivia trivia)
        => trivia.Kind() switch
        {
            SyntaxKind.SingleLineCommentTrivia
            or SyntaxKind.MultiLineCommentTrivia
            or SyntaxKind.SingleLineDocumentationCommentTrivia
            or SyntaxKind.MultiLineDocumentationCommentTrivia => "c",
            _ => trivia.IsDirective ? "d" : null,
        };

    private static string? TokenClass(SyntaxToken token, TypeNames types)
        => token.Kind() switch
        {
            SyntaxKind.NumericLiteralToken => "n",
            SyntaxKind.InterpolatedStringTextToken => "s",
            SyntaxKind.IdentifierToken => IsKeywordLike(token) ? "k"
            : types.IsType(token) ? "t"
            : null,
            _ when token.IsKeyword() || SyntaxFacts.IsContextualKeyword(token.Kind()) => "k",
            _ => token.Parent is LiteralExpressionSyntax or InterpolatedStringExpressionSyntax ? "s" : null,
        };

    private static bool IsKeywordLike(SyntaxToken token) =>
        token
            is
    {
        Text: "var" or "dynamic",
        Parent: IdentifierNameSyntax
        {
            Parent: VariableDeclarationSyntax or DeclarationExpressionSyntax or ForEachStatementSyntax
        }
    }
                or { Text: "nameof", Parent.Parent: InvocationExpressionSyntax };
}
