using System.Diagnostics;

namespace NeuralNotebooks.Benchmarks;

/// <summary>This program in another process, for what needs a fresh one.</summary>
internal static class OwnProcess
{
    /// <summary>Runs a command with an environment variable, which is removed where its value is null.</summary>
    public static (int ExitCode, string Output, string Error) Run(string command, string variable, string? value)
    {
        string program = Environment.ProcessPath!, assembly = typeof(OwnProcess).Assembly.Location;
        bool isHost = Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
        ProcessStartInfo start = new(program, [.. isHost ? [assembly] : Array.Empty<string>(), command])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { [variable] = value },
        };
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }
}
