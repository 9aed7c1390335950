using Microsoft.CodeAnalysis.Operations;

namespace NeuralNotebooks.Judge;

/// <summary>The symbols that code uses: those that it names, and those that the compiler calls implicitly, such as
/// operators, conversions and enumerators.</summary>
internal static class UsedSymbols
{
    public static IEnumerable<(ISymbol Symbol, SyntaxNode Place)> In(SemanticModel model, SyntaxNode part)
    {
        // Using directives have no effect by themselves.
        foreach (SyntaxNode node in part.DescendantNodesAndSelf(node => node is not UsingDirectiveSyntax))
        {
            foreach (ISymbol? symbol in Named(model, node))
                if (symbol is not null)
                    yield return (symbol, node);
            if (model.GetOperation(node) is not { Parent: null } root)
                continue;
            foreach (IOperation operation in root.DescendantsAndSelf())
                foreach (ISymbol? symbol in Of(operation).Concat(FoundByName(model, operation)))
                    if (symbol is not null)
                        yield return (symbol, operation.Syntax);
        }
    }

    public static IEnumerable<ISymbol> In(CSharpCompilation cell)
    {
        SyntaxTree tree = cell.SyntaxTrees[0];
        return In(cell.GetSemanticModel(tree), tree.GetRoot()).Select(use => use.Symbol);
    }

    private static IEnumerable<ISymbol?> Named(SemanticModel model, SyntaxNode node)
    {
        switch (node)
        {
            case SimpleNameSyntax or AttributeSyntax or ConstructorInitializerSyntax
                or PrimaryConstructorBaseTypeSyntax:
                return [model.GetSymbolInfo(node).Symbol];
            case PredefinedTypeSyntax or PointerTypeSyntax or FunctionPointerTypeSyntax:
                return [model.GetTypeInfo(node).Type];
            case CommonForEachStatementSyntax loop:
                ForEachStatementInfo info = model.GetForEachStatementInfo(loop);
                return
                [
                    info.GetEnumeratorMethod,
                    info.MoveNextMethod,
                    info.CurrentProperty,
                    info.DisposeMethod,
                    info.ElementConversion.MethodSymbol,
                    info.CurrentConversion.MethodSymbol,
                    .. loop is ForEachVariableStatementSyntax variables
                        ? Of(model.GetDeconstructionInfo(variables))
                        : [],
                ];
            case AssignmentExpressionSyntax { Left: TupleExpressionSyntax or DeclarationExpressionSyntax } assignment:
                return Of(model.GetDeconstructionInfo(assignment));
            case AwaitExpressionSyntax wait:
                AwaitExpressionInfo awaited = model.GetAwaitExpressionInfo(wait);
                return [awaited.GetAwaiterMethod, awaited.GetResultMethod, awaited.IsCompletedProperty];
            case QueryClauseSyntax clause:
                QueryClauseInfo query = model.GetQueryClauseInfo(clause);
                return [query.CastInfo.Symbol, query.OperationInfo.Symbol];
            case ExpressionSyntax { Parent: InitializerExpressionSyntax } item:
                return [model.GetCollectionInitializerSymbolInfo(item).Symbol];
            default:
                return [];
        }
    }

    /// <summary>Extension methods that the compiler calls for a collection expression. Roslyn's operation does not
    /// contain them.</summary>
    private static IEnumerable<ISymbol> FoundByName(SemanticModel model, IOperation operation)
    {
        return operation switch
        {
            ICollectionExpressionOperation { Type: { } type } => Extensions(type, "Add"),
            ISpreadOperation { Operand.Type: { } type } => Extensions(type, "GetEnumerator"),
            _ => [],
        };

        IEnumerable<ISymbol> Extensions(ITypeSymbol type, string name) =>
            model
                .LookupSymbols(operation.Syntax.SpanStart, type, name, includeReducedExtensionMethods: true)
                .Where(symbol => symbol is IMethodSymbol { ReducedFrom: not null });
    }

    private static IEnumerable<ISymbol?> Of(DeconstructionInfo info)
        => info.Nested.SelectMany(Of).Append(info.Method).Append(info.Conversion?.MethodSymbol);

    private static ISymbol?[] Of(IOperation operation) =>
        operation switch
        {
            IBinaryOperation o => [o.OperatorMethod, o.Type],
            IUnaryOperation o => [o.OperatorMethod, o.Type],
            ICompoundAssignmentOperation o =>
                [o.OperatorMethod, o.InConversion.MethodSymbol, o.OutConversion.MethodSymbol, o.Type],
            IIncrementOrDecrementOperation o => [o.OperatorMethod, o.Type],
            IConversionOperation o => [o.OperatorMethod, o.Type],
            IInvocationOperation o => [o.TargetMethod, o.Type],
            IMethodReferenceOperation o => [o.Method],
            IObjectCreationOperation o => [o.Constructor, o.Type],
            IMemberReferenceOperation o => [o.Member, o.Type],
            ITypeOfOperation o => [o.TypeOperand],
            ISizeOfOperation o => [o.TypeOperand],
            IIsTypeOperation o => [o.TypeOperand],
            IVariableDeclaratorOperation o => [o.Symbol.Type],
            IRecursivePatternOperation o => [o.DeconstructSymbol, o.MatchedType],
            ICollectionExpressionOperation o => [o.ConstructMethod, o.Type],
            ISpreadOperation o => [o.ElementType, o.ElementConversion.MethodSymbol],
            IWithOperation o => [o.CloneMethod],
            IListPatternOperation o => [o.LengthSymbol, o.IndexerSymbol],
            ISlicePatternOperation o => [o.SliceSymbol],
            IImplicitIndexerReferenceOperation o => [o.LengthSymbol, o.IndexerSymbol, o.Type],
            ICatchClauseOperation o => [o.ExceptionType],
            _ => [operation.Type],
        };
}
