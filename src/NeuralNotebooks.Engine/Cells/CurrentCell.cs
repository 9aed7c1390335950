namespace NeuralNotebooks.Engine;

/// <summary>The cell to which the calling code belongs.</summary>
/// <remarks>The cell flows to the tasks, threads and timers that it starts. Code that suppresses that flow belongs to the running cell.</remarks>
internal static class CurrentCell
{
    private static readonly AsyncLocal<OutputDelivery?> _own = new();
    private static volatile OutputDelivery? _running;
    private static volatile Func<InputRequest, string>? _ask;

    /// <summary>The outputs of the calling code's cell, even if it has ended, else of the running cell; null if neither exists.</summary>
    public static OutputDelivery? Outputs => _own.Value ?? _running;

    /// <summary>The same without the running cell: null for code whose cell is not known.</summary>
    public static OutputDelivery? OwnOutputs => _own.Value;

    /// <inheritdoc cref="Outputs"/>
    /// <exception cref="InvalidOperationException">The code belongs to no cell, and none is running.</exception>
    public static OutputDelivery RequiredOutputs
        => Outputs ?? throw new InvalidOperationException("Nothing can be displayed now: no cell is running.");

    /// <summary>The outputs of the cell that is running; null if none is running.</summary>
    public static OutputDelivery? Running => _running;

    /// <summary>Asks the user of the running cell for a line.</summary>
    public static string Ask(InputRequest request)
        => (_ask ?? throw new InvalidOperationException("Nothing can be asked now: no cell is running."))(request);

    /// <summary>A cell starts: the caller's asynchronous flow belongs to it from now on.</summary>
    public static void Begin(OutputDelivery outputs, Func<InputRequest, string> ask)
    {
        (_running, _ask) = (outputs, ask);
        _own.Value = outputs;
    }

    /// <summary>The running cell has ended.</summary>
    public static void End() => (_running, _ask) = (null, null);
}
