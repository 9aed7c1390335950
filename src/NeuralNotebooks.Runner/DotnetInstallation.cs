using System.Runtime.InteropServices;

namespace NeuralNotebooks.Runner;

/// <summary>The installation of .NET to which the runtime of this process belongs.</summary>
public static class DotnetInstallation
{
    /// <summary>Its folder.</summary>
    public static string Folder { get; } =
        Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    /// <summary>
    /// The <c>dotnet</c> host, by its full path: it may not be on the search path, and the program that is may have
    /// another version. Only the file name if the runtime is not part of an installation.
    /// </summary>
    public static string Program { get; } = Find();

    /// <summary>Homebrew's link to a path in <c>Cellar/FORMULA/VERSION</c>, which remains valid after an upgrade; null
    /// for other paths.</summary>
    internal static string? StableLink(string path)
    {
        string[] names = path.Split('/');
        int cellar = Array.IndexOf(names, "Cellar");
        return cellar < 0 || names.Length < cellar + 4
            ? null
            : string.Join('/', [.. names[..cellar], "opt", names[cellar + 1], .. names[(cellar + 3)..]]);
    }

    private static string Find()
    {
        string name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet", path = Path.Combine(Folder, name);
        return StableLink(path) is { } stable && File.Exists(stable) ? stable : File.Exists(path) ? path : name;
    }
}
