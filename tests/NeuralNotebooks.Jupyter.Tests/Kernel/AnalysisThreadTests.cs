namespace NeuralNotebooks.Jupyter.Tests;

public class AnalysisThreadTests
{
    [Fact]
    public void There_is_no_result_after_the_time_limit_which_includes_the_wait_for_the_analysis_before()
    {
        var thread = new AnalysisThread(TimeSpan.FromSeconds(1));
        var clock = Stopwatch.StartNew();

        Assert.Null(thread.Run(() => Until(1.7)));
        Assert.Null(thread.Run(() => Until(2.5)));

        string Until(double seconds)
        {
            SpinWait.SpinUntil(() => clock.Elapsed.TotalSeconds > seconds);
            return "late";
        }
    }

    [Fact]
    public void An_exception_of_the_analysis_is_rethrown() =>
        Assert.Throws<NotSupportedException>(() =>
            new AnalysisThread(ZmtpClient.WaitTimeout).Run<string>(() => throw new NotSupportedException())
        );
}
