namespace NeuralNotebooks.Classroom;

/// <summary>Another cell of the student's, as text.</summary>
internal sealed class OwnText
{
    private OwnText(OwnCell cell, string code)
    {
        (SourceAbove, Path) = (cell.SourceAbove, Invariant($"cell {cell.Number}"));
        Code = cell.Reference is null ? code : Beyond(DeclaredNames.Of(cell.Reference), code);
        var root = (CompilationUnitSyntax)ScriptSyntax.Parse(Code, Path).GetRoot();
        Usings = string.Join('\n', root.Usings.Select(directive => directive.ToString()));
        Names = NamesIn(root);
        Declared =
        [
            .. root
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
                .Select(cell => new OwnText(cell, StudentText.Of(cell.Code))),
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

    /// <summary>A cell without its statements and without what it declares with these names; other lines keep their
    /// numbers.</summary>
    private static string Beyond(IReadOnlySet<string> names, string code)
    {
        char[] rest = code.ToCharArray();
        foreach (MemberDeclarationSyntax member in ((CompilationUnitSyntax)ScriptSyntax.Parse(code).GetRoot()).Members)
            if (member is GlobalStatementSyntax || DeclaredNames.Of(member).Any(names.Contains))
                SourceSyntax.Blank(rest, member.Span);
        return new string(rest);
    }

    private static HashSet<string> NamesIn(SyntaxNode root) =>
        [
            .. root.DescendantTokens()
                .Where(token => token.IsKind(SyntaxKind.IdentifierToken))
                .Select(token => token.ValueText),
        ];
}
