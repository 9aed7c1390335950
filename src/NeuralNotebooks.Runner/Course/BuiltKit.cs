namespace NeuralNotebooks.Runner;

/// <summary>The kit that the build has made: in a clone of the course, or in the folder of an installed program, which
/// is laid out like one.</summary>
/// <param name="Root">The folder that holds <c>artifacts/</c>.</param>
public sealed record BuiltKit(string Root)
{
    /// <summary>The script for notebooks which have none in their folder, such as an assignment's source: it may
    /// probe.</summary>
    public string Script => Path.Combine(Root, "assignments", "kit.csx");

    /// <summary>What the course's notebooks import, and students.</summary>
    public string StudentScript => Path.Combine(Root, "notebooks", "kit.csx");

    /// <summary>The library that the scripts refer to.</summary>
    public string Library => Path.Combine(Root, "artifacts", "kit", "NeuralNotebooks.Course.dll");

    /// <summary>The bundle that makes pages live, if it has been built.</summary>
    public string Live => Path.Combine(Root, "artifacts", "live");

    /// <summary>The kit beside an installed program; null for a program in a clone.</summary>
    public static BuiltKit? Installed { get; } =
        new BuiltKit(AppContext.BaseDirectory) is var kit && File.Exists(kit.Script) ? kit : null;

    /// <summary>The kit of the course to which a folder belongs, otherwise that of this program.</summary>
    /// <returns>Null if there is none.</returns>
    public static BuiltKit? For(string folder) => Above(folder) ?? Above(AppContext.BaseDirectory);

    /// <summary>Searches from a folder upwards.</summary>
    internal static BuiltKit? Above(string folder)
    {
        for (DirectoryInfo? at = new(folder); at is not null; at = at.Parent)
        {
            var kit = new BuiltKit(at.FullName);
            if (File.Exists(kit.Script))
                return kit;
        }
        return null;
    }
}
