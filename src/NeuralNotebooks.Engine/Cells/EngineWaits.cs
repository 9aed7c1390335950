namespace NeuralNotebooks.Engine;

/// <summary>Until it is disposed, waits of the calling thread are the engine's own. So a cell that waits until there is
/// room for its output is not taken for a cell that blocks (<see cref="CellBody.Wait"/>).</summary>
internal readonly struct EngineWaits : IDisposable
{
    private readonly SynchronizationContext? _before;

    private EngineWaits(SynchronizationContext? before) => _before = before;

    public static EngineWaits Begin()
    {
        SynchronizationContext? before = SynchronizationContext.Current;
        if (before is not null)
            SynchronizationContext.SetSynchronizationContext(null);
        return new(before);
    }

    public void Dispose()
    {
        if (_before is not null)
            SynchronizationContext.SetSynchronizationContext(_before);
    }
}
