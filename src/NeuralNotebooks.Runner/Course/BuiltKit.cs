namespace NeuralNotebooks.Runner;

/// <summary>The kit: the library for the course's notebooks, as the build has made it. It is in a clone of the
/// repository, or in the folder of an installed program, which has the same layout.</summary>
public sealed record BuiltKit(string Root)
{
    /// <summary>The script for notebooks without a <c>kit.csx</c> in their folder, such as the source of an assignment.
    /// It also imports the functions for probes, the test expressions of assignments.</summary>
    public string Script => Path.Combine(Root, "assignments", "kit.csx");

    public string StudentScript => Path.Combine(Root, "notebooks", "kit.csx");

    /// <summary>The folder with the library, its dependencies and plotly.js.</summary>
    public string Folder => Path.Combine(Root, "artifacts", "kit");

    /// <summary>The name of the manifest in <see cref="Live"/>. The type <c>Boot</c> in <c>types.d.ts</c> of
    /// NeuralNotebooks.Browser defines its fields.</summary>
    public const string LiveManifest = "boot.json";

    public string Library => Path.Combine(Folder, "NeuralNotebooks.Course.dll");

    /// <summary>The folder with the files for C# in the browser. It exists only if they have been built.</summary>
    public string Live => Path.Combine(Root, "artifacts", "live");

    public bool IsLive => File.Exists(Path.Combine(Live, LiveManifest));

    /// <summary>The folders that notebooks outside of a clone need: the library, the script and the data.</summary>
    public IReadOnlyList<string> NeededFolders => [Folder, Path.GetDirectoryName(Script)!, Path.Combine(Root, "data")];

    public static BuiltKit? Installed { get; } =
        new BuiltKit(AppContext.BaseDirectory) is var kit && File.Exists(kit.Script) ? kit : null;

    /// <summary>The kit in a folder or above it; if there is none, the kit of this program.</summary>
    public static BuiltKit? For(string folder) => Above(folder) ?? Above(AppContext.BaseDirectory);

    internal static BuiltKit? Above(string folder) =>
        FolderSearch.Upwards(folder).Select(root => new BuiltKit(root)).FirstOrDefault(kit => File.Exists(kit.Script));
}
