using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NeuralNotebooks.Engine;

/// <summary>Where a cell that is recorded says what a line gave.</summary>
/// <remarks>Public because the compiled cells call it. A pass that is not kept costs a few instructions.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ValuePoint
{
    private static State[] _states = [];
    private static int _first;
    private static RecordedValues? _values;

    /// <summary>A line gave a value.</summary>
    /// <param name="point">Which point this is.</param>
    /// <param name="value">The value.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Pass<T>(int point, T value)
    {
        State[] states = _states;
        uint index = (uint)(point - _first);
        if (index >= (uint)states.Length)
            return; // Code of a cell whose recording has ended.
        ref State state = ref states[index];
        if (!typeof(T).IsValueType)
            state.Object = value;
        else if (!RuntimeHelpers.IsReferenceOrContainsReferences<T>() && Unsafe.SizeOf<T>() <= sizeof(long))
            Unsafe.As<long, T>(ref state.Bits) = value;
        if (--state.Left <= 0 || (IsNotFinite(value) && !state.WasNotFinite))
            _values?.Write(point, value);
    }

    /// <summary>A method gives a value.</summary>
    /// <returns>The value.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Returned<T>(int point, T value)
    {
        Pass(point, value);
        return value;
    }

    /// <summary>From now on values are recorded.</summary>
    /// <param name="values">By whom; null for not at all.</param>
    /// <param name="first">The number of the first point.</param>
    /// <param name="states">The states of the points.</param>
    internal static void Record(RecordedValues? values, int first, State[] states) =>
        (_values, _first, _states) = (values, first, states);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsNotFinite<T>(T value) =>
        (typeof(T) == typeof(double) && !double.IsFinite((double)(object)value!))
        || (typeof(T) == typeof(float) && !float.IsFinite((float)(object)value!));

    /// <summary>How often a point was passed, and the last value if it is a small one.</summary>
    internal struct State
    {
        /// <summary>How many passes remain until the next that is kept.</summary>
        public long Left;

        /// <summary>The number (from 1) of the next pass that is kept.</summary>
        public long Next;

        /// <summary>Every how many passes one is kept.</summary>
        public long Stride;

        /// <summary>Whether a value was NaN or infinite.</summary>
        public bool WasNotFinite;

        /// <summary>The last value, if it has up to eight bytes.</summary>
        public long Bits;

        /// <summary>The last value, if it is an object that has not been written down.</summary>
        public object? Object;

        /// <summary>How often the point was passed.</summary>
        public readonly long Passes => Next - Left;
    }
}
