using System.Diagnostics;

namespace NeuralNotebooks.Benchmarks;

/// <summary>This program in another process, for what needs a fresh one.</summary>
internal static class OwnProcess
{
    public static ProcessStartInfo Start(params ReadOnlySpan<string> arguments)
    {
        string program = Environment.ProcessPath!, assembly = typeof(OwnProcess).Assembly.Location;
        bool isHost = Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
        return new ProcessStartInfo(program, [.. isHost ? [assembly] : Array.Empty<string>(), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
    }
}
