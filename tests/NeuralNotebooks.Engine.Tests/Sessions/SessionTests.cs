namespace NeuralNotebooks.Engine.Tests;

/// <summary>Tests with a session of their own, in a host of each kind.</summary>
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
