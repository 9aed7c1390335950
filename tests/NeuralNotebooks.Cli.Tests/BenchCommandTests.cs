using System.Text.Json;

namespace NeuralNotebooks.Cli.Tests;

public sealed class BenchCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task The_ladder_is_shown_stage_by_stage_with_its_share_of_the_peak_and_a_page()
    {
        InvokedCommand bench = await InvokedCommand.Of("bench", "gemm", "--quick", "--threads", "1", "--output", folder.Path);

        Assert.Equal(ExitCode.Passed, bench.ExitCode);
        Assert.Empty(bench.Error);
        Assert.All(
            ["Naive", "Reordered", "Blocked", "Simd", "RegisterTiled", "Multiply", "FMA peak, 1 thread", "GFLOP/s", "%"],
            shown => Assert.Contains(shown, bench.Output, StringComparison.Ordinal));
        string page = await File.ReadAllTextAsync(Path.Combine(folder.Path, "gemm.html"), TestContext.Current.CancellationToken);
        Assert.Contains("nn-picture", page, StringComparison.Ordinal);
        Assert.Contains("FMA peak", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_has_every_measurement_and_nothing_else_is_written()
    {
        InvokedCommand bench = await InvokedCommand.Of("bench", "gemm", "--quick", "--json", "--threads", "1", "--output", folder.Path);

        Assert.Equal(ExitCode.Passed, bench.ExitCode);
        JsonElement report = JsonDocument.Parse(bench.Output).RootElement;
        Assert.Equal("gemm", report.GetProperty("kind").GetString());
        Assert.All(report.GetProperty("rows").EnumerateArray(), row =>
        {
            Assert.True(row.GetProperty("value").GetDouble() > 0);
            Assert.True(row.GetProperty("share").GetDouble() > 0);
        });
    }

    [Fact]
    public async Task An_interrupt_ends_the_measurement()
    {
        using StringWriter output = new(), error = new();
        using CancellationTokenSource interrupt = new(TimeSpan.FromSeconds(1));

        int exitCode = await new BenchWorkflow(new Terminal(TextWriter.Synchronized(output), TextWriter.Synchronized(error), IsLive: false))
            .RunAsync(new BenchRequest("train", Threads: 1, IsQuick: false, AsJson: false, folder.Path), interrupt.Token);

        Assert.Equal(ExitCode.Interrupted, exitCode);
        Assert.Contains("Interrupted", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_named()
    {
        string file = folder.File("taken", "");

        InvokedCommand bench = await InvokedCommand.Of("bench", "gemm", "--quick", "--output", Path.Combine(file, "below"));

        Assert.Equal(ExitCode.CellFailed, bench.ExitCode);
        Assert.Contains("taken", bench.Error, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();
}
