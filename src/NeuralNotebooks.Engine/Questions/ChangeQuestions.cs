using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NeuralNotebooks.Engine;

/// <summary>Asks which line is the first to change a variable after its declaration. Wrong choices are other lines that
/// name it.</summary>
internal static class ChangeQuestions
{
    /// <summary>The method of the question program that notes the line of a change.</summary>
    public const string Method = "__nnChange";

    private const string NoLine = "no line";

    public static IEnumerable<QuestionDraft> Of(CodeFunction function, CallVariants calls, QuestionProgram program)
    {
        foreach (LocalDeclarationStatementSyntax declaration in function.Own<LocalDeclarationStatementSyntax>())
            foreach (VariableDeclaratorSyntax declared in declaration.Declaration.Variables)
            {
                ISymbol symbol = function.Model.GetDeclaredSymbol(declared)!;
                StatementSyntax[] changes =
                [
                    .. function.Assignments()
                        .Where(one => SymbolEqualityComparer.Default.Equals(one.Variable, symbol))
                        .Select(one => one.Statement),
                ];
                // The only assignment, if it always runs, is the answer without reading.
                if (declared.Initializer is null || declaration.Parent is not BlockSyntax || changes.Length == 0
                    || (changes is [var only] && !only.Ancestors().Any(node => node is IfStatementSyntax)))
                    continue;
                string copy = program.Copy(
                [
                    new Edit(declaration.Span.End, Noted(declaration, symbol)),
                    .. changes.SelectMany(change => new Edit[]
                    {
                        new(change.SpanStart, "{"), new(change.Span.End, Noted(change, symbol) + "}"),
                    }),
                ]);
                int run = program.AddRun($"{copy}{calls.Main};{QuestionProgram.NoteOf($"\"{NoLine}\"")}");
                int[] named =
                [
                    .. changes.Select(CodeFunction.Line),
                    .. function.Own<IdentifierNameSyntax>()
                        .Where(name => SymbolEqualityComparer.Default.Equals(
                            function.Model.GetSymbolInfo(name).Symbol, symbol))
                        .Select(CodeFunction.Line),
                ];
                yield return new(
                    "the line that changes a variable",
                    CodeFunction.Line(declaration),
                    $"`{function.Method.Identifier.ValueText}{calls.Main}` runs. Line {CodeFunction.Line(declaration)} "
                        + $"gives `{symbol.Name}` its first value. Which line is the first to change this value?",
                    [
                        new ValuePlace(run, 1),
                        .. named.Distinct().Select(line => new ValuePlace(run, 0, Invariant($"line {line}"))),
                        new ValuePlace(run, 0, NoLine),
                    ]);
            }

        static string Noted(StatementSyntax statement, ISymbol variable) =>
            Invariant($"{Method}({CodeFunction.Line(statement)}, {variable.Name});");
    }
}
