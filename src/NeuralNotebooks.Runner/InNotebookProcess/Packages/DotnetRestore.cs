namespace NeuralNotebooks.Runner.InNotebookProcess;

internal static partial class DotnetRestore
{
    private const int MaxErrors = 10;

    /// <param name="assetsFile">The file that a restore writes; it also has the errors of one that has failed.</param>
    /// <param name="built">The folder for what a build makes; null to restore only.</param>
    /// <param name="sources">The package sources to use; null for those of the configuration.</param>
    public static void Run(
        string folder, string assetsFile, string? built, IReadOnlyList<string>? sources, CancellationToken cancellation)
    {
        ProcessStartInfo restore = DotnetInstallation.SdkCommand(
            folder,
            [
                built is null ? "restore" : "build", RestoreProject.FileName, "--verbosity", "quiet",
                "-nodeReuse:false", "-noAutoResponse", "-consoleLoggerParameters:NoSummary;ErrorsOnly",
            ]);
        // They are properties of the build. On the command line, they would also be properties of the user's projects.
        restore.Environment[RestoreProject.Built] = built;
        if (sources is not null)
            restore.Environment["RestoreSources"] =
                string.Join(';', sources.DefaultIfEmpty(folder).Select(RestoreProject.Escape)); // "" means all.
        restore.Environment["UseSharedCompilation"] = "false"; // Otherwise a process outlives the build.
        // By default, NuGet asks a source that refuses six times for each file, at intervals of one second.
        restore.Environment.TryAdd("NUGET_ENHANCED_MAX_NETWORK_TRY_COUNT", "2");
        restore.Environment.TryAdd("NUGET_ENHANCED_NETWORK_RETRY_DELAY_MILLISECONDS", "500");
        try
        {
            ProgramResult result = InstalledProgram.Run(restore, cancellation: cancellation);
            if (result.ExitCode != 0)
                throw Failure(assetsFile, $"{result.Output}{result.Errors}".Trim(), isBuild: built is not null);
        }
        catch (IOException e)
        {
            throw new PackageException(
                $"Packages need the .NET SDK, which could not be started ({(e.InnerException ?? e).Message}).");
        }
    }

    /// <summary>NuGet's errors and, since one may be the cause, sources that could not be read. If MSBuild or the
    /// compiler has failed, NuGet has none, and the errors are those of the output.</summary>
    private static PackageException Failure(string assetsFile, string output, bool isBuild)
    {
        RestoreProblem[] problems =
            isBuild && !output.Contains(": error NU") ? [] : [.. AssetsFile.Problems(assetsFile)];
        if (problems.Length > 0)
            return new(string.Join('\n', problems.Select(problem => problem.Sentence)), problems[0].PackageId);
        string[] errors = [.. Error().Matches(output).Select(error => error.Groups["error"].Value).Distinct()];
        return new(
            errors.Length == 0 ? $"dotnet {(isBuild ? "build" : "restore")} failed: {output}"
                : string.Join('\n', errors.Take(MaxErrors)));
    }

    /// <summary>Matches an error with its file and line, without the project at its end.</summary>
    [GeneratedRegex(@"^\s*(?<error>.*: error .*?)(\s*\[[^\]]*proj(::[^\]]*)?\])?\r?$", RegexOptions.Multiline)]
    private static partial Regex Error();
}
