using Microsoft.CodeAnalysis.Operations;

namespace NeuralNotebooks.Judge;

internal static class VariableUse
{
    /// <summary>Types whose methods do not change their arguments, by their full names: a student may declare a type
    /// with the same simple name.</summary>
    private static readonly HashSet<string> _readingTypes =
    [
        "System.Console", "System.Math", "System.MathF", "System.String", "System.Convert", "System.Object",
        "System.Enum", "System.Nullable", "System.Diagnostics.Debug", "System.Diagnostics.Trace",
        "System.Text.Json.JsonSerializer", "System.Numerics.Tensors.TensorPrimitives",
        "NeuralNotebooks.Engine.NotebookFunctions", "NeuralNotebooks.Engine.OutputFunctions",
    ];

    /// <summary>The assemblies of the kit whose methods do not change their arguments: checks and charts.</summary>
    private static readonly HashSet<string> _readingAssemblies =
        ["NeuralNotebooks.Course", "NeuralNotebooks.Plotting", "Plotly.NET", "Plotly.NET.CSharp"];

    /// <summary>Whether a use may change the variable's value or the object to which it refers. This is assumed if the
    /// object is assigned to another variable, or passed to a method that is not known to only read it.</summary>
    public static bool MayChange(IOperation use)
    {
        for (IOperation value = use; value.Parent is { } parent; value = parent)
        {
            switch (parent)
            {
                case IAssignmentOperation assignment when assignment.Target == value:
                case IIncrementOrDecrementOperation:
                case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out }:
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.IsRef: true } }:
                    return true;
                case ITupleOperation:
                    continue; // The tuple may be the target of an assignment.
                case IMemberReferenceOperation member when member.Instance == value:
                case IArrayElementReferenceOperation element when element.ArrayReference == value:
                case IImplicitIndexerReferenceOperation indexer when indexer.Instance == value:
                    continue; // A change of the part changes the whole.
            }
            if (value.Type is null || IsImmutable(value.Type))
                return false;
            switch (parent)
            {
                case IConversionOperation:
                    // A conversion of a mutable object can refer to the same object.
                    continue;
                case IInvocationOperation call when call.Instance == value:
                    if (!OnlyReads(call.TargetMethod))
                        return true;
                    break;
                case IArgumentOperation { Parent: IInvocationOperation call }:
                    if (!OnlyReads(call.TargetMethod))
                        return true;
                    parent = call;
                    break;
                case IForEachLoopOperation or ISpreadOperation:
                    return !HoldsOnlyImmutable(value.Type);
                case IInterpolationOperation or IBinaryOperation or IIsPatternOperation or IIsTypeOperation
                    or IExpressionStatementOperation or ITypeOfOperation or INameOfOperation:
                    return false;
                default:
                    return true;
            }
            // The result of a method, such as an element of a collection, may be a mutable object.
            if (parent.Type is null || IsImmutable(parent.Type) || HoldsOnlyImmutable(parent.Type))
                return false;
        }
        return false;
    }

    public static bool IsImmutable(ITypeSymbol type) =>
        type.TypeKind is TypeKind.Enum or TypeKind.Delegate
        || type.SpecialType
            is SpecialType.System_String
                or (>= SpecialType.System_Boolean and <= SpecialType.System_Double)
        || (type is INamedTypeSymbol { IsTupleType: true } tuple && tuple.TypeArguments.All(IsImmutable))
        || (type.IsValueType && type.ContainingNamespace?.ToDisplayString() is "System" or "System.Numerics"
            && type.Name is not ("Span" or "Memory" or "ArraySegment"));

    public static IEnumerable<IOperation> Operations(SemanticModel model, SyntaxNode part) =>
        part.DescendantNodesAndSelf()
            .Select(node => model.GetOperation(node))
            .Where(operation => operation is { Parent: null })
            .SelectMany(operation => operation!.DescendantsAndSelf());

    private static bool OnlyReads(IMethodSymbol method)
    {
        INamedTypeSymbol type = method.ContainingType;
        string names = type.ContainingNamespace.ToDisplayString();
        return type.SpecialType is SpecialType.System_Object
            || (type.ContainingType is null && _readingTypes.Contains($"{names}.{type.Name}"))
            || names == "System.Linq"
            || (type.ContainingAssembly is { Name: var assembly } && _readingAssemblies.Contains(assembly));
    }

    private static bool HoldsOnlyImmutable(ITypeSymbol type) =>
        type switch
        {
            IArrayTypeSymbol array => IsImmutable(array.ElementType),
            INamedTypeSymbol { TypeArguments: { Length: > 0 } arguments } => arguments.All(IsImmutable),
            _ => false,
        };
}
