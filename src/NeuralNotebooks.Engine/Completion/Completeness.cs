using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NeuralNotebooks.Engine;

/// <summary>Whether code can be run as it is.</summary>
public enum CodeStatus
{
    /// <summary>It can.</summary>
    Complete,

    /// <summary>It could, if more followed.</summary>
    Incomplete,

    /// <summary>It cannot, whatever followed.</summary>
    Invalid,
}

/// <summary>Whether code can be run as it is.</summary>
/// <param name="Status">Whether it can.</param>
/// <param name="Indent">The blanks with which a next line would begin.</param>
public sealed record Completeness(CodeStatus Status, string Indent)
{
    private const int IndentSize = 4;
    private const string UnterminatedRawString = "CS8997", UnterminatedRawStringLine = "CS9001";

    internal static Completeness Of(string code)
    {
        SyntaxTree tree = ScriptSyntax.Parse(CellAnalysis.WithoutDirectives(code));
        // The compiler's own answer knows strings that end with the line, but not raw ones.
        if (!SyntaxFactory.IsCompleteSubmission(tree) || tree.GetDiagnostics().Any(d => d.Id is UnterminatedRawString or UnterminatedRawStringLine))
            return new(CodeStatus.Incomplete, new string(' ', IndentSize * OpenBraces(tree)));
        return new(tree.GetDiagnostics().Any(d => d.Severity == DiagnosticSeverity.Error) ? CodeStatus.Invalid : CodeStatus.Complete, "");
    }

    private static int OpenBraces(SyntaxTree tree)
        => Math.Max(0, tree.GetRoot().DescendantTokens().Sum(token => token.IsMissing ? 0 : token.Kind() switch
        {
            SyntaxKind.OpenBraceToken => 1,
            SyntaxKind.CloseBraceToken => -1,
            _ => 0,
        }));
}
