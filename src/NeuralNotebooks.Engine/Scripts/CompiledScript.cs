namespace NeuralNotebooks.Engine;

/// <summary>A compiled cell, or a part of one, ready to run after the earlier scripts.</summary>
/// <param name="Compilation">The compilation, whose declarations later scripts can use.</param>
/// <param name="Assembly">The compiled code; null if there is none, such as for usings only.</param>
internal sealed record CompiledScript(CSharpCompilation Compilation, Assembly? Assembly, string? EntryType)
{
    private bool? _keepsState;

    public string Source { get; init; } = "";

    /// <summary>The simple names of the assemblies whose types the code uses.</summary>
    public IReadOnlySet<string> Uses { get; init; } = new HashSet<string>();

    public string Path { get; init; } = "";

    public HashSet<string> Identifiers => field ??=
        [.. Root.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(t => t.ValueText)];

    public HashSet<string> Declares => field ??= DeclaredBy(Compilation);

    /// <summary>The names that a script declares and later scripts can use.</summary>
    public static HashSet<string> DeclaredBy(Compilation script) =>
    [
        .. script.ScriptClass!.GetMembers()
            .Where(member => member is { CanBeReferencedByName: true, IsImplicitlyDeclared: false })
            .Select(member => member.Name),
    ];

    /// <summary>Whether the script has static members, whose values persist when it is run again.</summary>
    public bool KeepsState => _keepsState ??=
        Root.DescendantNodes().OfType<MemberDeclarationSyntax>().Any(member =>
            member is BaseFieldDeclarationSyntax or PropertyDeclarationSyntax or ConstructorDeclarationSyntax
            && member.Modifiers.Any(SyntaxKind.StaticKeyword));

    /// <summary>Whether the compiler's warnings are shown, because the text has a directive for them.</summary>
    public bool ShowsWarnings => Root.GetFirstDirective(directive =>
        directive.Kind() is SyntaxKind.NullableDirectiveTrivia or SyntaxKind.WarningDirectiveTrivia) is not null;

    /// <summary>Whether the script has using directives, which also apply to later scripts.</summary>
    public bool HasUsings => Root.Usings.Count > 0;

    private CompilationUnitSyntax Root => (CompilationUnitSyntax)Compilation.SyntaxTrees[^1].GetRoot();

    public Task<object?> RunAsync(object?[] states) => Assembly is null || EntryType is null
        ? Task.FromResult<object?>(null) : RunAsync(Assembly, EntryType, states);

    /// <summary>Calls the entry point of a compiled script, as Roslyn's scripting API does.</summary>
    /// <param name="states">The instances of the scripts that have run, from index 1; the code appends the new
    /// instance.</param>
    public static Task<object?> RunAsync(Assembly assembly, string entryType, object?[] states) =>
        assembly.GetType(entryType, throwOnError: true)!.GetTypeInfo().GetDeclaredMethod("<Factory>")!
            .CreateDelegate<Func<object?[], Task<object?>>>()(states);

    public ExpressionSyntax? Last =>
        Root.Members.LastOrDefault() is GlobalStatementSyntax { Statement: ExpressionStatementSyntax last }
        && last.SemicolonToken.IsMissing
            ? last.Expression : null;

    /// <summary>Whether there is a value to show: the script ends with an expression without a semicolon, or has
    /// returned a value.</summary>
    public bool HasValue(object? value) =>
        // A script that does not end with an expression has a value only if it has run a statement "return value;".
        value is not null
        || (Last is { } last
            && Compilation.GetSemanticModel(last.SyntaxTree).GetTypeInfo(last).Type
                is not { SpecialType: SpecialType.System_Void });
}
