namespace NeuralNotebooks.Classroom;

/// <summary>Finds uses of types and members that an answer must not use, in the judged cell and in all code of the
/// student's other cells that it calls directly or indirectly.</summary>
/// <param name="task">The task, with the rules for its answers.</param>
/// <param name="session">The compiled session.</param>
internal sealed class AnswerAnalysis(CompileTask task, CompiledSession session)
{
    private readonly AnswerVocabulary _vocabulary = new(task.Rules);

    /// <summary>The names that the reference declares. Probes call only these.</summary>
    private readonly IReadOnlySet<string> _expected = CellNames.DeclaredBy(task.Reference);

    private readonly SyntaxTree _judged = session.Judged.Compilation!.SyntaxTrees[0];

    private readonly Dictionary<SyntaxTree, SemanticModel> _models = session.Own.Append(session.Judged.Compilation!)
        .ToDictionary(cell => cell.SyntaxTrees[0], cell => cell.GetSemanticModel(cell.SyntaxTrees[0]));

    private readonly HashSet<SyntaxNode> _reached = [];
    private readonly Queue<SyntaxNode> _toVisit = [];

    public IEnumerable<ForbiddenUse> Find()
    {
        foreach (SyntaxTree tree in _models.Keys)
            if (FindUnreached(tree.GetRoot()) is { } found)
                yield return found;
        foreach (SyntaxTree tree in _models.Keys)
            foreach (MemberDeclarationSyntax member in ((CompilationUnitSyntax)tree.GetRoot()).Members)
            {
                bool isCalledByProbes = tree == _judged && CellNames.DeclaredBy(member).Any(_expected.Contains);
                if (isCalledByProbes || CellNames.MayRun(member))
                    Reach(member);
            }
        while (_toVisit.TryDequeue(out SyntaxNode? part))
        {
            foreach ((ISymbol symbol, SyntaxNode place) in CellNames.SymbolsIn(_models[part.SyntaxTree], part))
            {
                if (_vocabulary.ForbiddenId(symbol) is { } id)
                    yield return new(id, Place(place));
                ReachDeclaration(symbol);
            }
        }
    }

    /// <summary>Finds forbidden code that has an effect even if nothing calls it: unmanaged code, and module
    /// initializers, which run when the assembly is loaded.</summary>
    private ForbiddenUse? FindUnreached(SyntaxNode root)
    {
        foreach (SyntaxToken token in root.DescendantTokens())
            if (token.Kind() is SyntaxKind.UnsafeKeyword or SyntaxKind.ExternKeyword)
                return new(token.ValueText, Place(token.Parent!));
        foreach (AttributeSyntax attribute in root.DescendantNodes().OfType<AttributeSyntax>())
        {
            ISymbol? symbol = _models[root.SyntaxTree].GetSymbolInfo(attribute).Symbol;
            if (symbol?.ContainingType.Name == nameof(ModuleInitializerAttribute)
                && _vocabulary.ForbiddenId(symbol) is { } id)
                return new(id, Place(attribute));
        }
        return null;
    }

    private void ReachDeclaration(ISymbol symbol)
    {
        if (symbol is INamedTypeSymbol { IsScriptClass: true })
            return; // The class of the cell itself, to which "this" refers in its methods.
        foreach (SyntaxReference reference in symbol.OriginalDefinition.DeclaringSyntaxReferences.Where(reference =>
                _models.ContainsKey(reference.SyntaxTree)))
        {
            SyntaxNode declaration = reference.GetSyntax();
            // Any member of a type may be called without being named.
            Reach(declaration.AncestorsAndSelf().OfType<BaseTypeDeclarationSyntax>().LastOrDefault() ?? declaration);
        }
    }

    private void Reach(SyntaxNode part)
    {
        if (_reached.Add(part))
            _toVisit.Enqueue(part);
    }

    private static FileLinePositionSpan Place(SyntaxNode node) => node.SyntaxTree.GetLineSpan(node.Span);
}
