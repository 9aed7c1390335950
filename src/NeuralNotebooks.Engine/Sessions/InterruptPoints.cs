using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NeuralNotebooks.Engine;

/// <summary>Writes an <see cref="InterruptPoint"/> into each loop of a cell, without adding a line.</summary>
/// <remarks>One read of a static field per turn: what makes an endless loop stop reliably on every system.</remarks>
internal static class InterruptPoints
{
    private const string Call = "global::" + nameof(NeuralNotebooks) + "." + nameof(Engine) + "." + nameof(InterruptPoint) + "." + nameof(InterruptPoint.Pass) + "();";

    /// <summary>The code with the points in it; the same code when it has no loops or does not parse.</summary>
    public static string Insert(string code)
    {
        if (!code.Contains("while", StringComparison.Ordinal) && !code.Contains("for", StringComparison.Ordinal))
            return code;
        SyntaxNode root = ScriptSyntax.Parse(code).GetRoot();
        if (root.GetDiagnostics().Any(d => d.Severity == DiagnosticSeverity.Error))
            return code;

        var insertions = new List<(int Position, string Text)>();
        foreach (SyntaxNode node in root.DescendantNodes())
        {
            switch (BodyOf(node))
            {
                case null:
                    break;
                case BlockSyntax block:
                    insertions.Add((block.OpenBraceToken.Span.End, Call));
                    break;
                case var single:
                    insertions.Add((single.SpanStart, "{" + Call));
                    insertions.Add((single.Span.End, "}"));
                    break;
            }
        }
        var text = new StringBuilder(code);
        foreach ((int position, string insertion) in insertions.OrderByDescending(i => i.Position))
            text.Insert(position, insertion);
        return text.ToString();
    }

    private static StatementSyntax? BodyOf(SyntaxNode node) => node switch
    {
        WhileStatementSyntax loop => loop.Statement,
        DoStatementSyntax loop => loop.Statement,
        ForStatementSyntax loop => loop.Statement,
        CommonForEachStatementSyntax loop => loop.Statement,
        _ => null,
    };
}
