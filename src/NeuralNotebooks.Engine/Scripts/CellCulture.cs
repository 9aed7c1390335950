namespace NeuralNotebooks.Engine;

/// <summary>The culture that a cell has set, for the cells after it. Each cell runs in an execution context of its own,
/// so what the cell has set there would end with it.</summary>
internal sealed class CellCulture
{
    private CultureInfo? _culture, _uiCulture;
    private CultureInfo _begun = CultureInfo.InvariantCulture, _begunUi = CultureInfo.InvariantCulture;

    public void Begin()
    {
        if (_culture is not null)
            CultureInfo.CurrentCulture = _culture;
        if (_uiCulture is not null)
            CultureInfo.CurrentUICulture = _uiCulture;
        (_begun, _begunUi) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
    }

    /// <param name="code">The code, which has run up to its first await.</param>
    public void KeepAtEndOf(Task code)
    {
        if (code.IsCompleted)
        {
            Keep();
            return;
        }
        // The continuation runs in the execution context in which the code ends, not in the current one.
        bool flows = !ExecutionContext.IsFlowSuppressed();
        if (flows)
            ExecutionContext.SuppressFlow();
        code.ContinueWith(
            _ => Keep(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        if (flows)
            ExecutionContext.RestoreFlow();
    }

    private void Keep()
    {
        // A default for all threads is not the culture of this cell.
        if (CultureInfo.CurrentCulture is var culture && culture != _begun
            && culture != CultureInfo.DefaultThreadCurrentCulture)
            _culture = culture;
        if (CultureInfo.CurrentUICulture is var ui && ui != _begunUi
            && ui != CultureInfo.DefaultThreadCurrentUICulture)
            _uiCulture = ui;
    }
}
