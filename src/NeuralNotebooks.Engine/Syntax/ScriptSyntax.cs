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

    public static int LineOf(SyntaxNode node) => LineOf(node.GetLocation());

    public static int LineOf(Location location) => location.GetLineSpan().StartLinePosition.Line + 1;

    /// <summary>Makes a library's type take precedence over a type of the same name in the core library, instead of
    /// being ambiguous.</summary>
    /// <remarks>Roslyn's scripting API sets this flag. It is not public, so it is set by reflection.</remarks>
    private static CSharpCompilationOptions PreferringLibraries(CSharpCompilationOptions options)
    {
        MethodInfo with = typeof(CSharpCompilationOptions).GetMethod(
            "WithTopLevelBinderFlags", BindingFlags.NonPublic | BindingFlags.Instance)!;
        object flag = Enum.Parse(with.GetParameters()[0].ParameterType, "IgnoreCorLibraryDuplicatedTypes");
        return (CSharpCompilationOptions)with.Invoke(options, [flag])!;
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
