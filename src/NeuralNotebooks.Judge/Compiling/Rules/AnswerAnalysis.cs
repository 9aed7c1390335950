namespace NeuralNotebooks.Judge;

/// <summary>Finds uses of types and members that an answer must not use, in the judged cell and in all code of the
/// student's other cells that it calls directly or indirectly.</summary>
internal sealed class AnswerAnalysis(CompileTask task, CompiledSession session)
{
    private readonly AnswerVocabulary _vocabulary = new(task.Rules);

    private readonly SyntaxTree _judged = session.Judged.Compilation!.SyntaxTrees[0];

    private readonly Dictionary<SyntaxTree, StudentText> _others =
        session.Own.ToDictionary(cell => cell.Compilation.SyntaxTrees[0], cell => cell.Text);

    private readonly Dictionary<SyntaxTree, SemanticModel> _models = session.Own.Select(cell => cell.Compilation)
        .Append(session.Judged.Compilation!)
        .ToDictionary(cell => cell.SyntaxTrees[0], cell => cell.GetSemanticModel(cell.SyntaxTrees[0]));

    public IEnumerable<ForbiddenUse> Find()
    {
        foreach (SyntaxTree tree in _models.Keys)
            if (FindUnreached(tree.GetRoot()) is { } found)
                yield return found;
        foreach (SyntaxNode part in TransitiveClosure.Of(_models.Keys.SelectMany(RunBy), part =>
                UsesIn(part).SelectMany(use => DeclarationsOf(use.Symbol))))
            foreach ((ISymbol symbol, SyntaxNode place) in UsesIn(part))
                if (_vocabulary.Forbidden(symbol) is { } forbidden)
                    yield return Use(forbidden, place);
    }

    private IEnumerable<(ISymbol Symbol, SyntaxNode Place)> UsesIn(SyntaxNode part) =>
        UsedSymbols.In(_models[part.SyntaxTree], part);

    /// <summary>The members of a cell that run when the cell runs, or that probes call.</summary>
    private IEnumerable<SyntaxNode> RunBy(SyntaxTree tree) =>
        ((CompilationUnitSyntax)tree.GetRoot()).Members.Where(member => CellNames.MayRun(member)
            || (tree == _judged && CellNames.DeclaredBy(member).Any(task.NamesOfSolution.Contains)));

    /// <summary>Finds forbidden code that has an effect even if nothing calls it: unmanaged code, and module
    /// initializers, which run when the assembly is loaded.</summary>
    private ForbiddenUse? FindUnreached(SyntaxNode root)
    {
        foreach (SyntaxToken token in root.DescendantTokens())
            if (token.Kind() is SyntaxKind.UnsafeKeyword or SyntaxKind.ExternKeyword)
                return Use(new(token.ValueText, token.ValueText), token.Parent!);
        foreach (AttributeSyntax attribute in root.DescendantNodes().OfType<AttributeSyntax>())
        {
            ISymbol? symbol = _models[root.SyntaxTree].GetSymbolInfo(attribute).Symbol;
            if (symbol?.ContainingType.Name == nameof(ModuleInitializerAttribute)
                && _vocabulary.Forbidden(symbol) is { } forbidden)
                return Use(forbidden, attribute);
        }
        return null;
    }

    /// <summary>The declarations of a symbol in the cells; of a whole type, since any member of it may be called
    /// without being named. The class of a cell itself, to which "this" refers in its methods, has none.</summary>
    private IEnumerable<SyntaxNode> DeclarationsOf(ISymbol symbol) =>
        symbol is INamedTypeSymbol { IsScriptClass: true } ? [] : symbol.OriginalDefinition.DeclaringSyntaxReferences
            .Where(reference => _models.ContainsKey(reference.SyntaxTree))
            .Select(reference => reference.GetSyntax())
            .Select(declaration =>
                declaration.AncestorsAndSelf().OfType<BaseTypeDeclarationSyntax>().LastOrDefault() ?? declaration);

    private ForbiddenUse Use(ForbiddenName what, SyntaxNode node) =>
        new(what, _others.GetValueOrDefault(node.SyntaxTree), ScriptSyntax.LineOf(node.GetLocation()));
}
