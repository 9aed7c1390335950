using System.Text.Json;
using NeuralNotebooks.Speed;

namespace NeuralNotebooks.Cli.Tests;

public sealed class BenchCommandTests : FolderedTests
{
    [Fact]
    public async Task Json_has_every_measurement_and_a_page_has_the_picture()
    {
        Nightly.Only();
        InvokedCommand bench = await InvokedCommand.Of(
            "bench",
            "gemm",
            "--quick",
            "--json",
            "--threads",
            "1",
            "--output",
            Folder.Path
        );

        Assert.Equal(ExitCode.Passed, bench.ExitCode);
        Assert.Empty(bench.Error);
        JsonElement report = JsonDocument.Parse(bench.Output).RootElement;
        Assert.Equal("gemm", report.GetProperty("kind").GetString());
        Assert.Contains(
            report.GetProperty("rows").EnumerateArray(),
            row => row.GetProperty("series").GetString() == "Naive"
        );
        Assert.All(
            report.GetProperty("rows").EnumerateArray(),
            row =>
            {
                Assert.True(row.GetProperty("value").GetDouble() > 0);
                Assert.True(row.GetProperty("share").GetDouble() > 0);
            }
        );
        string page = await File.ReadAllTextAsync(
            Folder.At("gemm.html"),
            Cancellation
        );
        page.ShouldContain("nn-picture", "FMA peak");
    }

    [Fact]
    public void The_ladder_is_shown_stage_by_stage_over_the_sizes_with_its_share_of_the_peak()
    {
        SpeedRow[] rows =
        [
            new("Naive", "32", 1, 1.5, 0.01),
            new("Multiply", "32", 1, 80, 0.8),
            new("Multiply", "64", 1, 90.04, 0.9),
            new("Multiply", "64", 2, 170, 0.85),
        ];

        string shown = Shown("gemm", "GFLOP/s", rows);

        shown.ShouldContain("FMA peak, 2 threads: 200 GFLOP/s");
        Assert.Matches(@"(?m)^Multiply +80\.0 +80% +90\.0 +90%", shown);
        Assert.Matches(@"(?m)^Naive +1\.5 +1% *$", shown);
        Assert.Matches(@"Multiply, 2 threads .*█.* 170", shown);
        shown.ShouldContain("At n = 64 Naive is left out.", "Open page.html");
    }

    [Fact]
    public void Training_is_shown_in_examples_per_second() =>
        Assert.Matches(
            @"Iris +4-16-3 +1 +1,234,567 +25\.0%",
            Shown("train", "examples/s", new SpeedRow("Iris", "4-16-3", 1, 1_234_567, 0.25))
        );

    private static string Shown(string kind, string unit, params SpeedRow[] rows)
    {
        using StringWriter output = new();
        SpeedPeak[] peaks = [new(1, 100), new(2, 200)];
        BenchView.Show(
            new Terminal(output, TextWriter.Null, IsLive: false),
            new(kind, "Some CPU", 2, 512, unit, peaks, rows, ["At n = 64 Naive is left out."], "page.html")
        );
        return output.ToString();
    }

    [Fact]
    public async Task An_interrupt_ends_the_measurement()
    {
        using AwaitedOutput output = new("[1/");
        using StringWriter error = new();
        using CancellationTokenSource interrupt = new();

        Task<int> bench = new BenchWorkflow(
            new Terminal(TextWriter.Synchronized(output), TextWriter.Synchronized(error), IsLive: false)
        ).RunAsync(new BenchRequest("train", Threads: 1, IsQuick: false, AsJson: false, Folder.Path), interrupt.Token);
        await Task.WhenAny(output.Shown, bench);
        await interrupt.CancelAsync();

        Assert.Equal(ExitCode.Interrupted, await bench);
        error.ToString().ShouldContain("Interrupted");
    }
}
