using System.Diagnostics;
using NeuralNotebooks.Tests;

namespace NeuralNotebooks.Benchmarks;

/// <summary>This program in another process, for what needs a fresh one.</summary>
internal static class OwnProcess
{
    /// <summary>Runs a command with an environment variable, which is removed where its value is null.</summary>
    public static (int ExitCode, string Output, string Error) Run(string command, string variable, string? value)
    {
        string program = Environment.ProcessPath!, assembly = typeof(OwnProcess).Assembly.Location;
        bool isHost = Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
        string[] arguments = isHost ? [assembly, command] : [command];
        return Programs.Run(new ProcessStartInfo(program, arguments) { Environment = { [variable] = value } });
    }
}
