using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NeuralNotebooks.Classroom;

/// <summary>Looks for what an answer must not use, in the judged cell and in whatever it reaches in the student's other
/// cells.</summary>
/// <param name="vocabulary">What it may use.</param>
/// <param name="judged">The judged cell.</param>
/// <param name="own">The student's other cells of the session.</param>
internal sealed class AnswerAnalysis(
    AnswerVocabulary vocabulary,
    CSharpCompilation judged,
    IReadOnlyList<CSharpCompilation> own
)
{
    private readonly Dictionary<SyntaxTree, SemanticModel> _models = own.Append(judged)
        .ToDictionary(cell => cell.SyntaxTrees[0], cell => cell.GetSemanticModel(cell.SyntaxTrees[0]));
    private readonly HashSet<SyntaxNode> _reached = [];
    private readonly Queue<SyntaxNode> _toVisit = [];

    /// <summary>The first forbidden use: what it is, and where.</summary>
    public (string Id, FileLinePositionSpan Place)? Find()
    {
        Reach(judged.SyntaxTrees[0].GetRoot());
        foreach (CSharpCompilation cell in own)
            foreach (MemberDeclarationSyntax member in ((CompilationUnitSyntax)cell.SyntaxTrees[0].GetRoot()).Members)
                if (member is GlobalStatementSyntax or FieldDeclarationSyntax)
                    Reach(member); // They run with the cell.
        while (_toVisit.TryDequeue(out SyntaxNode? part))
        {
            if (
                part.DescendantTokens()
                    .FirstOrDefault(token => token.Kind() is SyntaxKind.UnsafeKeyword or SyntaxKind.ExternKeyword) is
                { Parent: { } at } word
            )
                return (word.ValueText, Place(at));
            foreach ((ISymbol symbol, SyntaxNode place) in UsedSymbols.In(_models[part.SyntaxTree], part))
            {
                if (vocabulary.Refuses(symbol) is { } id)
                    return (id, Place(place));
                ReachDeclaration(symbol);
            }
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
