namespace NeuralNotebooks.Benchmarks;

/// <summary>Runs a command of this program in a child process, for measurements that need a new process.</summary>
internal static class ChildProcess
{
    private static readonly string _dotnet = Path.GetFullPath(Path.Combine(
        typeof(object).Assembly.Location, "../../../..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));

    public static (int ExitCode, string Output, string Error) Run(string command, string variable, string? value) =>
        Programs.Run(new ProcessStartInfo(_dotnet, [typeof(ChildProcess).Assembly.Location, command])
        {
            Environment = { [variable] = value },
        });
}
