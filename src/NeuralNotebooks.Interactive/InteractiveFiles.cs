using System.Runtime.Loader;

namespace NeuralNotebooks.Interactive;

/// <summary>The assemblies of Microsoft.DotNet.Interactive, in the folder <c>interactive/</c> of the program.</summary>
/// <remarks>They are loaded when a cell or a library uses them first. This type does not use any of theirs.</remarks>
internal static class InteractiveFiles
{
    private const string FolderName = "interactive", OwnFile = "NeuralNotebooks.Interactive.dll";

    /// <summary>The assemblies that cells can use without a directive.</summary>
    private static readonly string[] _api =
    [
        "Microsoft.DotNet.Interactive.dll",
        "Microsoft.DotNet.Interactive.Formatting.dll",
        "Microsoft.AspNetCore.Html.Abstractions.dll",
        "System.Reactive.dll",
    ];

    private static readonly Lazy<bool> _resolving = new(() =>
    {
        AssemblyLoadContext.Default.Resolving += Resolve;
        return true;
    });

    private static string Folder => Path.Combine(AppContext.BaseDirectory, FolderName);

    /// <summary>Whether the program has the folder.</summary>
    public static bool Exist => _api.All(file => File.Exists(Path.Combine(Folder, file)));

    /// <summary>The files that cells can use without a directive: those of the API, and the functions in this
    /// assembly.</summary>
    public static IReadOnlyList<string> Api =>
        [.. _api.Select(file => Path.Combine(Folder, file)), Path.Combine(AppContext.BaseDirectory, OwnFile)];

    /// <summary>The simple names of the API's assemblies.</summary>
    public static IReadOnlyList<string> ApiNames { get; } =
        [.. _api.Select(file => Path.GetFileNameWithoutExtension(file))];

    /// <summary>All files in the folder.</summary>
    public static IReadOnlyList<string> All => Directory.GetFiles(Folder, "*.dll");

    /// <summary>Lets the runtime find the files.</summary>
    public static void Supply() => _ = _resolving.Value;

    private static Assembly? Resolve(AssemblyLoadContext context, AssemblyName name)
    {
        string file = Path.Combine(Folder, name.Name + ".dll");
        return File.Exists(file) ? context.LoadFromAssemblyPath(file) : null;
    }
}
