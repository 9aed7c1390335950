using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NeuralNotebooks.Engine;

/// <summary>Asks for the value of a variable after the second pass of a loop. Wrong choices are its values before the
/// loop and after other passes. Questions about two passes would answer each other.</summary>
internal static class LoopQuestions
{
    public static IEnumerable<QuestionDraft> Of(CodeFunction function, CallVariants calls, QuestionProgram program)
    {
        foreach (SyntaxNode loop in function.Own<StatementSyntax>().Where(node => !function.IsInLoop(node)))
            foreach (StatementSyntax body in CodeFunction.LoopBody(loop))
            {
                if (loop is LabeledStatementSyntax || loop.Parent is not BlockSyntax
                    || body.DescendantNodes().OfType<ContinueStatementSyntax>().Any())
                    continue;
                foreach (ISymbol variable in function.Assignments()
                    .Where(one => body.Span.Contains(one.Statement.Span))
                    .Select(one => one.Variable)
                    .Where(one => !one.DeclaringSyntaxReferences.Any(place => loop.Span.Contains(place.Span)))
                    .Distinct(SymbolEqualityComparer.Default).OfType<ISymbol>())
                {
                    string note = QuestionProgram.NoteOf(variable.Name);
                    string copy = program.Copy(
                        QuestionProgram.Into(body, note, atEnd: true).Append(new Edit(loop.SpanStart, note)));
                    int run = program.AddRun($"{copy}{calls.Main};");
                    yield return new(
                        "the value of a variable in a loop",
                        CodeFunction.Line(loop),
                        $"`{function.Method.Identifier.ValueText}{calls.Main}` runs. What is `{variable.Name}` at "
                            + $"the end of the second pass of the loop in line {CodeFunction.Line(loop)}?",
                        [.. new[] { 2, 1, 3, -1, 0 }.Select(at => new ValuePlace(run, at))]);
                }
            }
    }
}
