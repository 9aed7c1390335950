using System.Globalization;
using System.Runtime.CompilerServices;

namespace NeuralNotebooks.Engine;

/// <summary>What each line of a running cell has given, in up to a few hundred of its passes.</summary>
/// <remarks>
/// The first passes of a line are kept, then every second, every fourth and so on, so that what is kept is spread
/// evenly over any number of passes. What can change later is written down at once, as a short text.
/// </remarks>
internal sealed class RecordedValues
{
    /// <summary>How many passes of one line are kept, and of all.</summary>
    public const int MaxPasses = 256, MaxTotal = 20_000;

    /// <summary>How many points a cell may have.</summary>
    public const int MaxPoints = 1_000;

    private const int MinPasses = 16, MaxText = 80;

    private static int _nextPoint;

    private readonly Lock _gate = new();
    private readonly List<Point> _points = [];

    /// <summary>The values of last expressions.</summary>
    private readonly List<Point> _results = [];

    /// <summary>Code of a cell that ran before, and still runs, has other numbers.</summary>
    private readonly int _first = Interlocked.Add(ref _nextPoint, MaxPoints) - MaxPoints;

    private ValuePoint.State[] _states = [];
    private int _maxPasses = MaxPasses;
    private bool _wasNotFinite;

    /// <summary>Whether points were left out because there are too many.</summary>
    public bool IsIncomplete { get; private set; }

    /// <summary>The points, in the order of the code.</summary>
    public IEnumerable<Point> Points => [.. _points, .. _results];

    /// <summary>The point that counts the passes of a loop or a function.</summary>
    public Point LoopOf(int index) => _points[index];

    /// <summary>Adds a place at which a value will be recorded.</summary>
    /// <returns>Its index, and its number in the code; null if there are too many.</returns>
    public (int Index, int Number)? Add(Point point)
    {
        IsIncomplete |= _points.Count >= MaxPoints;
        if (IsIncomplete)
            return null;
        _points.Add(point);
        return (_points.Count - 1, _first + _points.Count - 1);
    }

    /// <summary>Called before code with new points runs.</summary>
    public void Begin()
    {
        _maxPasses = Math.Clamp(MaxTotal / Math.Max(1, _points.Count) / 2 * 2, MinPasses, MaxPasses);
        int before = _states.Length;
        Array.Resize(ref _states, _points.Count);
        _states.AsSpan(before).Fill(new ValuePoint.State { Stride = 1, Left = 1, Next = 1 });
        ValuePoint.Record(this, _first, _states);
    }

    /// <summary>Keeps a pass.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal void Write<T>(int number, T value)
    {
        int index = number - _first;
        lock (_gate)
        {
            if ((uint)index >= (uint)_states.Length)
                return; // The recording has ended meanwhile.
            ref ValuePoint.State state = ref _states[index];
            Point point = _points[index];
            long pass = state.Passes;
            if (point.Name is not null)
            {
                point.Read ??= Reader<T>();
                Pass kept = Written(index, pass, value);
                if (point.Passes.Count >= _maxPasses)
                {
                    long stride = state.Stride *= 2;
                    long? marked = point.NotFinite?.Pass;
                    point.Passes.RemoveAll(old => (old.Number - 1) % stride != 0 && old.Number != marked);
                }
                point.Passes.Add(kept);
            }
            else if (point.EndsLoop is { } loop)
                WriteLast(loop);
            if (state.Left > 0)
                return;
            state.Object = null;
            if (point.Name is null && pass / state.Stride >= _maxPasses)
                state.Stride *= 2;
            state.Next = ((pass - 1) / state.Stride + 1) * state.Stride + 1;
            state.Left = state.Next - pass;
        }
    }

    /// <summary>Ends the recording: what was passed last is kept, too.</summary>
    public void End()
    {
        ValuePoint.Record(null, 0, []);
        lock (_gate)
        {
            for (int i = 0; i < _states.Length; i++)
            {
                Point point = _points[i];
                point.Count = _states[i].Passes;
                // Any other object may have changed since.
                object? last = _states[i].Object is string text ? text : point.Read?.Invoke(_states[i].Bits);
                if (last is not null && point.IsBehind(point.Count))
                    point.Last = Written(i, point.Count, last);
                if (point.Last is { } pass && point.IsBehind(pass.Number))
                    point.Passes.Add(pass);
            }
            _states = [];
        }
    }

    /// <summary>Keeps the value of the cell's last expression.</summary>
    public void AddResult(int line, string name, object? value)
    {
        var point = new Point(line, name, loop: null) { Count = 1 };
        point.Passes.Add(new Pass(1, 0, Text(value)));
        if (NotFinite.Find(value) is { } found)
            Mark(point, 1, found);
        _results.Add(point);
    }

    /// <summary>Writes down the objects that the last pass of a loop gave.</summary>
    private void WriteLast(int loop)
    {
        for (int i = 0; i < _states.Length; i++)
        {
            if (_points[i].Loop != loop || _states[i].Object is not { } last)
                continue;
            _points[i].Last = Written(i, _states[i].Passes, last);
            _states[i].Object = null;
        }
    }

    private Pass Written(int index, long pass, object? value)
    {
        Point point = _points[index];
        if (point.NotFinite is null && NotFinite.Find(value) is { } found)
        {
            Mark(point, pass, found);
            _states[index].WasNotFinite = true;
        }
        return new Pass(
            pass,
            point.Loop is { } loop ? _states[loop].Passes : 0,
            value is not null && value.GetType().IsPrimitive ? value : Text(value)
        );
    }

    private void Mark(Point point, long pass, string found)
    {
        (point.NotFinite, point.IsFirst) = ((pass, found), !_wasNotFinite);
        _wasNotFinite = true;
    }

    /// <summary>Reads the last value of a point from its bits.</summary>
    private static Func<long, object>? Reader<T>() =>
        typeof(T).IsValueType
        && !RuntimeHelpers.IsReferenceOrContainsReferences<T>()
        && Unsafe.SizeOf<T>() <= sizeof(long)
            ? bits => Unsafe.As<long, T>(ref bits)!
            : null;

    /// <summary>A value in a few characters.</summary>
    internal static string Text(object? value)
    {
        string text = value switch
        {
            double number when double.IsFinite(number) && number != Math.Floor(number) =>
                number.ToString("G6", CultureInfo.InvariantCulture),
            float number when float.IsFinite(number) && number != MathF.Floor(number) =>
                number.ToString("G6", CultureInfo.InvariantCulture),
            _ => VariableText.Of(value),
        };
        return text.Length <= MaxText ? text : text[..MaxText] + "…";
    }

    /// <summary>A place of the code at which something is recorded.</summary>
    /// <param name="line">From 1.</param>
    /// <param name="name">What the value is called; null for a point that only counts.</param>
    /// <param name="loop">The index of the point that counts the passes of the loop or the function around it.</param>
    internal sealed class Point(int line, string? name, int? loop)
    {
        /// <summary>From 1.</summary>
        public int Line => line;

        /// <summary>What the value is called; null for a point that only counts.</summary>
        public string? Name => name;

        /// <summary>The index of the point that counts the passes of the loop or the function around it.</summary>
        public int? Loop => loop;

        /// <summary>The index of the loop after which it stands.</summary>
        public int? EndsLoop { get; init; }

        /// <summary>How often it was passed.</summary>
        public long Count { get; set; }

        /// <summary>The passes that are kept, in order.</summary>
        public List<Pass> Passes { get; } = [];

        /// <summary>The pass at which it was NaN or infinite first, and which entry of it.</summary>
        public (long Pass, string Found)? NotFinite { get; set; }

        /// <summary>Whether nothing else was NaN or infinite before.</summary>
        public bool IsFirst { get; set; }

        /// <summary>A later pass than those that are kept.</summary>
        public Pass? Last { get; set; }

        /// <summary>Reads the last value.</summary>
        public Func<long, object>? Read { get; set; }

        /// <summary>Whether a pass is later than those that are kept.</summary>
        public bool IsBehind(long pass) => pass > (Passes.LastOrDefault()?.Number ?? 0);
    }

    /// <summary>A value that a point gave.</summary>
    /// <param name="Number">The pass of the point, from 1.</param>
    /// <param name="InLoop">The pass of its loop.</param>
    /// <param name="Value">A number, or a text.</param>
    internal sealed record Pass(long Number, long InLoop, object Value);
}
