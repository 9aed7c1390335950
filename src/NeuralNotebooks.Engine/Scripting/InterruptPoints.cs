using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NeuralNotebooks.Engine;

/// <summary>Writes an <see cref="InterruptPoint"/> into everything in a cell that may repeat without end, without adding a line.</summary>
/// <remarks>One read of a static field per turn: what makes an endless loop stop reliably on every system.</remarks>
internal static class InterruptPoints
{
    private const string Type = "global::" + nameof(NeuralNotebooks) + "." + nameof(Engine) + "." + nameof(InterruptPoint) + ".";
    private const string Statement = Type + nameof(InterruptPoint.Pass) + "();";

    /// <summary>In front of an expression: its type and its value stay what they are.</summary>
    private const string Expression = Type + nameof(InterruptPoint.IsStopped) + " ? throw null : ";

    /// <summary>Code without any of these needs no point.</summary>
    private static readonly string[] _words = ["while", "for", "goto", "=>", "where"];

    /// <summary>The code with points in statements and in expressions, with points in statements only, and as it is; each once.</summary>
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

    /// <summary>A text in which code is quoted, such as the name of an argument in a message, without the points.</summary>
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

    /// <summary>Whether an expression certainly has a value. A call may have none, and only the compiler's second look would tell.</summary>
    private static bool HasValue(ExpressionSyntax expression)
        => expression is BinaryExpressionSyntax or MemberAccessExpressionSyntax or IdentifierNameSyntax or ElementAccessExpressionSyntax
            or ConditionalExpressionSyntax or CastExpressionSyntax or ParenthesizedExpressionSyntax or TupleExpressionSyntax
            or InterpolatedStringExpressionSyntax or
                PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression or (int)SyntaxKind.UnaryMinusExpression } or IsPatternExpressionSyntax or SwitchExpressionSyntax or AnonymousObjectCreationExpressionSyntax;
}
