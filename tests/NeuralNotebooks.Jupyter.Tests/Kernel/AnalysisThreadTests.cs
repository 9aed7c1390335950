namespace NeuralNotebooks.Jupyter.Tests;

public class AnalysisThreadTests
{
    [Fact]
    public void An_analysis_that_does_not_end_has_no_result()
    {
        using var never = new ManualResetEventSlim();

        Assert.Null(
            new AnalysisThread(TimeSpan.FromMilliseconds(20)).Run(() =>
            {
                never.Wait();
                return "late";
            }));
        never.Set();
    }

    [Fact]
    public void An_exception_of_the_analysis_is_rethrown() =>
        Assert.Throws<NotSupportedException>(() =>
            new AnalysisThread(ZmtpClient.WaitTimeout).Run<string>(() => throw new NotSupportedException())
        );
}
