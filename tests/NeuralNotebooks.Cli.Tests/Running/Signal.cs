using System.Diagnostics;

namespace NeuralNotebooks.Cli.Tests;

/// <summary>A signal, as a terminal sends it.</summary>
internal static class Signal
{
    public static async Task SendAsync(string name, Process process, CancellationToken cancellation)
    {
        using Process kill = Process.Start("sh", ["-c", $"kill -{name} {process.Id}"]);
        await kill.WaitForExitAsync(cancellation);
    }
}
