using System.Runtime.Loader;

namespace NeuralNotebooks.Interactive;

/// <summary>The assemblies of Microsoft.DotNet.Interactive, in the folder <c>interactive/</c> of the program.</summary>
/// <remarks>They are loaded when a cell or a library uses them first. This type does not use any of theirs.</remarks>
internal static class ApiAssemblies
{
    private const string OwnFile = "NeuralNotebooks.Interactive.dll";

    /// <summary>The simple names of the API's assemblies, which cells can use without a directive.</summary>
    public static readonly IReadOnlyList<string> Names =
    [
        "Microsoft.DotNet.Interactive",
        "Microsoft.DotNet.Interactive.Documents",
        "Microsoft.DotNet.Interactive.Formatting",
        "Microsoft.AspNetCore.Html.Abstractions",
        "System.Reactive",
    ];

    private static readonly Lazy<bool> _resolver = new(() =>
    {
        AssemblyLoadContext.Default.Resolving += Resolve;
        return true;
    });

    private static string Folder => Path.Combine(AppContext.BaseDirectory, InteractiveApi.FolderName);

    public static bool AreInstalled => Names.All(name => File.Exists(PathOf(name)));

    /// <summary>The paths of the assemblies that cells can use without a directive: those of the API, this one with the
    /// functions, and the compiler.</summary>
    public static IReadOnlyList<string> Referenced =>
    [
        .. Names.Select(PathOf),
        Path.Combine(AppContext.BaseDirectory, OwnFile),
        typeof(Microsoft.CodeAnalysis.Compilation).Assembly.Location,
        typeof(Microsoft.CodeAnalysis.CSharp.CSharpCompilation).Assembly.Location,
    ];

    public static IReadOnlyList<string> All => Directory.GetFiles(Folder, "*.dll");

    public static void AddResolver() => _ = _resolver.Value;

    private static Assembly? Resolve(AssemblyLoadContext context, AssemblyName name)
    {
        string file = PathOf(name.Name!);
        return File.Exists(file) ? context.LoadFromAssemblyPath(file) : null;
    }

    private static string PathOf(string assembly) => Path.Combine(Folder, assembly + ".dll");
}
