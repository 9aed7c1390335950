namespace NeuralNotebooks.Judge;

/// <summary>Compiles texts, each of which can use the declarations of those before it, and caches the source's compiled
/// cells.</summary>
internal sealed class CellCompiler(string folder, FrameworkReferences framework, string? kitScript = null)
{
    public const string NamePrefix = "cells-";

    public const string JudgedPath = "task";

    /// <summary>The script that imports the kit; every assignment's folder has its own.</summary>
    public const string KitScript = "kit.csx";

    /// <summary>The names of the assemblies are unique among all compile processes, since an evaluator may load
    /// cells of several.</summary>
    private readonly ScriptCompiler _compiler = new(framework, $"{NamePrefix}{Guid.NewGuid():N}");

    // The directives of NeuralNotebooks.Runner are not added: a page that judges does not load that library, and cells
    // that are never run are not compiled here.
    private readonly HostDirectives _directives = new() { Scripts = [new(KitScript, kitScript)] };

    private readonly SortedSet<string> _libraries = new(StringComparer.Ordinal);

    public CompiledText Root { get; } = new(null, null, null);

    public IReadOnlyList<string> Libraries => [.. _libraries];

    public CompiledText Compile(
        CompiledText last, string code, string path, bool isJudged = false, bool isOptional = false)
    {
        CSharpCompilation compilation = Bind(last, code, path);
        CompiledCell? cell =
            ScriptCompiler.Emit(compilation, hasSymbols: isJudged, CancellationToken.None) is { } emitted
            ? new(compilation.AssemblyName!, isJudged, emitted.EntryType, emitted.Assembly, emitted.Symbols)
            {
                IsOptional = isOptional,
            }
            : null;
        return new CompiledText(compilation, cell, last);
    }

    /// <summary>Binds a text for analysis, with or without errors.</summary>
    public CSharpCompilation Bind(CompiledText last, string code, string path) =>
        _compiler.Create(code, path, last.Compilation, last.Pending);

    /// <summary>Compiles a cell of the source and follows its directives. The result is cached, separately for each
    /// sequence of cells before it.</summary>
    public CompiledText CompileSource(CompiledText last, string code, int number)
    {
        if (last.Next.TryGetValue(code, out CompiledText? known))
            return known;
        try
        {
            return last.Next[code] = new CellReader(folder, new(number), new(), _directives).Read(code)
                .Aggregate(last, Follow);
        }
        catch (Exception e) when (e is CompileErrorException or DirectiveException)
        {
            throw new SourceFailedException($"A cell of the source above the task does not compile: {e.Message}", e);
        }
    }

    /// <summary>Compiles the source's cells, and adds the student's cells at their places between them.</summary>
    public CompiledText CompileChain(
        IReadOnlyList<string> source, IReadOnlyList<StudentText> own,
        Func<CompiledText, StudentText, CompiledText> addOwn)
    {
        CompiledText last = Root;
        for (int i = 0; i <= source.Count; i++)
        {
            last = own.Where(cell => cell.SourceAbove == i).Aggregate(last, addOwn);
            if (i < source.Count)
                last = CompileSource(last, source[i], i + 1);
        }
        return last;
    }

    public static string Describe(CompileErrorException e) =>
        Invariant($"line {ScriptSyntax.LineOf(e.Errors[0].Location)}: error {e.Errors[0].Id}: ")
        + e.Errors[0].GetMessage(CultureInfo.InvariantCulture);

    private CompiledText Follow(CompiledText last, SourceStep step)
    {
        switch (step)
        {
            case CodeStep text:
                return Compile(last, text.Code, text.Place.Path);
            case ReferenceStep reference:
                IReadOnlyList<string> files = LibraryReference.Read(reference, folder, framework, found => found);
                _libraries.UnionWith(files);
                return new CompiledText(last.Compilation, null, last)
                {
                    Pending = [.. last.Pending, .. files.Select(file => MetadataReference.CreateFromFile(file))],
                };
            case PackageStep package:
                throw new DirectiveException($"An assignment can use no packages: {package.Id}.", package.Place);
            case ProjectStep project:
                throw project.Refusal;
            default:
                return last;
        }
    }
}

internal sealed class SourceFailedException(string message, Exception cause) : Exception(message, cause);
