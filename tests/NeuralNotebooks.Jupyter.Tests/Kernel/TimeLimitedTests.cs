namespace NeuralNotebooks.Jupyter.Tests;

public class TimeLimitedTests
{
    [Fact]
    public void An_analysis_that_does_not_end_has_no_result()
    {
        using var never = new ManualResetEventSlim();

        Assert.Null(
            TimeLimited.Run(
                () =>
                {
                    never.Wait();
                    return "late";
                },
                TimeSpan.FromMilliseconds(20)));
        never.Set();
    }

    [Fact]
    public void An_exception_of_the_analysis_is_rethrown() =>
        Assert.Throws<NotSupportedException>(() =>
            TimeLimited.Run<string>(() => throw new NotSupportedException(), ZmtpClient.WaitTimeout)
        );
}
