using System.Globalization;
using System.Runtime.CompilerServices;

namespace NeuralNotebooks.Engine;

/// <summary>The values that the lines of a running cell compute, recorded for <c>#!values</c>. A line in a loop is
/// executed many times; each time is called a pass, and up to 128 passes are stored for each line.</summary>
/// <remarks>
/// At first every pass of a line is stored. When there are too many, every second one is removed and only every second
/// pass is stored from then on, then every fourth, and so on. So the stored passes are spread evenly over any number of
/// passes. An object may change later, so it is stored as a short text.
/// </remarks>
internal sealed class RecordedValues
{
    /// <summary>The maximal number of stored passes of one line, and of all lines together.</summary>
    public const int MaxPasses = 128, MaxTotal = 20_000;

    /// <summary>The maximal number of points of a cell. A point is a place in the code at which a value is
    /// recorded.</summary>
    public const int MaxPoints = 1_000;

    private const int MinPasses = 16, MaxText = 80;

    private readonly Lock _gate = new();
    private readonly List<Point> _points = [];

    /// <summary>The values of the cell's last expression.</summary>
    private readonly List<Point> _results = [];

    private readonly Dictionary<int, Point> _byNumber = [];

    private int _maxPasses = MaxPasses;
    private bool _wasNotFinite;

    /// <summary>Whether points were omitted because the cell has too many.</summary>
    public bool IsIncomplete { get; private set; }

    /// <summary>The points, in the order of the code.</summary>
    public IReadOnlyList<Point> Points
    {
        get
        {
            lock (_gate)
                return [.. _points, .. _results];
        }
    }

    /// <summary>Adds a point.</summary>
    /// <returns>False if there are already too many points.</returns>
    public bool Add(Point point)
    {
        // The compiler may still be adding points of a cell that was interrupted.
        lock (_gate)
        {
            IsIncomplete |= _points.Count >= MaxPoints;
            if (IsIncomplete)
                return false;
            _points.Add(point);
            _byNumber.Add(point.Number, point);
            return true;
        }
    }

    /// <summary>Called before code with new points runs.</summary>
    public void Begin()
    {
        _maxPasses = Math.Clamp(MaxTotal / Math.Max(1, _points.Count) / 2 * 2, MinPasses, MaxPasses);
        foreach (Point point in _points.Where(point => !point.State.IsRecorded))
            point.State = ValuePoint.State.New;
        ValuePoint.Record(this);
    }

    /// <summary>Stores a pass.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal void Write<T>(int number, T value)
    {
        if (!_gate.TryEnter())
            return; // Waiting could deadlock. The next pass tries again.
        try
        {
            if (!_byNumber.TryGetValue(number, out Point? point) || !point.State.IsRecorded)
                return; // The point belongs to a cell that has ended.
            ref ValuePoint.State state = ref point.State;
            long pass = point.Passed;
            if (point.Name is not null)
            {
                point.Read ??= Reader<T>();
                Pass kept = CreatePass(point, pass, value);
                if (point.Passes.Count >= _maxPasses)
                {
                    long stride = point.Stride *= 2;
                    long? marked = point.NotFinite?.Pass;
                    point.Passes.RemoveAll(old => (old.Number - 1) % stride != 0 && old.Number != marked);
                }
                point.Passes.Add(kept);
            }
            else if (point.EndsLoop is { } loop)
                StoreLast(loop);
            if (state.Left > 0)
                return;
            state.Object = null;
            if (point.Name is null && pass / point.Stride >= _maxPasses)
                point.Stride *= 2;
            point.Next = ((pass - 1) / point.Stride + 1) * point.Stride + 1;
            state.Left = point.Next - pass;
        }
        finally
        {
            _gate.Exit();
        }
    }

    /// <summary>Ends the recording, and stores the last pass of each point as well.</summary>
    public void End()
    {
        ValuePoint.Record(null);
        lock (_gate)
        {
            foreach (Point point in _points.Where(point => point.State.IsRecorded))
            {
                // Objects other than strings are skipped here: they may have changed since the last pass.
                object? last = point.State.Object as string ?? point.Read?.Invoke(point.State.Bits);
                if (last is not null && point.IsAfterStored(point.Passed))
                    point.Last = CreatePass(point, point.Passed, last);
                if (point.Last is { } pass && point.IsAfterStored(pass.Number))
                    point.Passes.Add(pass);
            }
            foreach (Point point in _points)
            {
                point.Count = point.State.IsRecorded ? point.Passed : 0;
                point.State = ValuePoint.State.Idle;
            }
        }
    }

    /// <summary>Stores the value of the cell's last expression.</summary>
    public void AddResult(int line, string name, object? value)
    {
        var point = new Point(line, name, loop: null) { Count = 1 };
        point.Passes.Add(new Pass(1, 0, Text(value)));
        if (NotFinite.Find(value) is { } found)
            Mark(point, 1, found);
        _results.Add(point);
    }

    /// <summary>Converts the objects of the last pass of a loop to text.</summary>
    private void StoreLast(Point loop)
    {
        foreach (Point point in _points)
        {
            if (point.Loop != loop || point.State.Object is not { } last)
                continue;
            point.Last = CreatePass(point, point.Passed, last);
            point.State.Object = null;
        }
    }

    private Pass CreatePass(Point point, long pass, object? value)
    {
        if (point.NotFinite is null && NotFinite.Find(value) is { } found)
        {
            Mark(point, pass, found);
            point.State.WasNotFinite = true;
        }
        return new Pass(
            pass,
            point.IsLoop ? pass : point.Loop?.Passed ?? 0,
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
        ValuePoint.IsSmall<T>() ? bits => Unsafe.As<long, T>(ref bits)! : null;

    /// <summary>A value as a short text.</summary>
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

    /// <summary>A place in the code at which a value is recorded, or at which the passes of a loop or function are
    /// counted.</summary>
    /// <param name="line">The line, counted from 1.</param>
    /// <param name="name">The name of the variable, or "return"; null for a point that only counts passes.</param>
    /// <param name="loop">The point that counts the passes of the loop or the function around it.</param>
    internal sealed class Point(int line, string? name, Point? loop)
    {
        /// <summary>The number by which the cell's code refers to the point.</summary>
        public int Number { get; } = ValuePoint.Add();

        /// <summary>The line, counted from 1.</summary>
        public int Line => line;

        /// <summary>The name of the variable, or "return"; null for a point that only counts passes.</summary>
        public string? Name => name;

        /// <summary>The point that counts the passes of the innermost loop or function; the point itself if
        /// <see cref="IsLoop"/>.</summary>
        public Point? Loop => IsLoop ? this : loop;

        /// <summary>Whether the point counts the passes of a loop or a function.</summary>
        public bool IsLoop { get; set; }

        /// <summary>The point of the loop that ends just before this point; null if there is none.</summary>
        public Point? EndsLoop { get; init; }

        /// <summary>The state of the point between two stored passes.</summary>
        public ref ValuePoint.State State => ref ValuePoint.Of(Number);

        /// <summary>The number (from 1) of the next pass that will be stored.</summary>
        public long Next { get; set; } = 1;

        /// <summary>The distance between two stored passes: with a stride of 4, every fourth pass is stored.</summary>
        public long Stride { get; set; } = 1;

        /// <summary>The number of passes so far.</summary>
        public long Passed => Next - State.Left;

        /// <summary>The number of passes when the cell has ended.</summary>
        public long Count { get; set; }

        /// <summary>The stored passes, in order.</summary>
        public List<Pass> Passes { get; } = [];

        /// <summary>The first pass in which the value was NaN or infinite, and which entry of it; null if there is
        /// none.</summary>
        public (long Pass, string Found)? NotFinite { get; set; }

        /// <summary>Whether this was the first NaN or infinite value of the whole cell.</summary>
        public bool IsFirst { get; set; }

        /// <summary>A pass after the stored ones.</summary>
        public Pass? Last { get; set; }

        /// <summary>Converts the bits of the last value to the value.</summary>
        public Func<long, object>? Read { get; set; }

        /// <summary>Whether a pass is after the stored ones.</summary>
        public bool IsAfterStored(long pass) => pass > (Passes.LastOrDefault()?.Number ?? 0);
    }

    /// <summary>The value of a point in one pass.</summary>
    /// <param name="Number">The number of the point's pass, from 1.</param>
    /// <param name="InLoop">The number of the enclosing loop's pass.</param>
    /// <param name="Value">A value of a primitive type, or a text.</param>
    internal sealed record Pass(long Number, long InLoop, object Value);
}
