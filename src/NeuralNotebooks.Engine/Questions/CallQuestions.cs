namespace NeuralNotebooks.Engine;

/// <summary>Asks which of four calls takes the other branch, which of them depends on a line, and which of them returns
/// a value.</summary>
internal sealed class CallQuestions(CodeFunction function, CallVariants calls, QuestionProgram program)
{
    /// <summary>The method of the question program that notes the value of a condition.</summary>
    public const string Method = "__nnIf";

    /// <summary>Which call takes the other branch at a condition, or lets Math.Max or Math.Min choose the other
    /// argument. A condition in a loop or a lambda is true if it is true once.</summary>
    public IEnumerable<QuestionDraft> OfBranches()
    {
        HashSet<SyntaxNode> once = [.. function.Own<SyntaxNode>().Where(node => !function.IsInLoop(node))];
        foreach (SyntaxNode node in function.Method.DescendantNodes())
        {
            if (node switch
            {
                IfStatementSyntax one => Noted(one.Condition),
                ConditionalExpressionSyntax one => Noted(one.Condition),
                InvocationExpressionSyntax one => Compared(one),
                _ => null,
            } is not var (reason, condition, edits))
                continue;
            string copy = program.Copy(edits);
            string end = once.Contains(node) ? "" : QuestionProgram.NoteOf(
                "__nnNotes.Contains(\"true\") ? \"true at least once\" : \"never true\"");
            yield return Draft(
                "the call that takes the other branch", node,
                $"{reason}In only one of these calls, `{condition}` in line {ScriptSyntax.LineOf(node)} is ",
                ". Which one?",
                calls.All,
                call => program.AddRun($"{copy}{call};{end}"));
        }
    }

    /// <summary>Which call depends on a line.</summary>
    public IEnumerable<QuestionDraft> OfOmissions()
    {
        string original = program.Copy();
        foreach (StatementSyntax statement in function.Own<StatementSyntax>())
        {
            if (statement is not (ExpressionStatementSyntax or IfStatementSyntax { Else: null }))
                continue;
            string copy = program.Copy(new Edit(statement.Span, ";"));
            yield return Draft(
                "the call that depends on a line", statement,
                $"The statement in line {ScriptSyntax.LineOf(statement)}, `{CodeFunction.Shown(statement)}`, is left "
                    + "out. Only one of these calls then ", ". Which one?",
                calls.All,
                call => program.AddRun(QuestionProgram.NoteOf(
                    $"__nnText({original}{call}) == __nnText({copy}{call}) ? \"still returns the same\" : "
                        + "\"returns something else\"")));
        }
    }

    /// <summary>Which call returns a value. A question for the value of one of these calls would answer it.</summary>
    public QuestionDraft OfReturns()
    {
        string copy = program.Copy();
        return Draft(
            "the call that returns a value", function.Method,
            "Only one of these calls returns `", "`. Which one?",
            [.. calls.All.Except(calls.Asked)],
            call => program.AddCall(copy, call));
    }

    private static (string Reason, string Condition, Edit[] Edits)? Noted(ExpressionSyntax condition) => (
        "", CodeFunction.Shown(condition), [new(condition.SpanStart, Method + "("), new(condition.Span.End, ")")]);

    /// <summary>The comparison that Math.Max or Math.Min makes; null for other calls.</summary>
    private static (string Reason, string Condition, Edit[] Edits)? Compared(InvocationExpressionSyntax call) =>
        call.Expression.ToString() is "Math.Max" or "Math.Min"
        && call.ArgumentList.Arguments is [{ Expression: var one }, { Expression: var other }]
        && (call.Expression.ToString() == "Math.Max" ? '>' : '<') is var than
            ? (
                $"Line {ScriptSyntax.LineOf(call)} contains `{CodeFunction.Shown(call)}`. ",
                $"{CodeFunction.Shown(one)} {than} {CodeFunction.Shown(other)}",
                [
                    new(TextSpan.FromBounds(call.SpanStart, one.SpanStart), "(("),
                    new(TextSpan.FromBounds(other.Span.End, call.Span.End), ") switch { var (__nnOne, __nnOther) => "
                        + $"({Method}(__nnOne {than} __nnOther), {call.Expression}(__nnOne, __nnOther)).Item2 }})"),
                ])
            : null;

    /// <summary>A question whose choices are calls.</summary>
    private QuestionDraft Draft(
        string kind, SyntaxNode node, string text, string rest, IReadOnlyList<string> choices, Func<string, int> run) =>
        new(kind, ScriptSyntax.LineOf(node), text, [.. choices.Select(call => new ValuePlace(run(call), -1))], rest)
        {
            Calls = [.. choices.Select(call => function.Method.Identifier.ValueText + call)],
        };
}
