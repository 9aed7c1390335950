using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NeuralNotebooks.Engine;

/// <summary>Inserts an <see cref="InterruptPoint"/> into loops, jumps and lambdas of a cell, without adding a line.</summary>
/// <remarks>One read of a static field per iteration makes endless loops stop reliably on every system.</remarks>
internal static class InterruptPoints
{
    private const string Type = "global::" + nameof(NeuralNotebooks) + "." + nameof(Engine) + "." + nameof(InterruptPoint) + ".";
    private const string Statement = Type + nameof(InterruptPoint.Pass) + "();";

    /// <summary>Prefix of an expression that keeps its type and value.</summary>
    private const string Expression = Type + nameof(InterruptPoint.IsStopped) + " ? throw null : ";

    /// <summary>Code without any of these needs no interrupt point.</summary>
    private static readonly string[] _words = ["while", "for", "goto", "=>", "where"];

    /// <summary>The code with interrupt points in statements and expressions, with points in statements only, and unchanged; without duplicates.</summary>
    public static IEnumerable<string> Variants(string code)
    {
        List<(int Position, string Text)> insertions = Find(code);
        if (insertions.Count > 0)
            yield return Insert(code, insertions);
        int expressions = insertions.RemoveAll(insertion => insertion.Text == Expression);
        if (expressions > 0 && insertions.Count > 0)
            yield return Insert(code, insertions);
        yield return code;
    }

    /// <summary>Removes interrupt points from a message that quotes code, such as the text of an argument.</summary>
    public static string Remove(string text) => text.Replace(Statement, "", StringComparison.Ordinal).Replace(Expression, "", StringComparison.Ordinal);

    private static List<(int Position, string Text)> Find(string code)
    {
        var insertions = new List<(int Position, string Text)>();
        if (!_words.Any(word => code.Contains(word, StringComparison.Ordinal)))
            return insertions;
        SyntaxNode root = ScriptSyntax.Parse(code).GetRoot();
        if (root.GetDiagnostics().Any(d => d.Severity == DiagnosticSeverity.Error))
            return insertions;
        foreach (SyntaxNode node in root.DescendantNodes())
        {
            switch (Repeated(node))
            {
                case BlockSyntax block:
                    insertions.Add((block.OpenBraceToken.Span.End, Statement));
                    break;
                case StatementSyntax single:
                    insertions.Add((single.SpanStart, "{" + Statement));
                    insertions.Add((single.Span.End, "}"));
                    break;
                case ExpressionSyntax expression when HasValue(expression):
                    insertions.Add((expression.SpanStart, Expression));
                    break;
            }
        }
        return insertions;
    }

    private static string Insert(string code, IEnumerable<(int Position, string Text)> insertions)
    {
        var text = new StringBuilder(code);
        foreach ((int position, string insertion) in insertions.OrderByDescending(i => i.Position))
            text.Insert(position, insertion);
        return text.ToString();
    }

    private static SyntaxNode? Repeated(SyntaxNode node) => node switch
    {
        WhileStatementSyntax loop => loop.Statement,
        DoStatementSyntax loop => loop.Statement,
        ForStatementSyntax loop => loop.Statement,
        CommonForEachStatementSyntax loop => loop.Statement,
        GotoStatementSyntax => node,
        LambdaExpressionSyntax lambda => lambda.ExpressionBody,
        WhereClauseSyntax clause => clause.Condition,
        _ => null,
    };

    /// <summary>Whether an expression certainly has a value. A call may return void, which only binding would tell.</summary>
    private static bool HasValue(ExpressionSyntax expression)
        => expression is BinaryExpressionSyntax or MemberAccessExpressionSyntax or IdentifierNameSyntax or ElementAccessExpressionSyntax
            or ConditionalExpressionSyntax or CastExpressionSyntax or ParenthesizedExpressionSyntax or TupleExpressionSyntax
            or InterpolatedStringExpressionSyntax or
                PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression or (int)SyntaxKind.UnaryMinusExpression } or IsPatternExpressionSyntax or SwitchExpressionSyntax or AnonymousObjectCreationExpressionSyntax;
}
