namespace NeuralNotebooks.Classroom;

/// <summary>The names that a cell declares and that it may use, found without binding the cell. Unlike <c>CellNames</c>
/// of the engine they include every name that could matter, since a needed cell must not be left out.</summary>
internal sealed class TextNames
{
    /// <summary>Names of members that the compiler calls although the code does not contain them, for example in a loop
    /// or a query. Every cell may use them.</summary>
    private static readonly string[] _implicit =
    [
        "Deconstruct", "GetEnumerator", "GetAsyncEnumerator", "GetAwaiter", "GetPinnableReference", "Add", "Slice",
        "Select", "SelectMany", "Where", "OrderBy", "OrderByDescending", "ThenBy", "ThenByDescending", "GroupBy",
        "Join", "GroupJoin", "Cast", "Dispose", "DisposeAsync", "Length", "Count",
    ];

    public TextNames(CompilationUnitSyntax root)
    {
        Used = UsedIn(root);
        Runs = root.Members.Any(MayRun);
        IEnumerable<SyntaxToken> declared = root
            .DescendantTokens()
            .Where(token =>
                token.IsKind(SyntaxKind.IdentifierToken)
                && token.Parent
                    is MemberDeclarationSyntax
                        or VariableDeclaratorSyntax
                        or SingleVariableDesignationSyntax
                        or LocalFunctionStatementSyntax
            );
        Declared = [.. declared.Select(token => token.ValueText)];
        Variables =
        [
            .. root
                .DescendantNodes()
                .Where(node =>
                    node is PropertyDeclarationSyntax or SingleVariableDesignationSyntax
                    || node is VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax }
                )
                .Select(node =>
                    node switch
                    {
                        PropertyDeclarationSyntax property => property.Identifier.ValueText,
                        VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
                        var designation => ((SingleVariableDesignationSyntax)designation).Identifier.ValueText,
                    }
                ),
        ];
    }

    /// <summary>The names that the cell declares, including those of members.</summary>
    public HashSet<string> Declared { get; }

    /// <summary>The declared names that may be variables.</summary>
    public HashSet<string> Variables { get; }

    /// <summary>All names in the cell, and those of members that the compiler may call implicitly.</summary>
    public HashSet<string> Used { get; }

    /// <summary>Whether the cell has statements or initializers, so that running it has an effect.</summary>
    public bool Runs { get; }

    /// <summary>Whether a member of a cell may run when the cell runs, as statements and initializers of variables
    /// do.</summary>
    public static bool MayRun(MemberDeclarationSyntax member) =>
        member is not (BaseMethodDeclarationSyntax or BaseTypeDeclarationSyntax or DelegateDeclarationSyntax);

    /// <summary>The names that a text uses.</summary>
    public static HashSet<string> UsedIn(SyntaxNode root) =>
        [
            .. root.DescendantTokens()
                .Where(token => token.IsKind(SyntaxKind.IdentifierToken))
                .Select(token => token.ValueText),
            .. _implicit,
        ];
}
