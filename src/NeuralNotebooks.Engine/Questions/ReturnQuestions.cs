using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NeuralNotebooks.Engine;

/// <summary>Asks what a call returns. Wrong choices are what the function would return after a plausible
/// mistake.</summary>
internal static class ReturnQuestions
{
    /// <summary>What they ask for.</summary>
    public const string Kind = "the value that a call returns";

    private const int MaxMistakes = 12, MaxCalls = 4;

    public static IEnumerable<QuestionDraft> Of(CodeFunction function, CallVariants calls, QuestionProgram program)
    {
        string original = program.Copy();
        string[] mistakes = [.. Mistakes(function).Take(MaxMistakes).Select(edits => program.Copy(edits))];
        IEnumerable<string> asked = calls.Special().Concat(calls.All.Skip(1)).Take(MaxCalls).Prepend(calls.Main);
        foreach (string arguments in asked.Distinct())
            yield return new(
                Kind,
                CodeFunction.Line(function.Method),
                $"What does `{function.Method.Identifier.ValueText}{arguments}` return?",
                [
                    .. mistakes.Prepend(original)
                        .Select(copy => new ValuePlace(program.AddCall(copy, arguments))),
                    .. CallVariants.Misread(arguments)
                        .Select(other => new ValuePlace(program.AddCall(original, other))),
                ]);
    }

    /// <summary>Changes to the function that are plausible mistakes.</summary>
    public static IEnumerable<Edit[]> Mistakes(CodeFunction function)
    {
        foreach (SyntaxNode node in function.Method.DescendantNodes())
            foreach (Edit edit in Changes(node))
                yield return [edit];
        IParameterSymbol[] parameters =
            [.. function.Method.ParameterList.Parameters.Select(p => function.Model.GetDeclaredSymbol(p)!)];
        foreach ((int i, IParameterSymbol first) in parameters.Index())
            foreach (IParameterSymbol second in parameters.Skip(i + 1).Where(other =>
                SymbolEqualityComparer.Default.Equals(other.Type, first.Type)))
                yield return
                [
                    .. function.Method.DescendantNodes().OfType<IdentifierNameSyntax>()
                        .Select(name => (name.Span, function.Model.GetSymbolInfo(name).Symbol))
                        .Where(name => Is(name.Symbol, first) || Is(name.Symbol, second))
                        .Select(name => new Edit(name.Span, Is(name.Symbol, first) ? second.Name : first.Name)),
                ];

        static bool Is(ISymbol? symbol, ISymbol other) => SymbolEqualityComparer.Default.Equals(symbol, other);
    }

    private static IEnumerable<Edit> Changes(SyntaxNode node) => node switch
    {
        BinaryExpressionSyntax binary => Changes(binary),
        ExpressionStatementSyntax or IfStatementSyntax { Else: null } => [new(node.Span, ";")],
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression } sum =>
            [new(sum.OperatorToken.Span, "=")],
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression } minus =>
            [new(minus.OperatorToken.Span, "")],
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "T" } member =>
            [new(member.Span, member.Expression.ToString())],
        IdentifierNameSyntax { Identifier.ValueText: "Max", Parent: MemberAccessExpressionSyntax } =>
            [new(node.Span, "Min")],
        IdentifierNameSyntax { Identifier.ValueText: "Min", Parent: MemberAccessExpressionSyntax } =>
            [new(node.Span, "Max")],
        ConditionalExpressionSyntax choice =>
            [new(choice.Span, $"({choice.WhenTrue})"), new(choice.Span, $"({choice.WhenFalse})")],
        _ => [],
    };

    private static IEnumerable<Edit> Changes(BinaryExpressionSyntax binary)
    {
        string? other = binary.Kind() switch
        {
            SyntaxKind.AddExpression => "-",
            SyntaxKind.SubtractExpression => "+",
            SyntaxKind.MultiplyExpression => "+",
            SyntaxKind.DivideExpression => "*",
            SyntaxKind.LessThanExpression => "<=",
            SyntaxKind.LessThanOrEqualExpression => "<",
            SyntaxKind.GreaterThanExpression => ">=",
            SyntaxKind.GreaterThanOrEqualExpression => ">",
            SyntaxKind.EqualsExpression => "!=",
            SyntaxKind.NotEqualsExpression => "==",
            _ => null,
        };
        if (other is null)
            yield break;
        if (binary.Kind() is SyntaxKind.MultiplyExpression or SyntaxKind.DivideExpression
            or SyntaxKind.AddExpression or SyntaxKind.SubtractExpression)
            yield return new(binary.Span, $"({binary.Left})");
        if (binary.IsKind(SyntaxKind.MultiplyExpression) || binary.IsKind(SyntaxKind.AddExpression))
            yield return new(binary.Span, $"({binary.Right})");
        yield return new(binary.OperatorToken.Span, other);
    }
}
