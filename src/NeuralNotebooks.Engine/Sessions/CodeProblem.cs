using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace NeuralNotebooks.Engine;

/// <summary>What the compiler objects to in a cell that is being edited.</summary>
/// <param name="Start">Where it begins in the cell.</param>
/// <param name="End">Where it ends.</param>
/// <param name="IsError">Whether the cell cannot run; otherwise it is a warning.</param>
/// <param name="Id">The compiler's number, such as CS0029; empty where the code is not given to the compiler.</param>
/// <param name="Message">What is wrong, and where we know it, what to do.</param>
public sealed record CodeProblem(int Start, int End, bool IsError, string Id, string Message)
{
    private const int MaxProblems = 50;

    /// <summary>The annotation in <c>string?</c>, which cells may use without <c>#nullable</c>.</summary>
    private const string NullableAnnotation = "CS8632";

    internal static IReadOnlyList<CodeProblem> Find(string code, Func<string, CellAnalysis> analyze)
    {
        if (CodeLimits.Check(code) is var (sentence, line))
        {
            TextSpan span = SourceText.From(code).Lines[line - 1].Span;
            return [new CodeProblem(span.Start, span.End, IsError: true, "", sentence)];
        }
        string[] directives = [.. Directive.FindAll(code).Values.Select(directive => directive.Name)];
        if (directives.Contains("#!markdown"))
            return [];
        CellAnalysis cell = analyze(code);
        // What a directive brings is unknown until the cell runs.
        bool brings = directives.Any(name => name is "#r" or "#load" or "#!import");
        return
        [
            .. (brings ? cell.Root.SyntaxTree.GetDiagnostics() : cell.Compilation.GetDiagnostics())
                .Where(found =>
                    found is { Severity: DiagnosticSeverity.Error or DiagnosticSeverity.Warning, IsSuppressed: false }
                    && found.Location.IsInSource
                    && found.Id != NullableAnnotation
                )
                .Take(MaxProblems)
                .Select(found => new CodeProblem(
                    found.Location.SourceSpan.Start,
                    found.Location.SourceSpan.End,
                    found.Severity == DiagnosticSeverity.Error,
                    found.Id,
                    CompileErrorReport.Sentences(found)
                )),
        ];
    }
}
