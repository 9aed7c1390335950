namespace NeuralNotebooks.Engine;

/// <summary>A function that a cell declares.</summary>
internal sealed record CodeFunction(MethodDeclarationSyntax Method, SemanticModel Model, string Code)
{
    /// <summary>The names of the function in its declaration and in its calls of itself.</summary>
    public IReadOnlyList<SyntaxToken> OwnNames { get; } =
    [
        Method.Identifier,
        .. from name in Method.DescendantNodes().OfType<SimpleNameSyntax>()
           where name.Identifier.ValueText == Method.Identifier.ValueText
               && Declarations(Model.GetSymbolInfo(name).Symbol).Contains(Method)
           select name.Identifier,
    ];

    /// <summary>The function that a cell declares under this name; null if there is none.</summary>
    public static CodeFunction? Find(Compilation cell, string name)
    {
        SyntaxTree tree = cell.SyntaxTrees.Last();
        return ((CompilationUnitSyntax)tree.GetRoot())
            .Members.OfType<MethodDeclarationSyntax>()
            .LastOrDefault(method => method.Identifier.ValueText == name)
            is { } found
            ? new(found, cell.GetSemanticModel(tree), tree.ToString()) : null;
    }

    /// <summary>Whether the cell declares another function with this name.</summary>
    public bool IsOverloaded => ((CompilationUnitSyntax)Method.Parent!).Members.OfType<MethodDeclarationSyntax>()
        .Count(method => method.Identifier.ValueText == Method.Identifier.ValueText) > 1;

    /// <summary>The nodes that run once for each run of the function or of a loop around them: no nodes of nested
    /// functions and queries.</summary>
    public IEnumerable<T> Own<T>()
        where T : SyntaxNode =>
        Method
            .DescendantNodes(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax
                or QueryExpressionSyntax))
            .OfType<T>();

    /// <summary>Whether this function reaches another one of the reader's that can call itself: no limit would end
    /// that. This function's copies have a limit.</summary>
    public bool ReachesRecursion() => ReachesRecursion(Method, []);

    /// <param name="isOpen">The functions that have been found, and whether the search is still in them.</param>
    private bool ReachesRecursion(SyntaxNode function, Dictionary<SyntaxNode, bool> isOpen)
    {
        isOpen[function] = true;
        Compilation? of = Model.Compilation;
        while (of?.ContainsSyntaxTree(function.SyntaxTree) == false)
            of = of.ScriptCompilationInfo?.PreviousScriptCompilation;
        SemanticModel? model = of?.GetSemanticModel(function.SyntaxTree);
        bool found = function.DescendantNodes().Any(node => IsRecursiveLambda(node)
            || Declarations(model?.GetSymbolInfo(node).Symbol)
                .Where(code => code != Method || function != Method)
                .Any(code => isOpen.TryGetValue(code, out bool open) ? open : ReachesRecursion(code, isOpen)));
        isOpen[function] = false;
        return found;
    }

    /// <summary>Whether a lambda that a variable gets uses this variable.</summary>
    private static bool IsRecursiveLambda(SyntaxNode node) =>
        node is AssignmentExpressionSyntax { Left: IdentifierNameSyntax left, Right: LambdaExpressionSyntax lambda }
        && lambda.DescendantNodes().Any(name => SyntaxFactory.AreEquivalent(name, left));

    /// <summary>The code of a symbol, if it is a function or a property of the reader's.</summary>
    private static IEnumerable<SyntaxNode> Declarations(ISymbol? used) =>
        used is not (IMethodSymbol or IPropertySymbol) ? []
            : used.DeclaringSyntaxReferences.Select(place => place.GetSyntax())
                .Where(code => code is not (TypeDeclarationSyntax or ParameterSyntax));

    /// <summary>The code of a node on one line.</summary>
    public static string Shown(SyntaxNode node) => string.Join(
        ' ', node.WithoutTrivia().ToString().Split((char[])[' ', '\n', '\r', '\t'],
            StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The body of a loop, which a labelled statement may be as well; null for other nodes.</summary>
    public static StatementSyntax? RepeatedBody(SyntaxNode node) =>
        (node as LabeledStatementSyntax)?.Statement ?? ScriptSyntax.LoopBody(node);

    /// <summary>Whether a loop of the function is around a node.</summary>
    public bool IsInLoop(SyntaxNode node) =>
        node.Ancestors().TakeWhile(above => above != Method).Any(above => RepeatedBody(above) is not null);

    /// <summary>The statements of the function that assign a variable or a part of it: for each the variable.</summary>
    public IEnumerable<(ExpressionStatementSyntax Statement, ISymbol Variable)> Assignments() =>
        from statement in Own<ExpressionStatementSyntax>()
        from target in CellNames.AssignedBy(statement.Expression)
        let variable = Model.GetSymbolInfo(target).Symbol
        where variable is ILocalSymbol or IParameterSymbol
        select (statement, variable);
}
