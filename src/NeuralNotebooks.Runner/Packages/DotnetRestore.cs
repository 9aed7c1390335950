namespace NeuralNotebooks.Runner;

/// <summary>Runs <c>dotnet restore</c>.</summary>
internal static partial class DotnetRestore
{
    /// <summary>NuGet's warning about a source that could not be read.</summary>
    private const string UnreadableSource = "NU1801";

    /// <summary>Restores a project in a folder.</summary>
    /// <exception cref="PackageException">A package cannot be restored, or there is no .NET SDK.</exception>
    public static void Run(string folder, string project, CancellationToken cancellation)
    {
        ProcessStartInfo restore = DotnetInstallation.SdkCommand(
            folder, ["restore", project, "--verbosity", "quiet", "-nodeReuse:false"]);
        try
        {
            ProgramResult result = InstalledProgram.Run(restore, cancellation: cancellation);
            if (result.ExitCode != 0)
                throw new PackageException(Explain(result.Output + result.Errors));
        }
        catch (IOException e)
        {
            throw new PackageException(
                $"Packages need the .NET SDK, which could not be started ({(e.InnerException ?? e).Message}).");
        }
    }

    /// <summary>NuGet's errors without the path of the generated project, which the user does not know. A source that
    /// could not be read may be the cause of an error.</summary>
    private static string Explain(string output)
    {
        string[] errors =
        [
            .. Error().Matches(output)
                .Select(match => match.Groups["text"].Value.Trim())
                .Distinct()
                .OrderBy(text => text.StartsWith(UnreadableSource, StringComparison.Ordinal)),
        ];
        return errors.Length == 0 ? $"dotnet restore failed: {output.Trim()}" : string.Join('\n', errors);
    }

    /// <summary>An error and the lines that belong to it, such as the nearest version in each source.</summary>
    [GeneratedRegex(
        @"(error (?<text>(NU|NETSDK|MSB)\d+: .*(\n\s+- .*)*)|warning (?<text>" + UnreadableSource + ": .*))")]
    private static partial Regex Error();
}
