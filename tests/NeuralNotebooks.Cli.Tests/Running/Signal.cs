namespace NeuralNotebooks.Cli.Tests;

/// <summary>Sends signals, as a terminal, to a command line that does not inherit which are ignored here.</summary>
/// <remarks>Under nohup SIGHUP is ignored, in the background of a script SIGINT and SIGQUIT are, and every process that
/// is started from there inherits it.</remarks>
internal static class Signal
{
    public const string Default = "--default-signal=HUP,INT,QUIT,TERM";

    public const string IgnoredHangUp = "--ignore-signal=HUP";

    private static readonly Lazy<bool> _envSetsThem = new(EnvSetsThem);

    public static ProcessStartInfo Nn(string signals, params string[] args)
    {
        Assert.SkipUnless(_envSetsThem.Value, "Needs an env with --default-signal, such as that of coreutils 8.31.");
        return new("env", [signals, DotnetInstallation.Program, "exec", typeof(CommandLine).Assembly.Location, .. args])
        {
            RedirectStandardOutput = true,
        };
    }

    public static void Send(string name, int id) => Programs.Run("sh", "-c", $"kill -{name} {id}");

    private static bool EnvSetsThem() =>
        !OperatingSystem.IsWindows() && Programs.Run("env", Default, "true").ExitCode == 0;
}
