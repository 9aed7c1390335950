namespace NeuralNotebooks.Benchmarks.Tests;

public sealed class CompareRunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_that_exists_stays_as_it_is_and_nothing_is_measured()
    {
        string file = _folder.File("results.json", "a letter");
        (int exitCode, string output, string error) = Run(file);
        Assert.Equal(ExitCode.Failed, exitCode);
        error.ShouldContain(file);
        Assert.Empty(output);
        Assert.Equal("a letter", File.ReadAllText(file));
    }

    [Fact]
    public void A_file_that_cannot_be_written_is_named_before_anything_is_measured()
    {
        string folder = _folder.Path;

        (int exitCode, string output, string error) = Run(folder);

        Assert.Equal(ExitCode.Failed, exitCode);
        error.ShouldContain(folder);
        Assert.Empty(output);
    }

    [Fact]
    public void A_filter_without_a_match_is_explained()
    {
        (int exitCode, _, string error) = Run(new CompareOptions { Groups = [VectorComparison.Group], Threads = [2] });
        Assert.Equal(ExitCode.Usage, exitCode);
        error.ShouldStartWith("There is no case of elementwise on 2 threads. ");
        error.ShouldContain("elementwise run on one thread only");

        (exitCode, _, error) = Run(
            new CompareOptions
            {
                Groups = [ProductComparison.Group],
                Threads = [1],
                Filters = ["127³", "fp16"],
            }
        );
        Assert.Equal(ExitCode.Usage, exitCode);
        error.ShouldStartWith(
            "There is no case of gemm on 1 thread with the words of --filter \"127³\" --filter \"fp16\". ");
    }

    private static (int ExitCode, string Output, string Error) Run(string file) =>
        Run(new CompareOptions { Groups = [ProductComparison.Group], Threads = [1], Output = file });

    private static (int ExitCode, string Output, string Error) Run(CompareOptions options)
    {
        using StringWriter output = new(), error = new();
        int exitCode = new CompareRun(output, error).Run(options, TestContext.Current.CancellationToken);
        return (exitCode, output.ToString(), error.ToString());
    }
}
