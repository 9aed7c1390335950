namespace NeuralNotebooks.Classroom;

/// <summary>Looks for what an answer must not use, in the judged cell and in whatever it reaches in the student's other
/// cells.</summary>
/// <param name="vocabulary">What it may use.</param>
/// <param name="judged">The judged cell.</param>
/// <param name="own">The student's other cells of the session.</param>
/// <param name="expected">The names that the reference declares: probes use no others.</param>
internal sealed class AnswerAnalysis(
    AnswerVocabulary vocabulary,
    CSharpCompilation judged,
    IReadOnlyList<CSharpCompilation> own,
    IReadOnlySet<string> expected
)
{
    private readonly Dictionary<SyntaxTree, SemanticModel> _models = own.Append(judged)
        .ToDictionary(cell => cell.SyntaxTrees[0], cell => cell.GetSemanticModel(cell.SyntaxTrees[0]));
    private readonly HashSet<SyntaxNode> _reached = [];
    private readonly Queue<SyntaxNode> _toVisit = [];

    /// <summary>The forbidden uses: what each is, and where.</summary>
    public IEnumerable<(string Id, FileLinePositionSpan Place)> Find()
    {
        foreach (SyntaxTree tree in _models.Keys)
            if (FindUnreached(tree.GetRoot()) is { } found)
                yield return found;
        foreach (SyntaxTree tree in _models.Keys)
            foreach (MemberDeclarationSyntax member in ((CompilationUnitSyntax)tree.GetRoot()).Members)
            {
                bool runsWithCell = member
                    is not (BaseMethodDeclarationSyntax or BaseTypeDeclarationSyntax or DelegateDeclarationSyntax);
                if (runsWithCell || (tree == judged.SyntaxTrees[0] && DeclaredNames.Of(member).Any(expected.Contains)))
                    Reach(member);
            }
        while (_toVisit.TryDequeue(out SyntaxNode? part))
        {
            foreach ((ISymbol symbol, SyntaxNode place) in UsedSymbols.In(_models[part.SyntaxTree], part))
            {
                if (vocabulary.Refuses(symbol) is { } id)
                    yield return (id, Place(place));
                ReachDeclaration(symbol);
            }
        }
    }

    /// <summary>What takes effect in any compiled cell, whether or not something reaches it: unmanaged code, and what
    /// runs when an assembly is loaded.</summary>
    private (string Id, FileLinePositionSpan Place)? FindUnreached(SyntaxNode root)
    {
        foreach (SyntaxToken token in root.DescendantTokens())
            if (token.Kind() is SyntaxKind.UnsafeKeyword or SyntaxKind.ExternKeyword)
                return (token.ValueText, Place(token.Parent!));
        foreach (AttributeSyntax attribute in root.DescendantNodes().OfType<AttributeSyntax>())
        {
            ISymbol? symbol = _models[root.SyntaxTree].GetSymbolInfo(attribute).Symbol;
            if (
                symbol?.ContainingType.Name == nameof(ModuleInitializerAttribute)
                && vocabulary.Refuses(symbol) is { } id
            )
                return (id, Place(attribute));
        }
        return null;
    }

    private void ReachDeclaration(ISymbol symbol)
    {
        if (symbol is INamedTypeSymbol { IsScriptClass: true })
            return; // The cell as a whole, which is "this" in its methods.
        foreach (
            SyntaxReference reference in symbol.OriginalDefinition.DeclaringSyntaxReferences.Where(reference =>
                _models.ContainsKey(reference.SyntaxTree)
            )
        )
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
