namespace NeuralNotebooks.Benchmarks;

/// <summary>Runs a command of this program in a child process, for measurements that need a new process.</summary>
internal static class ChildProcess
{
    public static string DotnetFolder { get; } =
        Path.GetFullPath(Path.Combine(typeof(object).Assembly.Location, "../../../.."));

    public static (int ExitCode, string Output, string Error) Run(string command, string variable, string? value)
    {
        string[] start = Command([command]);
        return Programs.Run(new ProcessStartInfo(start[0], start[1..]) { Environment = { [variable] = value } });
    }

    public static string[] Command(IEnumerable<string> arguments) =>
        [
            Path.Combine(DotnetFolder, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"),
            typeof(ChildProcess).Assembly.Location,
            .. arguments,
        ];
}
