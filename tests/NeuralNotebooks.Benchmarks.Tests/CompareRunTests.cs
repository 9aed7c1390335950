namespace NeuralNotebooks.Benchmarks.Tests;

public sealed class CompareRunTests
{
    [Fact]
    public void A_file_that_exists_or_cannot_be_written_is_named_before_anything_is_measured()
    {
        using TemporaryFolder folder = new();
        foreach (string output in (string[])[folder.File("results.json", "a letter"), folder.Path])
        {
            (int exitCode, string written, string error) = Run(Of(ProductComparison.Group, 1) with { Output = output });
            Assert.Equal((ExitCode.Failed, ""), (exitCode, written));
            error.ShouldContain(output);
        }
        Assert.Equal("a letter", File.ReadAllText(folder.At("results.json")));
    }

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

    [Fact]
    public void Without_a_name_the_results_go_into_a_file_of_their_time() =>
        Assert.Matches(@"artifacts.bench.\d{4}-\d\d-\d\d-\d{6}\.json$", CompareCommand.DefaultOutput());

    [Fact]
    public void A_filter_without_a_match_is_explained()
    {
        (int exitCode, _, string error) = Run(Of(VectorComparison.Group, threads: 2));
        Assert.Equal(ExitCode.Usage, exitCode);
        error.ShouldStartWith("There is no case of elementwise on 2 threads. ");
        error.ShouldContain("elementwise run on one thread only");

        Run(Of(ProductComparison.Group, threads: 1, "127³", "fp16")).Error.ShouldStartWith(
            "There is no case of gemm on 1 thread with the words of --filter \"127³\" --filter \"fp16\". ");
    }

    [Theory]
    [Cases(
        "128³", true,
        "128³ fp32 1T", true,
        "gemm fp32", true,
        "128³ fp64", false,
        "2T", false
    )]
    public void A_filter_requires_all_of_its_words(string filter, bool wanted) =>
        Assert.Equal(wanted, Of(ProductComparison.Group, threads: 1, filter).Wants(SampleReport.Product().Label));

    private static CompareOptions Of(string group, int threads, params string[] filters) =>
        new([group], [threads], filters, Rounds: 3, CompetitorWorker.DefaultInterpreter, Output: "unused.json");

    private static (int ExitCode, string Output, string Error) Run(CompareOptions options)
    {
        using StringWriter output = new(), error = new();
        int exitCode = new CompareRun(options, output, error).Run(TestContext.Current.CancellationToken);
        return (exitCode, output.ToString(), error.ToString());
    }
}
