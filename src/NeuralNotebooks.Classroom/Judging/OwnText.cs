using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NeuralNotebooks.Classroom;

/// <summary>A cell of the student's that answers no task, as text.</summary>
internal sealed class OwnText
{
    private readonly CompilationUnitSyntax _root;

    private OwnText(OwnCell cell, string code)
    {
        (Code, SourceAbove, Path) = (code, cell.SourceAbove, Invariant($"cell {cell.Number}"));
        _root = (CompilationUnitSyntax)ScriptSyntax.Parse(code, Path).GetRoot();
        Usings = string.Join('\n', _root.Usings.Select(directive => directive.ToString()));
        Names = NamesIn(_root);
        Declared =
        [
            .. _root
                .DescendantTokens()
                .Where(token =>
                    token.IsKind(SyntaxKind.IdentifierToken)
                    && token.Parent
                        is MemberDeclarationSyntax
                            or VariableDeclaratorSyntax
                            or SingleVariableDesignationSyntax
                            or LocalFunctionStatementSyntax
                )
                .Select(token => token.ValueText),
        ];
    }

    /// <summary>The text for the compiler.</summary>
    public string Code { get; }

    /// <summary>How many of the session's cells from the source are above it.</summary>
    public int SourceAbove { get; }

    /// <summary>Its path in compiler messages.</summary>
    public string Path { get; }

    /// <summary>Its using directives alone; empty when it has none.</summary>
    public string Usings { get; }

    /// <summary>The names that it declares, including those of members.</summary>
    public HashSet<string> Declared { get; }

    /// <summary>All names in it.</summary>
    public HashSet<string> Names { get; }

    /// <summary>The cells within the parser's limits.</summary>
    public static IReadOnlyList<OwnText> Read(IEnumerable<OwnCell> cells) =>
        [
            .. cells
                .Where(cell => CodeLimits.Check(cell.Code) is null)
                .Select(cell => new OwnText(cell, StudentText.Of(cell.Code).Code)),
        ];

    /// <summary>
    /// Those that may declare something that a text uses, directly or indirectly, judging by names alone: with false
    /// positives, but without false negatives.
    /// </summary>
    public static IReadOnlyList<OwnText> NamedBy(SyntaxNode text, IReadOnlyList<OwnText> cells)
    {
        HashSet<string> names = NamesIn(text);
        var named = new HashSet<OwnText>();
        while (cells.FirstOrDefault(cell => !named.Contains(cell) && cell.Declared.Overlaps(names)) is { } next)
        {
            named.Add(next);
            names.UnionWith(next.Names);
        }
        return [.. cells.Where(named.Contains)];
    }

    private static HashSet<string> NamesIn(SyntaxNode root) =>
        [
            .. root.DescendantTokens()
                .Where(token => token.IsKind(SyntaxKind.IdentifierToken))
                .Select(token => token.ValueText),
        ];
}
