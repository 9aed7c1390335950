namespace NeuralNotebooks.Cli.Tests;

/// <summary>A folder outside of the repository, in which packages come from a folder feed. What the packages depend on
/// comes from those that were restored on this machine before, and nothing from a network.</summary>
public sealed class EmptyFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, string?> _environment;

    public EmptyFolder()
    {
        Feed = Directory.CreateDirectory(_folder.At("feed")).FullName;
        Path = Directory.CreateDirectory(_folder.At("here")).FullName;
        _folder.File(
            "nuget.config",
            $"""
            <configuration>
              <packageSources><clear /><add key="feed" value="{Feed}" /></packageSources>
            </configuration>
            """);
        string restored =
            Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? System.IO.Path.Combine(
                Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        _environment = new()
        {
            ["NUGET_PACKAGES"] = _folder.At("packages"),
            ["NUGET_FALLBACK_PACKAGES"] = restored,
            // Servers would outlive the test and keep its output open.
            ["MSBUILDDISABLENODEREUSE"] = "1",
            ["UseSharedCompilation"] = "false",
            ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0",
            ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
            ["DOTNET_NOLOGO"] = "1",
            // Where dotnet tool install --global puts commands.
            ["DOTNET_CLI_HOME"] = _folder.Path,
            ["PATH"] = string.Join(
                System.IO.Path.PathSeparator,
                _folder.At(".dotnet/tools"),
                System.IO.Path.GetDirectoryName(DotnetInstallation.Program),
                Environment.GetEnvironmentVariable("PATH")),
            ["DOTNET_ROOT"] = DotnetInstallation.Folder,
        };
    }

    public string Path { get; }

    public string Feed { get; }

    public void Dispose() => _folder.Dispose();

    /// <summary>Packs a project of the repository with the README's command, as it has been built.</summary>
    public async Task<string[]> PackAsync(string project, params string[] options)
    {
        // The configuration of this test's own build: bin/CONFIGURATION/net10.0.
        string configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        string command = DocumentedCommands.All("README.md")
            .Single(one => one.StartsWith($"dotnet pack src/{project} ", StringComparison.Ordinal));
        command.ShouldContain(" -c Debug ", " artifacts/feed"); // What nn run has built, also the live pages.
        string[] words = [.. command.Split(' ')[1..].Select(word => word switch
        {
            "Debug" => configuration,
            "artifacts/feed" => Feed,
            _ => word.StartsWith("src/", StringComparison.Ordinal) ? Repository.At(word) : word,
        })];
        await DotnetAsync([.. words, "--no-build", "-v", "q", .. options]);
        return [.. Directory.EnumerateFiles(Feed, $"{project}.*pkg").Order(StringComparer.Ordinal)];
    }

    public Task<string> DotnetAsync(params string[] arguments) => RunAsync(DotnetInstallation.Program, arguments);

    public async Task<string> RunAsync(string program, params string[] arguments)
    {
        (int code, string output) = await TryAsync(program, arguments);
        Assert.True(code == 0, $"{program} {string.Join(' ', arguments)} exited with {code}:\n{output}");
        return output;
    }

    public async Task<(int ExitCode, string Output)> TryAsync(string program, params string[] arguments)
    {
        (int code, string output, string error) = await Task.Run(() =>
            Programs.Run(Starting(program, arguments), limit: TimeSpan.FromMinutes(30))   // it may build
        );
        return (code, output + error);
    }

    public Process Start(string program, params string[] arguments)
    {
        ProcessStartInfo start = Starting(program, arguments);
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        return Process.Start(start)!;
    }

    public void Notebook(string name, params string[] cells) =>
        File.WriteAllText(
            System.IO.Path.Combine(Path, name), TemporaryFolder.NotebookText(cells.Select(cell => (">", cell))));

    private ProcessStartInfo Starting(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Path };
        foreach ((string name, string? value) in _environment)
            start.Environment[name] = value;
        return start;
    }
}
