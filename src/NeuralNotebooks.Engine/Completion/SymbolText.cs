namespace NeuralNotebooks.Engine;

internal static class SymbolText
{
    private static readonly SymbolDisplayFormat _short =
        SymbolDisplayFormat.MinimallyQualifiedFormat.WithMiscellaneousOptions(
            SymbolDisplayMiscellaneousOptions.UseSpecialTypes
                | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat _full = _short
        .AddMemberOptions(SymbolDisplayMemberOptions.IncludeModifiers | SymbolDisplayMemberOptions.IncludeConstantValue)
        .AddParameterOptions(SymbolDisplayParameterOptions.IncludeExtensionThis)
        .AddGenericsOptions(SymbolDisplayGenericsOptions.IncludeTypeConstraints)
        .WithKindOptions(
            SymbolDisplayKindOptions.IncludeTypeKeyword | SymbolDisplayKindOptions.IncludeNamespaceKeyword);

    private static readonly SymbolDisplayFormat _ofNotebook = _full.WithMemberOptions(
        _full.MemberOptions
            & ~(SymbolDisplayMemberOptions.IncludeContainingType | SymbolDisplayMemberOptions.IncludeModifiers));

    private static readonly SymbolDisplayFormat _parameters = _full
        .WithMemberOptions(SymbolDisplayMemberOptions.IncludeParameters)
        .WithGenericsOptions(SymbolDisplayGenericsOptions.IncludeTypeParameters);

    public static string Declaration(ISymbol symbol) =>
        (symbol is IMethodSymbol { ReducedFrom: not null } ? "(extension) " : "") + Parts(symbol).ToDisplayString();

    public static ImmutableArray<SymbolDisplayPart> Parts(ISymbol symbol) =>
        symbol.ToDisplayParts(IsOfNotebook(symbol) ? _ofNotebook : _full);

    /// <summary>The parameters and return type of a method, or the type of a value, as shown beside its name in a list
    /// of completions.</summary>
    public static string? Signature(ISymbol symbol) =>
        symbol switch
        {
            IMethodSymbol method =>
                $"({string.Join(", ", method.Parameters.Select(p => p.ToDisplayString(_parameters)))}) → "
                    + $"{method.ReturnType.ToDisplayString(_short)}",
            _ => TypeOf(symbol)?.ToDisplayString(_short),
        };

    /// <summary>Sorts overloads: those with parameters of the most common types come first.</summary>
    public static IEnumerable<ISymbol> CommonFirst(IEnumerable<ISymbol> symbols) =>
        symbols.OrderBy(symbol =>
            symbol is IMethodSymbol method ? method.Parameters.Count(parameter => !IsCommon(parameter.Type)) : 0);

    public static string Kind(ISymbol symbol) => symbol switch
    {
        IMethodSymbol => "function",
        INamespaceSymbol => "module",
        ITypeSymbol => "class",
        IPropertySymbol or IEventSymbol => "property",
        IParameterSymbol or IRangeVariableSymbol => "param",
        IAliasSymbol alias => Kind(alias.Target),
        _ => "instance",
    };

    public static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        IParameterSymbol parameter => parameter.Type,
        IEventSymbol happening => happening.Type,
        _ => null,
    };

    public static bool IsOfNotebook(ISymbol symbol) =>
        symbol is ILocalSymbol or IParameterSymbol or IRangeVariableSymbol
        || symbol.ContainingType?.TypeKind == TypeKind.Submission;

    private static bool IsCommon(ITypeSymbol type) =>
        type is ITypeParameterSymbol or IArrayTypeSymbol
        || type.SpecialType switch
        {
            SpecialType.System_Double or SpecialType.System_Int32 or SpecialType.System_String
            or SpecialType.System_Boolean or SpecialType.System_Object => true,
            SpecialType.None => type.TypeKind is TypeKind.Delegate or TypeKind.Interface or TypeKind.Class
                && type is INamedTypeSymbol { IsGenericType: true },
            _ => false,
        };

    /// <summary>A keyword that serves as a name is written with an @.</summary>
    public static string Escaped(string name) =>
        SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
}
