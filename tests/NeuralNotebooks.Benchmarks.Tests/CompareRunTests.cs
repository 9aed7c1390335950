namespace NeuralNotebooks.Benchmarks.Tests;

public class CompareRunTests
{
    [Fact]
    public void A_file_without_results_stays_as_it_is_and_nothing_is_measured()
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, "a letter");

            (int exitCode, string output, string error) = Run(file);

            Assert.Equal(ExitCode.Failed, exitCode);
            Assert.Contains(file, error, StringComparison.Ordinal);
            Assert.Empty(output);
            Assert.Equal("a letter", File.ReadAllText(file));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void A_file_that_cannot_be_written_is_named_before_anything_is_measured()
    {
        string folder = Path.GetTempPath();

        (int exitCode, string output, string error) = Run(folder);

        Assert.Equal(ExitCode.Failed, exitCode);
        Assert.Contains(folder, error, StringComparison.Ordinal);
        Assert.Empty(output);
    }

    private static (int ExitCode, string Output, string Error) Run(string file)
    {
        using StringWriter output = new(), error = new();
        int exitCode = new CompareRun(output, error).Run(
            new CompareOptions { Groups = [ProductComparison.Group], Threads = [1], Output = file }, TestContext.Current.CancellationToken);
        return (exitCode, output.ToString(), error.ToString());
    }
}
