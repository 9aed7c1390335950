using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NeuralNotebooks.Engine;

/// <summary>The methods that a recorded cell calls with the values of its lines.</summary>
/// <remarks>Public because the compiled cells call it. A pass that is not stored costs a few instructions.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ValuePoint
{
    private static readonly Lock _gate = new();
    private static int _count;

    /// <summary>The states of all points, including those of cells that have ended, since their code may still be
    /// running.</summary>
    private static State[] _states = new State[256];

    private static RecordedValues? _values;

    /// <summary>Called with a value that a line has computed.</summary>
    /// <param name="point">The number of the point.</param>
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

    /// <summary>Called with an object that a line has computed.</summary>
    /// <param name="point">The number of the point.</param>
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

    /// <summary>Called with the value that a method returns.</summary>
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

    /// <summary>Starts recording into the given object, or stops recording if it is null.</summary>
    internal static void Record(RecordedValues? values) => _values = values;

    /// <summary>The state of a point.</summary>
    internal static ref State Of(int point) => ref _states[point];

    /// <summary>Whether a value of this type fits into <see cref="State.Bits"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool IsSmall<T>() =>
        !RuntimeHelpers.IsReferenceOrContainsReferences<T>() && Unsafe.SizeOf<T>() <= sizeof(long);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsNotFinite<T>(T value) =>
        (typeof(T) == typeof(double) && !double.IsFinite((double)(object)value!))
        || (typeof(T) == typeof(float) && !float.IsFinite((float)(object)value!));

    /// <summary>The state of a point between two stored passes.</summary>
    internal struct State
    {
        /// <summary>The state of a point at which nothing is recorded.</summary>
        public static State Idle => new() { Left = long.MaxValue, WasNotFinite = true };

        /// <summary>The initial state of a point that is recorded.</summary>
        public static State New => new() { Left = 1, IsRecorded = true };

        /// <summary>The number of passes until the next one that is stored.</summary>
        public long Left;

        /// <summary>The last value, if it is a value type of at most eight bytes.</summary>
        public long Bits;

        /// <summary>The last value, if it is an object that has not been converted to text.</summary>
        public object? Object;

        /// <summary>Whether the point belongs to the running cell.</summary>
        public bool IsRecorded;

        /// <summary>Whether a NaN or infinite value has been found.</summary>
        public bool WasNotFinite;
    }
}
