namespace NeuralNotebooks.Engine;

public enum CodeStatus
{
    Complete,

    Incomplete,

    /// <summary>It has a syntax error that no further line can fix.</summary>
    Invalid,
}

public sealed record Completeness(CodeStatus Status, string Indent)
{
    private const int IndentSize = 4;
    private const string UnterminatedRawString = "CS8997", UnterminatedRawStringLine = "CS9001";

    internal static Completeness Of(string code)
    {
        SyntaxTree tree = ScriptSyntax.Parse(Directive.OnlyCSharp(code));
        // The compiler's own check handles strings that end with the line, but not raw ones.
        if (!SyntaxFactory.IsCompleteSubmission(tree)
            || tree.GetDiagnostics().Any(d => d.Id is UnterminatedRawString or UnterminatedRawStringLine))
            return new(CodeStatus.Incomplete, new string(' ', IndentSize * OpenBraces(tree)));
        return new(
            tree.GetDiagnostics().Any(d => d.Severity == DiagnosticSeverity.Error)
                ? CodeStatus.Invalid
                : CodeStatus.Complete,
            "");
    }

    private static int OpenBraces(SyntaxTree tree)
        => Math.Max(0, tree.GetRoot().DescendantTokens().Sum(token => token.IsMissing ? 0 : token.Kind() switch
        {
            SyntaxKind.OpenBraceToken => 1,
            SyntaxKind.CloseBraceToken => -1,
            _ => 0,
        }));
}
