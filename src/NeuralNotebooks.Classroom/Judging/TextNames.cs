namespace NeuralNotebooks.Classroom;

/// <summary>The names in a cell, found without binding it: what it declares, and what it may use.</summary>
internal sealed class TextNames
{
    /// <summary>Names that the compiler looks up without their being written, such as those of a loop or of a query: a
    /// cell may use them wherever they are declared.</summary>
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

    /// <summary>The names that it declares, including those of members.</summary>
    public HashSet<string> Declared { get; }

    /// <summary>Those of them that may be variables.</summary>
    public HashSet<string> Variables { get; }

    /// <summary>All names in it, and those that are looked up without being written.</summary>
    public HashSet<string> Used { get; }

    /// <summary>Whether something of it runs when the cell does.</summary>
    public bool Runs { get; }

    /// <summary>Whether a member of a cell runs with it: statements and variables' initial values.</summary>
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
