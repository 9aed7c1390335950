using Microsoft.CodeAnalysis.Operations;

namespace NeuralNotebooks.Judge;

/// <summary>Finds the variables that code of a session's cells uses or may change, including those in methods that it
/// calls in other cells.</summary>
internal sealed class VariableAnalysis(IEnumerable<CSharpCompilation> cells)
{
    private readonly Dictionary<SyntaxTree, SemanticModel> _models = cells.ToDictionary(
        cell => cell.SyntaxTrees[0], cell => cell.GetSemanticModel(cell.SyntaxTrees[0]));

    /// <summary>The members of a cell that run when the cell runs: statements and initializers of variables.</summary>
    public static IEnumerable<SyntaxNode> Running(CSharpCompilation cell) =>
        ((CompilationUnitSyntax)cell.SyntaxTrees[0].GetRoot()).Members.Where(CellNames.MayRun);

    public static IEnumerable<ISymbol> ObjectsOf(CSharpCompilation cell) =>
        cell.ScriptClass!.GetMembers().Where(member =>
            member is IFieldSymbol { IsImplicitlyDeclared: false } field && !VariableUse.IsImmutable(field.Type));

    public HashSet<ISymbol> UsedVariables(SyntaxNode part) =>
        Reached([part]).SelectMany(reached => UsedSymbols.In(_models[reached.SyntaxTree], reached))
            .Select(use => use.Symbol)
            .Where(IsVariable)
            .ToHashSet(SymbolEqualityComparer.Default)!;

    /// <summary>The cells' variables that code assigns, or whose objects it may change, directly or
    /// indirectly.</summary>
    public HashSet<ISymbol> ChangedVariables(IEnumerable<SyntaxNode> parts)
    {
        var changed = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (SyntaxNode reached in Reached(parts))
            foreach (IOperation operation in VariableUse.Operations(_models[reached.SyntaxTree], reached))
                if ((operation as IMemberReferenceOperation)?.Member.OriginalDefinition is { } member
                    && IsVariable(member)
                    && VariableUse.MayChange(operation))
                    changed.Add(member);
        return changed;
    }

    private bool IsVariable(ISymbol symbol) =>
        symbol is IFieldSymbol { IsConst: false } or IPropertySymbol
        && (symbol.IsStatic || symbol.ContainingType is { IsScriptClass: true })
        && DeclarationsOf(symbol).Any();

    /// <summary>The parts, and the declarations that they use, directly or indirectly.</summary>
    private IReadOnlyList<SyntaxNode> Reached(IEnumerable<SyntaxNode> parts) =>
        TransitiveClosure.Of(
            parts,
            part =>
                UsedSymbols.In(_models[part.SyntaxTree], part).Select(use => use.Symbol).Where(RunsWithItsUse)
                    .SelectMany(DeclarationsOf));

    /// <summary>Whether the declaration of a symbol runs when the symbol is used. A variable's initializer runs with
    /// its cell. The exception is a delegate, whose body runs when it is called.</summary>
    private bool RunsWithItsUse(ISymbol symbol) =>
        symbol is not (INamespaceSymbol or INamedTypeSymbol { IsScriptClass: true })
        && !(symbol is IFieldSymbol { Type.TypeKind: not TypeKind.Delegate } && IsVariable(symbol));

    private IEnumerable<SyntaxNode> DeclarationsOf(ISymbol symbol) =>
        symbol.OriginalDefinition.DeclaringSyntaxReferences.Where(reference =>
                _models.ContainsKey(reference.SyntaxTree))
            .Select(reference => reference.GetSyntax());
}
