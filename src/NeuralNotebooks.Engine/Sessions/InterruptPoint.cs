using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NeuralNotebooks.Engine;

/// <summary>The places at which a running cell looks whether it is to stop: each turn of its loops, and whatever it shows.</summary>
/// <remarks>Public because the compiled cells call it.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class InterruptPoint
{
    private static volatile bool _requested;
    private static volatile OutputQueue? _stopping;

    /// <summary>Stops the cell when that has been asked for.</summary>
    /// <exception cref="OperationCanceledException">The cell is to stop.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Pass()
    {
        if (_requested)
            Stop();
    }

    /// <summary>The cell from whose code this is called is to stop, and what it has started. What earlier cells have started goes on.</summary>
    internal static void Request() => (_stopping, _requested) = (CSharpSession.OutputsHere, true);

    internal static void Clear() => _requested = false;

    private static void Stop()
    {
        if (CSharpSession.OutputsHere == _stopping)
            throw new OperationCanceledException("The cell was interrupted.");
    }
}
