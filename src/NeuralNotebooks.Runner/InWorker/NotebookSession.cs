using NeuralNotebooks.Interactive;

namespace NeuralNotebooks.Runner;

/// <summary>The session of a notebook in a worker and in the Jupyter kernel: with packages, the course's directives,
/// and the API of .NET Interactive. (Grading and live pages have none of them.)</summary>
internal static class NotebookSession
{
    public static CSharpSession Start(string folder, string? kitScript, Func<Func<InputRequest, string>>? input = null)
    {
        var options = new SessionOptions
        {
            Folder = folder,
            NotebookPath = Environment.GetEnvironmentVariable(WorkerEnvironment.PathVariable) is { Length: > 0 } path
                ? Path.GetFullPath(path, folder)
                : null,
            Packages = new PackageRestore(folder)
            {
                BuildsProjects = Environment.GetEnvironmentVariable(WorkerEnvironment.NoProjectsVariable) is null,
            },
            Input = input,
        };
        options = CourseOptions.AddTo(options, kitScript, BuiltKit.For(folder)?.Folder);
        return new CSharpSession(InteractiveApi.AddTo(options, FindTool));
    }

    /// <summary>The tool that runs cells in F#, PowerShell and HTTP: on the search path, or where
    /// <c>dotnet tool install --global</c> installs it.</summary>
    private static string? FindTool()
    {
        const string name = "dotnet-interactive";
        string global = Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.UserProfile),
            ".dotnet",
            "tools",
            OperatingSystem.IsWindows() ? name + ".exe" : name);
        return InstalledProgram.Find(name, global);
    }
}
