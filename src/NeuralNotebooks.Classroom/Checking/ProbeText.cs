namespace NeuralNotebooks.Classroom;

/// <summary>The text of a probe's expression, and variations of it.</summary>
internal static class ProbeText
{
    /// <summary>How many expressions are tried to tell two answers apart.</summary>
    public const int MaxCandidates = 24;

    private const int PerProbe = 6;

    /// <summary>Numbers that often tell formulas apart: no two are each other's square, half or inverse.</summary>
    private static readonly string[] _numbers = ["0.7", "3", "1.3", "5", "0.2", "2.6", "7"];

    private static readonly string[] _integers = ["3", "7", "5", "2", "11"];

    /// <summary>The arguments of a call; none if the expression is not a call.</summary>
    public static IReadOnlyList<string> Arguments(string expression) =>
        SyntaxFactory.ParseExpression(expression)
            is InvocationExpressionSyntax { Expression: IdentifierNameSyntax } call
            ?
            [
                .. call
                    .ArgumentList.Arguments.Where(argument => argument.RefKindKeyword.IsKind(SyntaxKind.None))
                    .Select(argument => argument.Expression.ToString()),
            ]
            : [];

    /// <summary>The same expression with other numbers in place of its own.</summary>
    public static IEnumerable<string> WithOtherNumbers(string expression)
    {
        ExpressionSyntax parsed = SyntaxFactory.ParseExpression(expression);
        LiteralExpressionSyntax[] literals =
        [
            .. parsed
                .DescendantNodesAndSelf()
                .OfType<LiteralExpressionSyntax>()
                .Where(literal => literal.IsKind(SyntaxKind.NumericLiteralExpression)),
        ];
        for (int shift = 0; shift < PerProbe && literals.Length > 0; shift++)
        {
            int next = shift;
            // A whole number may be an index or a count; half of the candidates keep all of them whole.
            bool keepsIntegers = shift % 2 == 0;
            var replaced = parsed.ReplaceNodes(literals, (literal, _) =>
            {
                string[] from = keepsIntegers && literal.Token.Value is int ? _integers : _numbers;
                return SyntaxFactory.ParseExpression(from[next++ % from.Length]).WithTriviaFrom(literal);
            });
            yield return replaced.ToString();
        }
    }
}
