namespace NeuralNotebooks.Benchmarks.Tests;

public sealed class CompareRunTests
{
    [Fact]
    public void Results_are_written_and_the_output_says_where_and_with_which_versions()
    {
        using TemporaryFolder folder = new();
        CompareOptions options = Of(VectorComparison.Group, 1, "relu 16380") with
        {
            Rounds = 1,
            Python = folder.At("no-python"),
            Output = folder.At("below/results.json"),
        };

        (int exitCode, string output, _) = Run(options);

        Assert.Equal(ExitCode.Passed, exitCode);
        Assert.Equal("relu", Assert.Single(Report.Read(options.Output).Comparisons).Case);
        output.ShouldContain($"Versions: .NET {Environment.Version}, System.Numerics.Tensors ");
        output.ShouldContain($"Results: {options.Output}");
    }

    [Fact]
    public void A_library_that_fails_loses_its_column_in_the_cases_and_the_run_goes_on()
    {
        using TemporaryFolder folder = new();
        CompareOptions options = Of(VectorComparison.Group, 1, "relu 16380", "sum 16380", "dot 16380") with
        {
            Rounds = 1,
            Python = FakePython.Failing(folder, "ValueError: no parameters"),
            Output = folder.At("results.json"),
        };

        (int exitCode, string output, string error) = Run(options);

        Assert.Equal(ExitCode.Passed, exitCode);
        Report report = Report.Read(options.Output);
        Assert.Equal(["relu", "sum", "dot"], report.Comparisons.Select(one => one.Case));
        Assert.All(
            report.Comparisons,
            one => Assert.Equal(
                [Comparison.OurName, VectorComparison.TensorPrimitivesName], one.Rates.Select(rate => rate.Name)));
        const string Reason = "Fake: its process has ended: ValueError: no parameters "
            + "(in elementwise relu 16380 entries fp32 1T and 5 other cases)";
        Assert.Equal([Reason], report.Skipped);
        output.ShouldContain($"Not compared: {Reason}");
        error.ShouldContain("Fake is left out: its process has ended: ValueError: no parameters");
    }

    private static CompareOptions Of(string group, int threads, params string[] filters) =>
        new([group], [threads], filters, Rounds: 3, CompetitorWorker.DefaultInterpreter, Output: "unused.json");

    private static (int ExitCode, string Output, string Error) Run(CompareOptions options)
    {
        using StringWriter output = new(), error = new();
        int exitCode = new CompareRun(options, output, error).Run(TestContext.Current.CancellationToken);
        return (exitCode, output.ToString(), error.ToString());
    }
}
