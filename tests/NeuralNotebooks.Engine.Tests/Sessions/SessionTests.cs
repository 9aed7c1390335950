namespace NeuralNotebooks.Engine.Tests;

/// <summary>Tests that each have a separate session, run in both kinds of hosts.</summary>
public abstract class SessionTests(SessionOptions host) : IDisposable
{
    private protected SessionOptions Host => host;

    private protected TestSession Session { get; } = new(host);

    public void Dispose()
    {
        Session.Dispose();
        GC.SuppressFinalize(this);
    }
}
