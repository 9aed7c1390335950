namespace NeuralNotebooks.Jupyter.Tests;

internal static class Wait
{
    /// <summary>Returns when the condition is true; fails after a time that is long even for a busy machine.</summary>
    public static void Until(Func<bool> condition) =>
        Assert.True(SpinWait.SpinUntil(condition, ZmtpClient.WaitTimeout), "It did not happen.");
}
