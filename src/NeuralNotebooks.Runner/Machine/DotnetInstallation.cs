namespace NeuralNotebooks.Runner;

public static class DotnetInstallation
{
    public static string Folder { get; } =
        Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    /// <summary>The <c>dotnet</c> host, by its full path: it may not be on the search path, and the program that is may
    /// have another version. Only the file name if the runtime is not part of an installation.</summary>
    public static string Program { get; } = Find();

    /// <summary>A command of the .NET SDK, such as <c>restore</c>, whose messages are in English.</summary>
    /// <param name="folder">The folder to run it in, which decides the version of the SDK.</param>
    public static ProcessStartInfo SdkCommand(string folder, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? Program, arguments)
        {
            WorkingDirectory = folder,
        };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        // If MSBuild has started this process, its variables would make the child use components of that MSBuild.
        string[] ofBuild =
            [.. start.Environment.Keys.Where(key => key.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase))];
        foreach (string name in ofBuild)
            start.Environment.Remove(name);
        return start;
    }

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
