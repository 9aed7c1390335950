using Microsoft.CodeAnalysis;

namespace NeuralNotebooks.Engine;

/// <content>The compiler's warnings, for a cell with <c>#nullable</c> or <c>#warning</c>.</content>
public sealed partial class CSharpSession
{
    /// <summary>Shows the warnings for a text that is about to run.</summary>
    private void ShowWarnings(CodeStep code, CompiledScript script, CellExecution execution)
    {
        if (!script.ShowsWarnings)
            return;
        IEnumerable<Diagnostic> warnings = _chain.Analyze(code.Code, code.Path)
            .GetDiagnostics(execution.Stopped)
            .Where(found => found is { Severity: DiagnosticSeverity.Warning, IsSuppressed: false }
                && found.Location.IsInSource
                && found.Id != CodeProblem.NullableAnnotation);
        if (CompileErrorReport.Text(warnings, _texts) is { Length: > 0 } text)
            execution.Outputs.Write(StreamName.Stderr, text);
    }
}
