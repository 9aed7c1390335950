using System.Runtime.InteropServices;

namespace NeuralNotebooks.Runner;

/// <summary>The installation of .NET to which the runtime of this process belongs.</summary>
public static class DotnetInstallation
{
    /// <summary>Its folder.</summary>
    public static string Folder { get; } = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    /// <summary>
    /// The program that runs assemblies, by its whole path: it may not be on the search path, and one that is may not have this version.
    /// Only its name where the runtime does not lie in an installation.
    /// </summary>
    public static string Program { get; } = Find();

    private static string Find()
    {
        string name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet", path = Path.Combine(Folder, name);
        return File.Exists(path) ? path : name;
    }
}
