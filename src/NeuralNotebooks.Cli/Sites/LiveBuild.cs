namespace NeuralNotebooks.Cli;

/// <summary>The build of the bundle that makes pages live, in a clone of the repository. <c>dotnet run</c> does not
/// include it, so that the notebooks start earlier: nn builds it in a process of its own, while they run.</summary>
/// <remarks>Only the project NeuralNotebooks.Browser is built. The assemblies that the bundle contains are those that
/// were built with this program. Disposing ends the build.</remarks>
internal sealed class LiveBuild : IDisposable
{
    private const int MaxLines = 12;

    /// <summary>The arguments with which MSBuild builds, and writes only what pages lack.</summary>
    internal static readonly string[] BuildAndPrintNote = ["-target:Build", "-getProperty:BuildNote"];

    /// <summary>A switch of the runtime's configuration, which is off in a build with -p:Live=false.</summary>
    internal const string Switch = "NeuralNotebooks.LiveBuild";

    private static readonly TimeSpan _timeToEnd = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _end = new();
    private readonly Task<ProgramResult> _build;

    internal LiveBuild(ProcessStartInfo command) =>
        _build = OwnThread.Run(
            "Build of the live pages", () => InstalledProgram.Run(command, cancellation: _end.Token));

    /// <summary>Starts the build if pages can get the bundle of the clone that contains this program, and the bundle is
    /// missing or older than what it is made of.</summary>
    public static LiveBuild? StartIfNeeded(BuiltKit? kit) =>
        BuiltKit.Installed is null
        && kit is { Root: var root }
        && RealPath.IsIn(root, AppContext.BaseDirectory)
        && IsNeeded(root)
            ? new(Command(root)) : null;

    /// <summary>Whether the bundle of a clone is to be built: no build has listed its files yet, or a listed file is
    /// newer than the list, or missing. This is decided here, in milliseconds: MSBuild would need seconds of every run
    /// to find that nothing has changed.</summary>
    internal static bool IsNeeded(string root)
    {
        string list = Path.Combine(root, "artifacts", "live.list");
        if (!File.Exists(Project(root)) || (AppContext.TryGetSwitch(Switch, out bool isOn) && !isOn))
            return false;
        DateTime built = File.GetLastWriteTimeUtc(list);
        return !File.Exists(list)
            || File.ReadLines(list).Any(file => !Path.Exists(file) || File.GetLastWriteTimeUtc(file) > built);
    }

    /// <summary>Waits for the end of the build, and reports if pages are not live.</summary>
    /// <returns>False if the build has failed.</returns>
    public async Task<bool> FinishAsync(Terminal terminal, CancellationToken cancellation)
    {
        ProgramResult result = await (_build.IsCompleted ? _build : terminal.ShowWhileAsync(
            "Building the pages' engine, which runs C# in a browser …", _ => _build.WaitAsync(cancellation)));
        // Errors and warnings are on standard error.
        string[] problems =
        [
            .. $"{result.Output}\n{result.Errors}".Split('\n')
                .Select(line => line.Trim())
                .Where(line => line.Length > 0).Distinct()
        ];
        if (result.ExitCode == 0)
        {
            foreach (string problem in problems)
                terminal.WriteNote(problem);
            return true;
        }
        terminal.WriteError("The live pages could not be built, so there are none:");
        foreach (string problem in problems.Take(MaxLines))
            terminal.WriteError($"  {problem}");
        terminal.WriteError("Everything else is kept. When dotnet build succeeds, make the site again: nn site");
        return false;
    }

    public void Dispose()
    {
        _end.Cancel();
        Task.WaitAny([_build], _timeToEnd);
        _end.Dispose();
    }

    private static ProcessStartInfo Command(string root)
    {
        string configuration =
            typeof(LiveBuild).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        return DotnetInstallation.SdkCommand(
            root,
            [
                "msbuild", Project(root), $"-p:Configuration={configuration}",
                "-p:BuildProjectReferences=false", "-p:RunAnalyzers=false",
                // No process of the build outlives it and keeps its output open.
                "-nodeReuse:false", "-maxCpuCount:1", "-nologo", .. BuildAndPrintNote,
            ]
        );
    }

    private static string Project(string root) =>
        Path.Combine(root, "src", "NeuralNotebooks.Browser", "NeuralNotebooks.Browser.csproj");
}
