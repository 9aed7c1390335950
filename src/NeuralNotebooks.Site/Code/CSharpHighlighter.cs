using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NeuralNotebooks.Engine;

namespace NeuralNotebooks.Site;

/// <summary>Colours C# by the compiler's own tokens. Nothing is bound: types are recognised by their position in the
/// syntax.</summary>
internal static class CSharpHighlighter
{
    /// <remarks>A documentation comment is a comment here: parsing its XML would recurse for each element.</remarks>
    private static readonly CSharpParseOptions _options =
        new(LanguageVersion.Preview, DocumentationMode.None, SourceCodeKind.Script);

    /// <summary>The code as HTML; without colours if the parser might not survive it.</summary>
    public static string Highlight(string code)
    {
        if (CodeLimits.Check(code) is not null)
            return Html.Escape(code);
        SyntaxNode root = CSharpSyntaxTree.ParseText(code, _options).GetRoot();
        var types = new TypeNames(root);
        var html = new StringBuilder(code.Length * 2);
        foreach (SyntaxToken token in root.DescendantTokens())
        {
            foreach (SyntaxTrivia trivia in token.LeadingTrivia)
                Write(html, trivia.ToFullString(), TriviaClass(trivia));
            Write(html, token.Text, TokenClass(token, types));
            foreach (SyntaxTrivia trivia in token.TrailingTrivia)
                Write(html, trivia.ToFullString(), TriviaClass(trivia));
        }

        return html.ToString();
    }

    private static void Write(StringBuilder html, string text, string? kind)
    {
        if (text.Length == 0)
            return;
        if (kind is null)
            html.Append(Html.Escape(text));
        else
            html.Append("<span class=\"").Append(kind).Append("\">").Append(Html.Escape(text)).Append("</span>");
    }

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
            SyntaxKind.StringLiteralToken
            or SyntaxKind.CharacterLiteralToken
            or SyntaxKind.Utf8StringLiteralToken
            or SyntaxKind.SingleLineRawStringLiteralToken
            or SyntaxKind.MultiLineRawStringLiteralToken
            or SyntaxKind.InterpolatedStringStartToken
            or SyntaxKind.InterpolatedVerbatimStringStartToken
            or SyntaxKind.InterpolatedSingleLineRawStringStartToken
            or SyntaxKind.InterpolatedMultiLineRawStringStartToken
            or SyntaxKind.InterpolatedStringTextToken
            or SyntaxKind.InterpolatedStringEndToken
            or SyntaxKind.InterpolatedRawStringEndToken => "s",
            SyntaxKind.IdentifierToken => IsKeywordLike(token) ? "k"
            : types.IsType(token) ? "t"
            : null,
            _ => token.IsKeyword() || SyntaxFacts.IsContextualKeyword(token.Kind()) ? "k" : null,
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
