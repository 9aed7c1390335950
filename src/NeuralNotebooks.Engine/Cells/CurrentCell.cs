namespace NeuralNotebooks.Engine;

/// <summary>The cell to which the calling code belongs, and the cell that runs: the state of the process that all
/// sessions share.</summary>
/// <remarks>Cells call the console, <c>display</c> and libraries without an argument that names the cell. So a cell
/// flows, as an <see cref="AsyncLocal{T}"/>, to the tasks, threads and timers that its code starts. Code that
/// suppresses this flow belongs to no cell: its outputs go to the running cell, and no interrupt stops it. The engine's
/// own code gets its <see cref="CellExecution"/> as an argument.</remarks>
internal static class CurrentCell
{
    [ThreadStatic]
    private static CellExecution? _ofThread;

    private static readonly AsyncLocal<CellExecution?> _flowing = new(change => _ofThread = change.CurrentValue);
    private static volatile CellExecution? _latest;

    /// <summary>Held by the cell that runs, since the console belongs to the process.</summary>
    public static SemaphoreSlim Turn { get; } = new(1, 1);

    /// <summary>The cell to which the calling code belongs, even if it has ended.</summary>
    public static CellExecution? OfCaller => _ofThread;

    /// <summary>The cell that has begun last, even if it has ended.</summary>
    public static CellExecution? Latest => _latest;

    public static CellExecution? Running => _latest is { HasEnded: false } running ? running : null;

    public static CellExecution? OfCallerOrRunning => OfCaller ?? Running;

    /// <exception cref="InvalidOperationException">The caller belongs to no cell, and none is running.</exception>
    public static CellExecution Required =>
        OfCallerOrRunning
        ?? throw new InvalidOperationException("Nothing can be shown or asked now: no cell is running.");

    /// <summary>Makes the caller's asynchronous flow belong to a cell from now on.</summary>
    public static void Enter(CellExecution cell) => _flowing.Value = _latest = cell;
}
