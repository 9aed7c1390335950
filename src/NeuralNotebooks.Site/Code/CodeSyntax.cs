using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NeuralNotebooks.Site;

/// <summary>Parses the C# of cells, which is that of <see cref="ScriptSyntax"/>.</summary>
internal static class CodeSyntax
{
    /// <remarks>Documentation comments are parsed as plain comments, since the parser would recurse for each of their
    /// XML elements.</remarks>
    private static readonly CSharpParseOptions _options =
        ScriptSyntax.Options.WithDocumentationMode(DocumentationMode.None);

    /// <summary>The root of the syntax tree; null if the code is nested so deeply that the parser could overflow its
    /// stack.</summary>
    public static SyntaxNode? RootOf(string code) =>
        CodeLimits.Check(code) is null ? CSharpSyntaxTree.ParseText(code, _options).GetRoot() : null;
}
