using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NeuralNotebooks.Engine;

/// <summary>Asks which of four calls takes the other branch, and which of them depends on a line.</summary>
internal static class CallQuestions
{
    /// <summary>The method of the question program that notes the value of a condition.</summary>
    public const string Method = "__nnIf";

    /// <summary>Which call takes the other branch at a condition.</summary>
    public static IEnumerable<QuestionDraft> OfBranches(
        CodeFunction function,
        CallVariants calls,
        QuestionProgram program
    )
    {
        foreach (SyntaxNode node in function.Own<SyntaxNode>().Where(node => !function.IsInLoop(node)))
        {
            if (node switch
            {
                IfStatementSyntax one => one.Condition,
                ConditionalExpressionSyntax one => one.Condition,
                _ => null,
            } is not { } condition)
                continue;
            string copy = program.Copy(
                new Edit(condition.SpanStart, Method + "("), new Edit(condition.Span.End, ")"));
            yield return Draft(
                "the call that takes the other branch",
                condition,
                $"Only one of these calls makes `{CodeFunction.Shown(condition)}` in line "
                    + $"{CodeFunction.Line(condition)} {QuestionDraft.Odd}. Which one?",
                call => program.AddRun($"{copy}{call};"),
                function,
                calls);
        }
    }

    /// <summary>Which call depends on a line.</summary>
    public static IEnumerable<QuestionDraft> OfOmissions(
        CodeFunction function,
        CallVariants calls,
        QuestionProgram program
    )
    {
        string original = program.Copy();
        foreach (StatementSyntax statement in function.Own<StatementSyntax>())
        {
            if (statement is not (ExpressionStatementSyntax or IfStatementSyntax { Else: null }))
                continue;
            string copy = program.Copy(new Edit(statement.Span, ";"));
            yield return Draft(
                "the call that depends on a line",
                statement,
                $"The statement in line {CodeFunction.Line(statement)}, `{CodeFunction.Shown(statement)}`, is left "
                    + $"out. Only one of these calls then {QuestionDraft.Odd}. Which one?",
                call => program.AddRun(QuestionProgram.NoteOf(
                    $"__nnText({original}{call}) == __nnText({copy}{call}) ? \"still returns the same\" : "
                        + "\"returns something else\"")),
                function,
                calls);
        }
    }

    /// <summary>A question whose choices are calls.</summary>
    /// <param name="kind">What it asks for.</param>
    /// <param name="node">The code that it is about.</param>
    /// <param name="text">The question.</param>
    /// <param name="run">Adds a run for the arguments of a call, and returns its number.</param>
    /// <param name="function">The function.</param>
    /// <param name="calls">Its calls.</param>
    private static QuestionDraft Draft(
        string kind,
        SyntaxNode node,
        string text,
        Func<string, int> run,
        CodeFunction function,
        CallVariants calls
    ) =>
        new(kind, CodeFunction.Line(node), text, [.. calls.All.Select(call => new ValuePlace(run(call)))])
        {
            Calls = [.. calls.All.Select(call => function.Method.Identifier.ValueText + call)],
        };
}
