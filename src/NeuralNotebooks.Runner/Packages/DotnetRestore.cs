namespace NeuralNotebooks.Runner;

internal static class DotnetRestore
{
    /// <param name="assetsFile">The file that a restore writes; it also has the errors of one that has failed.</param>
    public static void Run(string folder, string project, string assetsFile, CancellationToken cancellation)
    {
        ProcessStartInfo restore = DotnetInstallation.SdkCommand(
            folder, ["restore", project, "--verbosity", "quiet", "-nodeReuse:false", "-noAutoResponse"]);
        // By default, NuGet asks a source that does not answer six times for each file, at intervals of one second.
        restore.Environment.TryAdd("NUGET_ENHANCED_MAX_NETWORK_TRY_COUNT", "3");
        restore.Environment.TryAdd("NUGET_ENHANCED_NETWORK_RETRY_DELAY_MILLISECONDS", "100");
        try
        {
            ProgramResult result = InstalledProgram.Run(restore, cancellation: cancellation);
            if (result.ExitCode != 0)
                throw Failure(assetsFile, $"{result.Output}{result.Errors}".Trim());
        }
        catch (IOException e)
        {
            throw new PackageException(
                $"Packages need the .NET SDK, which could not be started ({(e.InnerException ?? e).Message}).");
        }
    }

    /// <summary>NuGet's errors and, since one may be the cause, sources that could not be read. If MSBuild itself has
    /// failed, NuGet has none.</summary>
    private static PackageException Failure(string assetsFile, string output)
    {
        RestoreProblem[] problems = [.. AssetsFile.Problems(assetsFile)];
        return problems.Length == 0
            ? new($"dotnet restore failed: {output}")
            : new(string.Join('\n', problems.Select(problem => problem.Sentence)), problems[0].PackageId);
    }
}
