using System.Text.Json;
using NeuralNotebooks.Speed;

namespace NeuralNotebooks.Cli.Tests;

public sealed class BenchCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Json_has_every_measurement_and_a_page_has_the_picture()
    {
        InvokedCommand bench = await InvokedCommand.Of(
            "bench",
            "gemm",
            "--quick",
            "--json",
            "--threads",
            "1",
            "--output",
            _folder.Path
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
            Path.Combine(_folder.Path, "gemm.html"),
            TestContext.Current.CancellationToken
        );
        Assert.Contains("nn-picture", page, StringComparison.Ordinal);
        Assert.Contains("FMA peak", page, StringComparison.Ordinal);
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

        string shown = Shown(
            new(
                "gemm",
                "Some CPU",
                2,
                512,
                "GFLOP/s",
                [new(1, 100), new(2, 200)],
                rows,
                ["At n = 64 Naive is left out."],
                "page.html"
            )
        );

        Assert.Contains("FMA peak, 2 threads: 200 GFLOP/s", shown, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^Multiply +80\.0 +80% +90\.0 +90%", shown);
        Assert.Matches(@"(?m)^Naive +1\.5 +1% *$", shown);
        Assert.Matches(@"Multiply, 2 threads .*█.* 170", shown);
        Assert.Contains("At n = 64 Naive is left out.", shown, StringComparison.Ordinal);
        Assert.Contains("Open page.html", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void Training_is_shown_in_examples_per_second()
    {
        string shown = Shown(
            new(
                "train",
                "Some CPU",
                2,
                512,
                "examples/s",
                [new(1, 100)],
                [new("Iris", "4-16-3", 1, 1_234_567, 0.25)],
                [],
                "page.html"
            )
        );

        Assert.Matches(@"Iris +4-16-3 +1 +1,234,567 +25\.0%", shown);
    }

    private static string Shown(SpeedReport report)
    {
        using StringWriter output = new();
        BenchView.Show(new Terminal(output, TextWriter.Null, IsLive: false), report);
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
        ).RunAsync(new BenchRequest("train", Threads: 1, IsQuick: false, AsJson: false, _folder.Path), interrupt.Token);
        await Task.WhenAny(output.Shown, bench);
        await interrupt.CancelAsync();

        Assert.Equal(ExitCode.Interrupted, await bench);
        Assert.Contains("Interrupted", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_named()
    {
        string file = _folder.File("taken", "");

        InvokedCommand bench = await InvokedCommand.Of(
            "bench",
            "gemm",
            "--quick",
            "--output",
            Path.Combine(file, "below")
        );

        Assert.Equal(ExitCode.CellFailed, bench.ExitCode);
        Assert.Contains("taken", bench.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_cannot_be_written_is_named_before_anything_is_measured()
    {
        string page = Directory.CreateDirectory(Path.Combine(_folder.Path, "gemm.html")).FullName;

        InvokedCommand bench = await InvokedCommand.Of("bench", "gemm", "--quick", "--output", _folder.Path);

        Assert.Equal(ExitCode.CellFailed, bench.ExitCode);
        Assert.Contains(page, bench.Error, StringComparison.Ordinal);
        Assert.Empty(bench.Output);
    }

    [Fact]
    public async Task Help_is_offered_under_the_full_name_of_the_command()
    {
        InvokedCommand bench = await InvokedCommand.Of("bench", "gemm", "--threads", "0");

        Assert.Equal(ExitCode.Usage, bench.ExitCode);
        Assert.Contains("nn bench gemm --help", bench.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
