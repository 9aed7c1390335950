namespace NeuralNotebooks.Engine;

/// <summary>The parse and compilation options of cells: C# scripts, optimized.</summary>
internal static class ScriptSyntax
{
    /// <summary>The language of cells. Its version does not change with the compiler's, so that a notebook means the
    /// same everywhere.</summary>
    /// <remarks>With this feature, a text may begin with <c>#:package</c>, as a program in one file.</remarks>
    public static CSharpParseOptions Options { get; } =
        new CSharpParseOptions(LanguageVersion.CSharp14, kind: SourceCodeKind.Script)
            .WithFeatures([new("FileBasedProgram", "true")]);

    public static CSharpCompilationOptions CompilationOptions { get; } =
        PreferringLibraries(WithLines()
            .WithOutputKind(OutputKind.DynamicallyLinkedLibrary)
            .WithOptimizationLevel(OptimizationLevel.Release)
            .WithAllowUnsafe(true)
            // A concurrent build would use the thread pool, which unfinished tasks of cells may occupy.
            .WithConcurrentBuild(false)
            .WithWarningLevel(0)
            .WithSourceReferenceResolver(new CellPaths(notebook: null))
            .WithMetadataReferenceResolver(new NoReferences())
            .WithAssemblyIdentityComparer(DesktopAssemblyIdentityComparer.Default));

    public static SyntaxTree Parse(string code, string path = "") =>
        TrailingWith.Parsed(CSharpSyntaxTree.ParseText(SourceText.From(code, Encoding.UTF8), Options, path));

    public static StatementSyntax? LoopBody(SyntaxNode node) => node switch
    {
        WhileStatementSyntax loop => loop.Statement,
        DoStatementSyntax loop => loop.Statement,
        ForStatementSyntax loop => loop.Statement,
        CommonForEachStatementSyntax loop => loop.Statement,
        _ => null,
    };

    /// <summary>The name that a part of a text declares itself; without a kind if it declares none.</summary>
    public static SyntaxToken NameDeclaredBy(SyntaxNode node) => node switch
    {
        VariableDeclaratorSyntax variable => variable.Identifier,
        SingleVariableDesignationSyntax variable => variable.Identifier,
        ParameterSyntax parameter => parameter.Identifier,
        ForEachStatementSyntax loop => loop.Identifier,
        LocalFunctionStatementSyntax function => function.Identifier,
        CatchDeclarationSyntax caught => caught.Identifier,
        FromClauseSyntax from => from.Identifier,
        LetClauseSyntax let => let.Identifier,
        JoinClauseSyntax join => join.Identifier,
        JoinIntoClauseSyntax into => into.Identifier,
        QueryContinuationSyntax into => into.Identifier,
        MethodDeclarationSyntax method => method.Identifier,
        PropertyDeclarationSyntax property => property.Identifier,
        BaseTypeDeclarationSyntax type => type.Identifier,
        DelegateDeclarationSyntax type => type.Identifier,
        ConstructorDeclarationSyntax constructor => constructor.Identifier,
        DestructorDeclarationSyntax destructor => destructor.Identifier,
        _ => default,
    };

    public static int LineOf(SyntaxNode node) => LineOf(node.GetLocation());

    public static int LineOf(Location location) => location.GetLineSpan().StartLinePosition.Line + 1;

    /// <summary>Makes a library's type take precedence over a type of the same name in the core library, instead of
    /// being ambiguous.</summary>
    /// <remarks>Roslyn's scripting API sets this flag, which is not public. Without the flag in another version of the
    /// compiler, cells run, and only such names are ambiguous.</remarks>
    private static CSharpCompilationOptions PreferringLibraries(CSharpCompilationOptions options)
    {
        MethodInfo? with = typeof(CSharpCompilationOptions).GetMethod(
            "WithTopLevelBinderFlags", BindingFlags.NonPublic | BindingFlags.Instance);
        return with?.GetParameters() is [{ ParameterType: { IsEnum: true } flags }]
            && Enum.TryParse(flags, "IgnoreCorLibraryDuplicatedTypes", out object? flag)
            ? (CSharpCompilationOptions)with.Invoke(options, [flag])! : options;
    }

    /// <summary>Keeps the beginning of each statement in optimized code, so that the lines of exceptions that the
    /// runtime raises itself can be found. In a browser, an interpreter finds them anyway.</summary>
    private static CSharpCompilationOptions WithLines() =>
        OperatingSystem.IsBrowser()
            ? new(OutputKind.DynamicallyLinkedLibrary)
            : CSharpCommandLineParser.Default.Parse(["-debug+"], "/", sdkDirectory: null).CompilationOptions;

    /// <summary>Names the notebook's file where code asks for its own, by <c>[CallerFilePath]</c>; null for the name
    /// that a cell has in messages.</summary>
    public static CSharpCompilationOptions WithNotebook(this CSharpCompilationOptions options, string? notebook) =>
        options.WithSourceReferenceResolver(new CellPaths(notebook));

    /// <summary>Resolves no files of <c>#load</c>: the session replaces these directives by the content.</summary>
    private sealed class CellPaths(string? notebook) : SourceFileResolver([], null)
    {
        public override string? ResolveReference(string path, string? baseFilePath) => null;

        public override string? NormalizePath(string path, string? baseFilePath) =>
            notebook is null || Path.IsPathRooted(path) ? base.NormalizePath(path, baseFilePath) : notebook;
    }

    /// <summary>Resolves no references: the session reads the directives that add references.</summary>
    private sealed class NoReferences : MetadataReferenceResolver
    {
        public override bool Equals(object? other) => other is NoReferences;

        public override int GetHashCode() => 0;

        public override ImmutableArray<PortableExecutableReference> ResolveReference(
            string reference, string? baseFilePath, MetadataReferenceProperties properties) => [];
    }
}
