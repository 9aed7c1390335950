using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NeuralNotebooks.Engine;

/// <summary>Asks for the value of a variable after the second pass of a loop. Wrong choices are its values after a
/// plausible mistake, after other passes, and before the loop. Questions about two passes would answer each
/// other.</summary>
internal static class LoopQuestions
{
    private const int MaxMistakes = 6;

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
                    Edit[] notes = [.. QuestionProgram.Into(body, note, atEnd: true), new(loop.SpanStart, note)];
                    int run = RunOf(notes);
                    int[] mistakes =
                    [
                        .. ReturnQuestions.Mistakes(function).Take(MaxMistakes)
                            .Select(mistake => RunOf([.. notes, .. mistake])),
                    ];
                    yield return new(
                        "the value of a variable in a loop",
                        CodeFunction.Line(loop),
                        $"`{function.Method.Identifier.ValueText}{calls.Main}` runs. What is `{variable.Name}` at "
                            + $"the end of the second pass of the loop in line {CodeFunction.Line(loop)}?",
                        [
                            new(run, 2), .. mistakes.Select(mistake => new ValuePlace(mistake, 2)),
                            new(run, 1), new(run, 3), new(run, -1), new(run),
                        ]);
                }
            }

        int RunOf(IEnumerable<Edit> edits) => program.AddRun($"{program.Copy(edits)}{calls.Main};");
    }
}
