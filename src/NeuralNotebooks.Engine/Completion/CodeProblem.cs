namespace NeuralNotebooks.Engine;

/// <summary>An error or warning of the compiler in a cell that is being edited.</summary>
/// <param name="Id">The compiler's number, such as CS0029; empty if the code exceeds a limit and was not
/// compiled.</param>
public sealed record CodeProblem(int Start, int End, bool IsError, string Id, string Message)
{
    private const int MaxProblems = 50;

    /// <summary>The compiler's warning about annotations such as <c>string?</c> without <c>#nullable</c>, which cells
    /// may use.</summary>
    private const string NullableAnnotation = "CS8632";

    internal static bool IsShown(Diagnostic found) =>
        found is { Severity: DiagnosticSeverity.Error or DiagnosticSeverity.Warning, IsSuppressed: false }
        && found.Location.IsInSource && found.Id != NullableAnnotation;

    internal static IReadOnlyList<CodeProblem> Find(string code, Func<string, CellAnalysis> analyze)
    {
        if (CodeLimits.Check(Directive.WithoutOtherLanguages(code)) is var (sentence, line))
        {
            TextSpan span = SourceText.From(code).Lines[line - 1].Span;
            return [new CodeProblem(span.Start, span.End, IsError: true, "", sentence)];
        }
        string[] directives = [.. Directive.FindAll(code).Values.Select(directive => directive.Name)];
        if (directives.Any(Directive.IsOtherLanguage))
            return [];
        CellAnalysis cell = analyze(code);
        // The declarations that a directive adds are unknown until the cell runs, so only syntax errors are reported.
        bool brings = directives.Any(name => !Directive.IsCSharp(name) && name is not ("#i" or "#!time"));
        return
        [
            .. (brings ? cell.Root.SyntaxTree.GetDiagnostics() : cell.Compilation.GetDiagnostics())
                .Where(IsShown)
                .Take(MaxProblems)
                .Select(found => new CodeProblem(
                    found.Location.SourceSpan.Start, found.Location.SourceSpan.End,
                    found.Severity == DiagnosticSeverity.Error, found.Id,
                    CompileErrorReport.Sentences(found, cell.Compilation))),
        ];
    }
}
