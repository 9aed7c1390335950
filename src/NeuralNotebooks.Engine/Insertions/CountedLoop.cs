using Microsoft.CodeAnalysis.Operations;

namespace NeuralNotebooks.Engine;

/// <summary>Recognizes loops that always end and need no interrupt point: <c>for (int i = …; i &lt; n; i++)</c> with a
/// body of assignments and arithmetic.</summary>
/// <remarks>Such a loop has at most 2³¹ iterations of a few nanoseconds. The call in an interrupt point is almost never
/// made, but the JIT compiler keeps every floating-point variable of a loop with a call in memory, because no register
/// for them survives a call on Linux. A sum of products is then four times as slow.</remarks>
internal static class CountedLoop
{
    /// <summary>Types of which every method takes a few nanoseconds, as do those of the numeric types.</summary>
    private static readonly HashSet<string> _arithmetic =
    [
        "System.Math", "System.MathF", "System.Numerics.Vector", "System.Runtime.Intrinsics.Vector128",
        "System.Runtime.Intrinsics.Vector256", "System.Runtime.Intrinsics.Vector512",
    ];

    /// <summary>Types of which every property and indexer takes a few nanoseconds.</summary>
    private static readonly HashSet<string> _sequences =
        ["System.Array", "System.String", "System.Span", "System.ReadOnlySpan", "System.Collections.Generic.List"];

    public static bool Is(SyntaxNode statement, SemanticModel model) =>
        statement is ForStatementSyntax { Incrementors: [{ } increment], Condition: BinaryExpressionSyntax condition }
        && (increment.IsKind(SyntaxKind.PostIncrementExpression) || increment.IsKind(SyntaxKind.PreIncrementExpression))
        && condition.IsKind(SyntaxKind.LessThanExpression)
        && model.GetOperation(statement) is IForLoopOperation loop
        && Counter(loop) is { } counter
        && loop.Condition!.Descendants().Concat(loop.Body.DescendantsAndSelf()).All(step => IsShort(step, counter));

    /// <summary>The variable that the loop declares, compares with an <see cref="int"/> and increments; null if there
    /// is none.</summary>
    private static ILocalSymbol? Counter(IForLoopOperation loop) =>
        loop is
        {
            Condition: IBinaryOperation
            {
                LeftOperand: ILocalReferenceOperation { Local: { Type.SpecialType: SpecialType.System_Int32 } counter },
                RightOperand.Type.SpecialType: SpecialType.System_Int32,
            },
            AtLoopBottom: [IExpressionStatementOperation { Operation: IIncrementOrDecrementOperation increment }],
        }
        && loop.Locals.Contains(counter, SymbolEqualityComparer.Default)
        && Refers(increment.Target, counter)
            ? counter : null;

    private static bool IsShort(IOperation step, ILocalSymbol counter) => step switch
    {
        IAssignmentOperation { Target: var target } when Refers(target, counter) => false,
        IIncrementOrDecrementOperation { Target: var target } when Refers(target, counter) => false,
        ISimpleAssignmentOperation assignment => !assignment.IsRef,
        ICompoundAssignmentOperation assignment => IsShort(assignment.OperatorMethod),
        IIncrementOrDecrementOperation increment => IsShort(increment.OperatorMethod),
        IBinaryOperation binary => IsShort(binary.OperatorMethod),
        IUnaryOperation unary => IsShort(unary.OperatorMethod),
        IConversionOperation conversion => IsShort(conversion.OperatorMethod),
        IInvocationOperation call => IsShort(call.TargetMethod),
        IObjectCreationOperation creation => IsShort(creation.Constructor),
        IPropertyReferenceOperation property => IsShort(property.Property),
        IArgumentOperation argument => argument.Parameter is { RefKind: RefKind.None or RefKind.In },
        IVariableDeclaratorOperation variable => variable.Symbol.RefKind == RefKind.None,
        IBranchOperation branch => branch.BranchKind is BranchKind.Break or BranchKind.Continue,
        _ => step.Kind
            is OperationKind.Block or OperationKind.Empty or OperationKind.ExpressionStatement
                or OperationKind.VariableDeclarationGroup or OperationKind.VariableDeclaration
                or OperationKind.VariableInitializer or OperationKind.Conditional or OperationKind.Literal
                or OperationKind.LocalReference or OperationKind.ParameterReference or OperationKind.FieldReference
                or OperationKind.InstanceReference or OperationKind.ArrayElementReference or OperationKind.DefaultValue
                or OperationKind.Parenthesized or OperationKind.Return,
    };

    private static bool IsShort(ISymbol? member)
    {
        if (member?.ContainingType is not { } type)
            return true;
        string name = $"{type.ContainingNamespace.ToDisplayString()}.{type.Name}";
        return type.IsUnmanagedType && type.SpecialType != SpecialType.None
            || _arithmetic.Contains(name)
            || member is IPropertySymbol && _sequences.Contains(name);
    }

    private static bool Refers(IOperation target, ILocalSymbol variable) =>
        target is ILocalReferenceOperation reference
        && SymbolEqualityComparer.Default.Equals(reference.Local, variable);
}
