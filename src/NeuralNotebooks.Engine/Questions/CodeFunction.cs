namespace NeuralNotebooks.Engine;

/// <summary>A function that a cell declares.</summary>
internal sealed record CodeFunction(MethodDeclarationSyntax Method, SemanticModel Model, string Code)
{
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
