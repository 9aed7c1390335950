namespace NeuralNotebooks.Engine;

/// <summary>Inserts calls of <see cref="InterruptPoint"/> into the loops, jumps and lambdas of a cell, without adding a
/// line.</summary>
/// <remarks>The calls make endless loops stop reliably on every system. They cost one read of a static field per
/// iteration, and keep the loop's numbers out of registers, so a <see cref="CountedLoop"/> has none. They must not
/// change the meaning of the code: the expression of a lambda becomes a return statement in a block, in which a
/// constant expression is still constant.</remarks>
internal static class InterruptInsertions
{
    private const string Type = Insertion.Prefix + nameof(InterruptPoint) + ".";
    private const string Statement = Type + nameof(InterruptPoint.Pass) + "();";

    private const string Condition = Type + nameof(InterruptPoint.PassInExpression) + "() ? throw null : ";

    /// <summary>Code without any of these needs no interrupt point.</summary>
    private static readonly string[] _words = ["while", "for", "goto", "=>", "delegate", "where", "select"];

    private static readonly byte[] _prefixInStrings = Encoding.Unicode.GetBytes(Insertion.Prefix);

    /// <summary>Variants of the code: with all interrupt points, with fewer of them, and finally unchanged. The caller
    /// uses the first variant that compiles and does not contain the text of an insertion in a string.</summary>
    public static IEnumerable<string> Variants(string code, IReadOnlyList<Insertion> others, Func<Compilation> analyze)
    {
        List<Insertion> insertions = [.. Find(code, analyze), .. others];
        if (insertions.Count > 0)
            yield return Insertion.Insert(code, insertions);
        // Interrupt points in an expression do not compile in an expression tree.
        if (insertions.RemoveAll(insertion => insertion.Kind == InsertionKind.Expression) > 0 && insertions.Count > 0)
            yield return Insertion.Insert(code, insertions);
        // A method can read the source text of its argument, with CallerArgumentExpression.
        if (insertions.RemoveAll(insertion => insertion.Kind == InsertionKind.Argument) > 0 && insertions.Count > 0)
            yield return Insertion.Insert(code, insertions);
        yield return code;
    }

    /// <summary>Whether the strings of compiled code contain the text of an insertion, because a method has a
    /// <c>CallerArgumentExpression</c>.</summary>
    public static bool AreQuotedBy(ReadOnlySpan<byte> assembly) => assembly.IndexOf(_prefixInStrings) >= 0;

    private static List<Insertion> Find(string code, Func<Compilation> analyze)
    {
        var insertions = new List<Insertion>();
        if (!_words.Any(word => code.Contains(word)))
            return insertions;
        Compilation script = analyze();
        SyntaxTree tree = script.SyntaxTrees.Last();
        SyntaxNode root = tree.GetRoot();
        if (root.GetDiagnostics().Any(d => d.Severity == DiagnosticSeverity.Error))
            return insertions;
        // The model binds only the nodes that are queried.
        SemanticModel model = script.GetSemanticModel(tree);
        // In a browser all loops keep their points: an interpreter runs them, a hundred times as slowly.
        bool areLoopsFast = !OperatingSystem.IsBrowser();
        foreach (SyntaxNode node in root.DescendantNodes())
        {
            if (areLoopsFast && CountedLoop.Is(node, model))
                continue;
            insertions.AddRange(Repeated(node) switch
            {
                StatementSyntax body => Insertion.Into(body, Statement),
                ExpressionSyntax clause when node is not LambdaExpressionSyntax =>
                    [new(clause.SpanStart, Condition, InsertionKind.Expression, clause.Span)],
                ExpressionSyntax result when HasValue(result) || Returns(model, node, result) is true =>
                    Insertion.Around(result, "{" + Statement + "return ", ";}", InsertionKind.Expression),
                ExpressionSyntax result when Returns(model, node, result) is false =>
                    Insertion.Around(result, "{" + Statement, ";}", InsertionKind.Expression),
                _ => [],
            });
        }
        return insertions;
    }

    private static SyntaxNode? Repeated(SyntaxNode node) => node switch
    {
        GotoStatementSyntax => node,
        AnonymousFunctionExpressionSyntax function => function.Body,
        WhereClauseSyntax clause => clause.Condition,
        // "select x" is excluded: with an expression in place of the range variable, the compiler would translate the
        // query differently.
        SelectClauseSyntax { Expression: not IdentifierNameSyntax } clause => clause.Expression,
        _ => ScriptSyntax.LoopBody(node),
    };

    /// <summary>True if a lambda returns the value of its expression, false if it discards the value; null if no
    /// interrupt point can be inserted.</summary>
    private static bool? Returns(SemanticModel model, SyntaxNode lambda, ExpressionSyntax body) =>
        body is RefExpressionSyntax or ThrowExpressionSyntax
        // An expression tree cannot contain statements.
        || model.GetTypeInfo(lambda).ConvertedType is not { TypeKind: TypeKind.Delegate }
        || model.GetSymbolInfo(lambda).Symbol is not IMethodSymbol method
            ? null
            : !(method.ReturnsVoid || method is { IsAsync: true, ReturnType: INamedTypeSymbol { Arity: 0 } });

    /// <summary>Whether the syntax of an expression shows that it has a value. A call may return void, so it must be
    /// bound to find out.</summary>
    private static bool HasValue(ExpressionSyntax expression) =>
        expression
            is BinaryExpressionSyntax or LiteralExpressionSyntax or MemberAccessExpressionSyntax
                or IdentifierNameSyntax or ElementAccessExpressionSyntax or ConditionalExpressionSyntax
                or CastExpressionSyntax or ParenthesizedExpressionSyntax or TupleExpressionSyntax
                or InterpolatedStringExpressionSyntax or IsPatternExpressionSyntax or SwitchExpressionSyntax
                or AnonymousObjectCreationExpressionSyntax
        || expression.Kind() is SyntaxKind.LogicalNotExpression or SyntaxKind.UnaryMinusExpression;
}
