using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NeuralNotebooks.Engine;

/// <summary>Where a cell that is recorded says what a line gave.</summary>
/// <remarks>Public because the compiled cells call it. A pass that is not kept costs a few instructions.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ValuePoint
{
    private static readonly Lock _gate = new();
    private static int _count;

    /// <summary>The states of all points, also of cells that have ended: their code may still run.</summary>
    private static State[] _states = new State[256];

    private static RecordedValues? _values;

    /// <summary>A line gave a value.</summary>
    /// <param name="point">Which point this is.</param>
    /// <param name="value">The value.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Pass<T>(int point, T value)
    {
        ref State state = ref _states[point];
        if (IsSmall<T>())
            Unsafe.As<long, T>(ref state.Bits) = value;
        if (--state.Left <= 0 || (IsNotFinite(value) && !state.WasNotFinite))
            _values?.Write(point, value);
    }

    /// <summary>A line gave an object.</summary>
    /// <param name="point">Which point this is.</param>
    /// <param name="value">The object.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Pass(int point, object? value)
    {
        ref State state = ref _states[point];
        if (--state.Left <= 0)
            _values?.Write(point, value);
        else if (!ReferenceEquals(state.Object, value) && state.IsRecorded)
            state.Object = value;
    }

    /// <summary>A method gives a value.</summary>
    /// <returns>The value.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Returned<T>(int point, T value)
    {
        Pass(point, value);
        return value;
    }

    /// <summary>A new point, at which nothing is recorded yet.</summary>
    internal static int Add()
    {
        lock (_gate)
        {
            if (_count == _states.Length)
                Array.Resize(ref _states, 2 * _count);
            _states[_count] = State.Idle;
            return _count++;
        }
    }

    /// <summary>From now on values are recorded, or not.</summary>
    internal static void Record(RecordedValues? values) => _values = values;

    /// <summary>The state of a point.</summary>
    internal static ref State Of(int point) => ref _states[point];

    /// <summary>Whether a state can hold the last value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool IsSmall<T>() =>
        !RuntimeHelpers.IsReferenceOrContainsReferences<T>() && Unsafe.SizeOf<T>() <= sizeof(long);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsNotFinite<T>(T value) =>
        (typeof(T) == typeof(double) && !double.IsFinite((double)(object)value!))
        || (typeof(T) == typeof(float) && !float.IsFinite((float)(object)value!));

    /// <summary>What is known of a point between two passes that are kept.</summary>
    internal struct State
    {
        /// <summary>That of a point at which nothing is recorded.</summary>
        public static State Idle => new() { Left = long.MaxValue, WasNotFinite = true };

        /// <summary>That of a point that has not been passed.</summary>
        public static State New => new() { Left = 1, IsRecorded = true };

        /// <summary>How many passes remain until the next that is kept.</summary>
        public long Left;

        /// <summary>The last value, if it has up to eight bytes.</summary>
        public long Bits;

        /// <summary>The last value, if it is an object that has not been written down.</summary>
        public object? Object;

        /// <summary>Whether the point belongs to the running cell.</summary>
        public bool IsRecorded;

        /// <summary>Whether a value was NaN or infinite.</summary>
        public bool WasNotFinite;
    }
}
