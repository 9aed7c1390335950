using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NeuralNotebooks.Engine;

/// <summary>Inserts an <see cref="InterruptPoint"/> into loops, jumps and lambdas of a cell, without adding a
/// line.</summary>
/// <remarks>
/// One read of a static field per iteration makes endless loops stop reliably on every system. The code must mean the
/// same as before: a lambda returns its expression from a block, in which a constant is still one.
/// </remarks>
internal static class InterruptPoints
{
    private const string Type = Insertion.Prefix + nameof(InterruptPoint) + ".";
    private const string Statement = Type + nameof(InterruptPoint.Pass) + "();";

    /// <summary>Prefix of a condition, for which there is no block.</summary>
    private const string Condition = Type + nameof(InterruptPoint.IsStopped) + " ? throw null : ";

    /// <summary>Code without any of these needs no interrupt point.</summary>
    private static readonly string[] _words = ["while", "for", "goto", "=>", "delegate", "where", "select"];

    private static readonly byte[] _prefixInStrings = Encoding.Unicode.GetBytes(Insertion.Prefix);

    /// <summary>The code with all interrupt points, with fewer and fewer, and unchanged: the first that compiles and
    /// quotes none of them counts.</summary>
    /// <param name="code">The code.</param>
    /// <param name="others">What else is inserted, as long as possible.</param>
    /// <param name="analyze">The code as a submission for analysis.</param>
    public static IEnumerable<string> Variants(
        string code,
        IReadOnlyList<Insertion> others,
        Func<Compilation> analyze
    )
    {
        List<Insertion> points = Find(code, analyze);
        return others.Count == 0 ? Fewer(code, points)
            : Fewer(code, [.. points, .. others]).SkipLast(1).Concat(Fewer(code, points));
    }

    private static IEnumerable<string> Fewer(string code, List<Insertion> insertions)
    {
        if (insertions.Count > 0)
            yield return Insertion.Insert(code, insertions);
        // In an expression tree there can be no point.
        if (insertions.RemoveAll(insertion => insertion.Kind == Place.Expression) > 0 && insertions.Count > 0)
            yield return Insertion.Insert(code, insertions);
        // A method can ask for the text of its argument.
        if (insertions.RemoveAll(insertion => insertion.Kind == Place.Argument) > 0 && insertions.Count > 0)
            yield return Insertion.Insert(code, insertions);
        yield return code;
    }

    /// <summary>Whether compiled code contains the text of an insertion, for which a <c>CallerArgumentExpression</c>
    /// has asked.</summary>
    public static bool AreQuotedBy(SubmissionCode? code) =>
        code is not null && code.Assembly.AsSpan().IndexOf(_prefixInStrings) >= 0;

    private static List<Insertion> Find(string code, Func<Compilation> analyze)
    {
        var insertions = new List<Insertion>();
        if (!_words.Any(word => code.Contains(word)))
            return insertions;
        Compilation submission = analyze();
        SyntaxTree tree = submission.SyntaxTrees.Last();
        SyntaxNode root = tree.GetRoot();
        if (root.GetDiagnostics().Any(d => d.Severity == DiagnosticSeverity.Error))
            return insertions;
        // It binds what it is asked about, and nothing else.
        SemanticModel model = submission.GetSemanticModel(tree);
        foreach (SyntaxNode node in root.DescendantNodes())
            insertions.AddRange(Repeated(node) switch
            {
                StatementSyntax body => Insertion.Into(body, Statement),
                ExpressionSyntax clause when node is not LambdaExpressionSyntax =>
                    [new(clause.SpanStart, Condition, Place.Expression, clause.Span)],
                ExpressionSyntax result when HasValue(result) || Returns(model, node, result) is true =>
                    Insertion.Around(result, "{" + Statement + "return ", ";}", Place.Expression),
                ExpressionSyntax result when Returns(model, node, result) is false =>
                    Insertion.Around(result, "{" + Statement, ";}", Place.Expression),
                _ => [],
            });
        return insertions;
    }

    private static SyntaxNode? Repeated(SyntaxNode node) => node switch
    {
        WhileStatementSyntax loop => loop.Statement,
        DoStatementSyntax loop => loop.Statement,
        ForStatementSyntax loop => loop.Statement,
        CommonForEachStatementSyntax loop => loop.Statement,
        GotoStatementSyntax => node,
        AnonymousFunctionExpressionSyntax function => function.Body,
        WhereClauseSyntax clause => clause.Condition,
        // A query that selects its own variable is another query with an expression in its place.
        SelectClauseSyntax { Expression: not IdentifierNameSyntax } clause => clause.Expression,
        _ => null,
    };

    /// <summary>Whether a lambda returns the value of its expression, or ignores it; null where there can be no
    /// point.</summary>
    private static bool? Returns(SemanticModel model, SyntaxNode lambda, ExpressionSyntax body) =>
        body is RefExpressionSyntax or ThrowExpressionSyntax
        // No expression tree has statements.
        || model.GetTypeInfo(lambda).ConvertedType is not { TypeKind: TypeKind.Delegate }
        || model.GetSymbolInfo(lambda).Symbol is not IMethodSymbol method
            ? null
            : !(method.ReturnsVoid || method is { IsAsync: true, ReturnType: INamedTypeSymbol { Arity: 0 } });

    /// <summary>Whether an expression certainly has a value. A call may return void, which only binding
    /// tells.</summary>
    private static bool HasValue(ExpressionSyntax expression) =>
        expression
            is BinaryExpressionSyntax
                or LiteralExpressionSyntax
                or MemberAccessExpressionSyntax
                or IdentifierNameSyntax
                or ElementAccessExpressionSyntax
                or ConditionalExpressionSyntax
                or CastExpressionSyntax
                or ParenthesizedExpressionSyntax
                or TupleExpressionSyntax
                or InterpolatedStringExpressionSyntax
                or PrefixUnaryExpressionSyntax
            {
                RawKind: (int)SyntaxKind.LogicalNotExpression or (int)SyntaxKind.UnaryMinusExpression
            }
                or IsPatternExpressionSyntax
                or SwitchExpressionSyntax
                or AnonymousObjectCreationExpressionSyntax;
}
