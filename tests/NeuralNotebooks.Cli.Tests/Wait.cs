namespace NeuralNotebooks.Cli.Tests;

internal static class Wait
{
    private static readonly TimeSpan _watchdog = TimeSpan.FromMinutes(5);

    public static async Task UntilAsync(Func<bool> condition)
    {
        for (long start = Stopwatch.GetTimestamp(); !condition();)
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < _watchdog, "It did not happen.");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    public static async Task<int> ForExitAsync(Process process)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        await process.WaitForExitAsync(cancellation).WaitAsync(_watchdog, cancellation);
        return process.ExitCode;
    }
}
