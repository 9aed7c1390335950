namespace NeuralNotebooks.Engine;

/// <content>The names in a text that is not compiled, by its syntax.</content>
public sealed partial record CellNames
{
    /// <summary>Names of members that the compiler calls although the code does not contain them, for example in a loop
    /// or a query. Every text may use them.</summary>
    private static readonly string[] _implicit =
    [
        "Deconstruct", "GetEnumerator", "GetAsyncEnumerator", "GetAwaiter", "GetPinnableReference", "Add", "Slice",
        "Select", "SelectMany", "Where", "OrderBy", "OrderByDescending", "ThenBy", "ThenByDescending", "GroupBy",
        "Join", "GroupJoin", "Cast", "Dispose", "DisposeAsync", "Length", "Count",
    ];

    /// <summary>The names that a text declares for the cells below it; none if the text exceeds the limits.</summary>
    internal static IReadOnlySet<string> DeclaredBy(string code) => MembersOf(code).SelectMany(DeclaredBy).ToHashSet();

    internal static IEnumerable<string> DeclaredBy(MemberDeclarationSyntax member) =>
        member switch
        {
            FieldDeclarationSyntax { Declaration.Variables: var variables } =>
                variables.Select(variable => variable.Identifier.ValueText),
            MethodDeclarationSyntax or PropertyDeclarationSyntax or DelegateDeclarationSyntax =>
                [ScriptSyntax.NameDeclaredBy(member).ValueText],
            BaseTypeDeclarationSyntax type =>
            [
                type.Identifier.ValueText,
                .. type.DescendantNodes()
                    .OfType<MethodDeclarationSyntax>()
                    .Where(IsExtension)
                    .Select(method => method.Identifier.ValueText),
            ],
            _ => member
                .DescendantNodes()
                .OfType<SingleVariableDesignationSyntax>()
                .Select(variable => variable.Identifier.ValueText),
        };

    /// <summary>Whether a member of a cell may run with the cell, as statements and initializers do.</summary>
    internal static bool MayRun(MemberDeclarationSyntax member) =>
        member is not (BaseMethodDeclarationSyntax or BaseTypeDeclarationSyntax or DelegateDeclarationSyntax);

    /// <summary>All names that a text declares, also in its types and blocks, and all that it may read: those in the
    /// text, and those of members that the compiler may call implicitly.</summary>
    internal static CellNames InText(SyntaxNode root)
    {
        SyntaxToken[] names = [.. root.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken))];
        return new(
            [.. names.Select(name => name.ValueText).Concat(_implicit).Distinct()],
            [.. names.Where(IsDeclaration).Select(name => name.ValueText).Distinct()],
            []);

        static bool IsDeclaration(SyntaxToken name) =>
            name.Parent is MemberDeclarationSyntax or VariableDeclaratorSyntax or SingleVariableDesignationSyntax
                or LocalFunctionStatementSyntax;
    }

    /// <summary>The first of these variables that a text assigns, without having declared another one of its
    /// name.</summary>
    internal static string? AssignedOf(IEnumerable<string> variables, string code)
    {
        if (CodeLimits.Check(code) is not null)
            return null; // It will not run.
        SyntaxNode root = ScriptSyntax.Parse(code).GetRoot();
        return Distinct(root.DescendantNodes().SelectMany(AssignedBy).Where(IsFree))
            .Except(InText(root).Declares).Intersect(variables).FirstOrDefault();
    }

    internal static IReadOnlyCollection<string> AssignedBy(string code) =>
        Distinct(MembersOf(code).Where(MayRun).SelectMany(member => member.DescendantNodes()).SelectMany(AssignedBy));

    private static SyntaxList<MemberDeclarationSyntax> MembersOf(string code) =>
        CodeLimits.Check(code) is null ? ((CompilationUnitSyntax)ScriptSyntax.Parse(code).GetRoot()).Members : [];

    private static bool IsExtension(MethodDeclarationSyntax method) =>
        method.ParameterList.Parameters.FirstOrDefault()?.Modifiers.Any(SyntaxKind.ThisKeyword) == true;
}
