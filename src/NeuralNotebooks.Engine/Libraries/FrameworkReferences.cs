using System.Reflection.Metadata;

namespace NeuralNotebooks.Engine;

/// <summary>The compiler's references to the assemblies that every cell can use without a directive: the framework and
/// the notebook's functions.</summary>
public sealed class FrameworkReferences
{
    /// <summary>.NET Interactive's default usings. A class with functions follows them: <see cref="NotebookFunctions"/>
    /// on live pages and in grading, the API of .NET Interactive itself in other hosts (see
    /// <see cref="OfRuntimeAnd"/>).</summary>
    private static readonly string[] _usings =
    [
        "System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks",
        "System.Linq", typeof(OutputFunctions).FullName!,
    ];

    private static readonly Lazy<FrameworkReferences> _ofRuntime =
        new(() => OfRuntimeAnd(api: [], [typeof(NotebookFunctions).FullName!], supplied: []));

    private readonly HashSet<string> _names;
    private readonly Lazy<CSharpCompilation> _bound;

    private FrameworkReferences(
        IEnumerable<string> names, string? folder,
        IEnumerable<MetadataReference> references, IReadOnlyList<string>? functions = null)
    {
        _names = new(names, StringComparer.OrdinalIgnoreCase);
        Folder = folder;
        _bound = new(() => Bind([.. references], functions ?? [typeof(NotebookFunctions).FullName!]));
    }

    public static FrameworkReferences OfRuntime => _ofRuntime.Value;

    /// <summary>An empty script with all references. The first cell of every session is compiled as its
    /// continuation. So the symbols of the framework are created once for all sessions, which saves memory; and two
    /// cells that are compiled at the same time use the same symbols, since symbols that are created twice do not
    /// match.</summary>
    internal CSharpCompilation Bound => _bound.Value;

    internal string? Folder { get; }

    /// <summary>Assemblies that the host loads when they are used first, by simple name.</summary>
    internal IReadOnlyDictionary<string, string> Supplied { get; private init; } = new Dictionary<string, string>();

    /// <summary>References the framework and an API that takes the place of <see cref="NotebookFunctions"/>.</summary>
    /// <param name="supplied">All assemblies that the host loads when they are used first.</param>
    public static FrameworkReferences OfRuntimeAnd(
        IReadOnlyList<string> api, IReadOnlyList<string> functions, IReadOnlyList<string> supplied)
    {
        string[] runtime = FilesOfRuntime();
        return new(
            runtime.Concat(api).Select(file => Path.GetFileNameWithoutExtension(file)),
            Path.GetDirectoryName(runtime[0]),
            runtime.Concat(api).Append(typeof(NotebookFunctions).Assembly.Location)
                .Select(file => MetadataReference.CreateFromFile(file)),
            functions)
        {
            Supplied = supplied.ToDictionary(
                file => Path.GetFileNameWithoutExtension(file), StringComparer.OrdinalIgnoreCase),
        };
    }

    /// <summary>References the framework by its loaded assemblies, for a process without access to the files.</summary>
    public static FrameworkReferences OfLoaded(IReadOnlyList<Assembly> assemblies) =>
        new(
            assemblies.Select(assembly => assembly.GetName().Name!),
            folder: null,
            assemblies.Append(typeof(NotebookFunctions).Assembly).Select(Metadata));

    internal bool Contains(string name) => _names.Contains(name);

    /// <summary>The files of the assemblies that the runtime finds by itself.</summary>
    internal static string[] TrustedFiles() =>
        ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);

    private static string[] FilesOfRuntime()
    {
        string folder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return
        [
            .. TrustedFiles() // They may contain CoreLib twice.
                .Where(path => string.Equals(Path.GetDirectoryName(path), folder, StringComparison.Ordinal))
                .DistinctBy(path => Path.GetFileNameWithoutExtension(path), StringComparer.OrdinalIgnoreCase),
        ];
    }

    /// <summary>The compiler's reference to a loaded assembly. Those of a page's bundle have no file.</summary>
    internal static PortableExecutableReference Of(Assembly assembly) =>
        File.Exists(assembly.Location) ? MetadataReference.CreateFromFile(assembly.Location) : Metadata(assembly);

    private static unsafe PortableExecutableReference Metadata(Assembly assembly) =>
        assembly.TryGetRawMetadata(out byte* blob, out int length)
            ? AssemblyMetadata
                .Create(ModuleMetadata.CreateFromMetadata((IntPtr)blob, length))
                .GetReference(display: assembly.GetName().Name)
            : throw new NotSupportedException($"{assembly.GetName().Name} has no metadata in memory.");

    private static CSharpCompilation Bind(MetadataReference[] references, IReadOnlyList<string> functions)
    {
        var compilation = CSharpCompilation.CreateScriptCompilation(
            "framework", ScriptSyntax.Parse(""), references,
            ScriptSyntax.CompilationOptions.WithUsings(_usings.Concat(functions)),
            returnType: typeof(object));
        _ = compilation.ObjectType;
        return compilation;
    }
}
