using System.ComponentModel;

namespace NeuralNotebooks.Engine;

/// <summary>Completions after a dot and in the braces of an object initializer.</summary>
internal static class MemberCompletion
{
    /// <returns>Null when the position is neither.</returns>
    public static IEnumerable<Candidate>? At(CellAnalysis cell, SyntaxToken before, int position)
    {
        if (before.IsKind(SyntaxKind.DotToken))
            return AfterDot(cell, before, position);
        if (before.Parent is not InitializerExpressionSyntax { Parent: ExpressionSyntax creation } initializer
            || creation is not (BaseObjectCreationExpressionSyntax or WithExpressionSyntax)
            || !(before == initializer.OpenBraceToken || before.IsKind(SyntaxKind.CommaToken))
            || cell.Model.GetTypeInfo(creation).Type is not { } created)
            return null;
        HashSet<string> given =
            [.. initializer.Expressions.OfType<AssignmentExpressionSyntax>().Select(one => one.Left.ToString())];
        Candidate[] settable =
        [
            .. Members(cell, created, position, isValue: true)
                .Where(member => !given.Contains(member.Name) && member
                    is IPropertySymbol { SetMethod: not null, IsIndexer: false } or IFieldSymbol { IsReadOnly: false })
                .GroupBy(member => member.Name)
                .Select(group => Candidate.Of(group, Likelihood.Expected)),
        ];
        return settable.Length > 0 ? settable : null;
    }

    public static bool IsVisible(ISymbol symbol)
        => symbol.CanBeReferencedByName && !symbol.IsImplicitlyDeclared && !symbol.GetAttributes().Any(attribute
            => attribute.AttributeClass?.Name == nameof(EditorBrowsableAttribute)
                && attribute.ConstructorArguments is [{ Value: (int)EditorBrowsableState.Never }]);

    private static IEnumerable<Candidate> AfterDot(CellAnalysis cell, SyntaxToken dot, int position)
    {
        ExpressionSyntax? left = dot.Parent switch
        {
            MemberAccessExpressionSyntax access => access.Expression,
            QualifiedNameSyntax name => name.Left,
            MemberBindingExpressionSyntax =>
                dot.Parent.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>()?.Expression,
            _ => null,
        };
        if (left is null || cell.Meaning(left, out bool isValue) is not { } container)
            return [];
        if (dot.Parent is MemberBindingExpressionSyntax
            && container is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            container = nullable.TypeArguments[0];
        bool onlyNamespaces =
            dot.Parent?.FirstAncestorOrSelf<UsingDirectiveSyntax>() is { Alias: null, StaticKeyword.RawKind: 0 };
        return Members(cell, container, position, isValue)
            .Where(member => !onlyNamespaces || member is INamespaceSymbol)
            .GroupBy(member => member.Name)
            .Select(group => Candidate.Of(group, LikelihoodOf(group.First(), container)));
    }

    private static IEnumerable<ISymbol> Members(
        CellAnalysis cell, INamespaceOrTypeSymbol container, int position, bool isValue) =>
        cell.Model.LookupSymbols(position, container, includeReducedExtensionMethods: isValue)
            .Where(member => IsVisible(member)
                && (container is INamespaceSymbol || isValue != (member.IsStatic || member is ITypeSymbol)));

    private static Likelihood LikelihoodOf(ISymbol member, INamespaceOrTypeSymbol container) =>
        container is ITypeSymbol && member.ContainingType?.SpecialType
            is SpecialType.System_Object or SpecialType.System_ValueType or SpecialType.System_Enum ? Likelihood.Rare
        : member is IMethodSymbol { ReducedFrom: not null } ? Likelihood.Imported
        : member is INamespaceSymbol ? Likelihood.Language
        : Likelihood.Usual;
}
