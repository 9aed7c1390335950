using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace NeuralNotebooks.Engine;

/// <summary>Sets the variables that a notebook declares in cells with the tag <c>parameters</c>, as papermill names
/// them.</summary>
public static class NotebookParameters
{
    private const string Tag = "parameters";

    /// <summary>Replaces the values that the variables are declared with.</summary>
    /// <param name="notebook">The notebook, whose cells are changed.</param>
    /// <param name="values">The values by name, in C#; those of strings without quotes.</param>
    /// <returns>What does not fit; null if everything was set.</returns>
    public static string? Set(Notebook notebook, IReadOnlyDictionary<string, string> values)
    {
        HashSet<string> declared = [];
        foreach (CodeCell cell in notebook.CodeCells.Where(cell => cell.HasTag(Tag)))
        {
            VariableDeclaratorSyntax[] variables = [.. Variables(cell.Source)];
            declared.UnionWith(variables.Select(variable => variable.Identifier.Text));
            var changes = new List<TextChange>();
            foreach (VariableDeclaratorSyntax variable in variables)
            {
                string name = variable.Identifier.Text;
                if (!values.TryGetValue(name, out string? value))
                    continue;
                ExpressionSyntax given = variable.Initializer!.Value;
                string text = IsText(variable) ? SymbolDisplay.FormatLiteral(value, quote: true) : value;
                if (SyntaxFactory.ParseExpression(text).ContainsDiagnostics)
                    return $"The parameter {name} was set to {value}, which is no C# expression; it is {given} in the "
                        + "notebook.";
                changes.Add(new(given.Span, text));
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

    /// <summary>The variables that a cell declares at its top level with a value.</summary>
    private static IEnumerable<VariableDeclaratorSyntax> Variables(string source) =>
        CSharpSyntaxTree
            .ParseText(source, CSharpParseOptions.Default.WithKind(SourceCodeKind.Script))
            .GetCompilationUnitRoot()
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

    private static bool IsText(VariableDeclaratorSyntax variable) =>
        variable.Initializer!.Value.IsKind(SyntaxKind.StringLiteralExpression)
        || ((VariableDeclarationSyntax)variable.Parent!).Type.ToString() is "string" or "string?";
}
