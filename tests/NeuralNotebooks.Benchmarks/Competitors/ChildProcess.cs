using System.Diagnostics;
using NeuralNotebooks.Tests;

namespace NeuralNotebooks.Benchmarks;

/// <summary>Runs a command of this program in a child process, for measurements that need a new process.</summary>
internal static class ChildProcess
{
    /// <summary>Runs a command with an environment variable set, or removed if its value is null.</summary>
    public static (int ExitCode, string Output, string Error) Run(string command, string variable, string? value)
    {
        string program = Environment.ProcessPath!, assembly = typeof(ChildProcess).Assembly.Location;
        bool isHost = Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
        string[] arguments = isHost ? [assembly, command] : [command];
        return Programs.Run(new ProcessStartInfo(program, arguments) { Environment = { [variable] = value } });
    }
}
