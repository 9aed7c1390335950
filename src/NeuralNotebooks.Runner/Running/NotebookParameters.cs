using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace NeuralNotebooks.Runner;

/// <summary>Sets the variables that a notebook declares in cells with the tag <c>parameters</c>, the tag that papermill
/// uses.</summary>
internal static class NotebookParameters
{
    private const string Tag = "parameters";

    /// <param name="values">The values by name: C# expressions, or for string variables the text without
    /// quotes.</param>
    /// <returns>An error message; null if all variables were set.</returns>
    public static string? Set(Notebook notebook, IReadOnlyDictionary<string, string> values)
    {
        if (values.Count == 0)
            return null;
        HashSet<string> declared = [];
        foreach ((int index, CodeCell cell) in notebook.CodeCells.Index().Where(at => at.Item.HasTag(Tag)))
        {
            if (CodeLimits.Check(cell.SourceInFile) is var (tooMuch, line))
                return Invariant($"Cell {index + 1}, line {line}, has the tag \"{Tag}\" and cannot be read. {tooMuch}");
            VariableDeclaratorSyntax[] variables = [.. Variables(cell.Source)];
            declared.UnionWith(variables.Select(variable => variable.Identifier.Text));
            var changes = new List<TextChange>();
            foreach (VariableDeclaratorSyntax variable in variables)
            {
                if (!values.TryGetValue(variable.Identifier.Text, out string? value))
                    continue;
                if (ProblemWith(variable, value) is { } problem)
                    return problem;
                string text = IsText(variable) ? SymbolDisplay.FormatLiteral(value, quote: true) : Expression(value)!;
                changes.Add(new(variable.Initializer!.Value.Span, text));
            }
            cell.Source = SourceText.From(cell.Source).WithChanges(changes).ToString();
        }
        string[] unknown = [.. values.Keys.Except(declared).Order(StringComparer.Ordinal)];
        return unknown.Length == 0 ? null
            : declared.Count == 0
                ? $"The parameter {unknown[0]} was set, but no cell with the tag \"{Tag}\" declares a variable."
            : $"There is no parameter {unknown[0]}: the notebook has "
                + $"{string.Join(", ", declared.Order(StringComparer.Ordinal))}.";
    }

    private static string? ProblemWith(VariableDeclaratorSyntax variable, string value) =>
        IsText(variable) ? null
        : CodeLimits.Check(value) is var (limit, _)
            ? $"The parameter {variable.Identifier.Text} cannot be set to {Shortened(value)}. {limit}"
        : Expression(value) is null
            ? $"The parameter {variable.Identifier.Text} was set to {Shortened(value)}, which is no C# expression; it "
                + $"is {Shortened(variable.Initializer!.Value.ToString())} in the notebook."
        : null;

    private static IEnumerable<VariableDeclaratorSyntax> Variables(string source) =>
        ((CompilationUnitSyntax)ScriptSyntax.Parse(source).GetRoot())
            .Members.SelectMany(member =>
                member switch
                {
                    FieldDeclarationSyntax field => field.Declaration.Variables,
                    GlobalStatementSyntax { Statement: LocalDeclarationStatementSyntax local } => local
                        .Declaration
                        .Variables,
                    _ => default,
                }
            )
            .Where(variable => variable.Initializer is not null);

    /// <summary>The text of an expression without the comments around it, since a comment could swallow the code that
    /// follows. Null if the text is not an expression or contains preprocessor directives, which would affect the whole
    /// cell.</summary>
    private static string? Expression(string text) =>
        SyntaxFactory.ParseExpression(text, options: ScriptSyntax.Options)
            is { ContainsDiagnostics: false, ContainsDirectives: false } expression
        && string.IsNullOrWhiteSpace(text[expression.FullSpan.End..]) // Directives after it.
            ? expression.ToString() : null;

    private static string Shortened(string text)
    {
        const int maxLength = 160;
        return text.Length <= maxLength ? text : text[..maxLength] + "…";
    }

    private static bool IsText(VariableDeclaratorSyntax variable) =>
        variable.Initializer!.Value.IsKind(SyntaxKind.StringLiteralExpression)
        || ((VariableDeclarationSyntax)variable.Parent!).Type.ToString() is "string" or "string?";
}
