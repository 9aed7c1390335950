namespace NeuralNotebooks.Classroom.Tests;

/// <summary>Sandboxes that this machine may or may not have.</summary>
internal static class Sandboxes
{
    public static void SkipUnlessBubblewrap()
    {
        IsolationReport report = IsolationCheck.FindAsync(TestContext.Current.CancellationToken).GetAwaiter().GetResult();
        Assert.SkipUnless(report.Kind == IsolationKind.Bubblewrap, report.Findings[0].Detail);
    }
}
