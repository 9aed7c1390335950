using System.Globalization;
using System.Runtime.CompilerServices;

namespace NeuralNotebooks.Engine;

/// <summary>What each line of a running cell has given, in up to 128 of its passes.</summary>
/// <remarks>
/// The first passes of a line are kept, then every second, every fourth and so on, so that what is kept is spread
/// evenly over any number of passes. What can change later is written down at once, as a short text.
/// </remarks>
internal sealed class RecordedValues
{
    /// <summary>How many passes of one line are kept, and of all.</summary>
    public const int MaxPasses = 128, MaxTotal = 20_000;

    /// <summary>How many points a cell may have.</summary>
    public const int MaxPoints = 1_000;

    private const int MinPasses = 16, MaxText = 80;

    private readonly Lock _gate = new();
    private readonly List<Point> _points = [];

    /// <summary>The values of last expressions.</summary>
    private readonly List<Point> _results = [];

    private readonly Dictionary<int, Point> _byNumber = [];

    private int _maxPasses = MaxPasses;
    private bool _wasNotFinite;

    /// <summary>Whether points were left out because there are too many.</summary>
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

    /// <summary>Adds a place at which a value will be recorded.</summary>
    /// <returns>Whether there was room.</returns>
    public bool Add(Point point)
    {
        // The compiler may still be busy with a cell that was interrupted.
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

    /// <summary>Keeps a pass.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal void Write<T>(int number, T value)
    {
        if (!_gate.TryEnter())
            return; // Whoever holds it may wait for what this thread holds. The next pass tries again.
        try
        {
            if (!_byNumber.TryGetValue(number, out Point? point) || !point.State.IsRecorded)
                return; // Of a cell that has ended.
            ref ValuePoint.State state = ref point.State;
            long pass = point.Passed;
            if (point.Name is not null)
            {
                point.Read ??= Reader<T>();
                Pass kept = Written(point, pass, value);
                if (point.Passes.Count >= _maxPasses)
                {
                    long stride = point.Stride *= 2;
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

    /// <summary>Ends the recording: what was passed last is kept, too.</summary>
    public void End()
    {
        ValuePoint.Record(null);
        lock (_gate)
        {
            foreach (Point point in _points.Where(point => point.State.IsRecorded))
            {
                // Any other object may have changed since.
                object? last = point.State.Object as string ?? point.Read?.Invoke(point.State.Bits);
                if (last is not null && point.IsBehind(point.Passed))
                    point.Last = Written(point, point.Passed, last);
                if (point.Last is { } pass && point.IsBehind(pass.Number))
                    point.Passes.Add(pass);
            }
            foreach (Point point in _points)
            {
                point.Count = point.State.IsRecorded ? point.Passed : 0;
                point.State = ValuePoint.State.Idle;
            }
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
    private void WriteLast(Point loop)
    {
        foreach (Point point in _points)
        {
            if (point.Loop != loop || point.State.Object is not { } last)
                continue;
            point.Last = Written(point, point.Passed, last);
            point.State.Object = null;
        }
    }

    private Pass Written(Point point, long pass, object? value)
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
    /// <param name="loop">The point that counts the passes of the loop or the function around it.</param>
    internal sealed class Point(int line, string? name, Point? loop)
    {
        /// <summary>Its number in the code.</summary>
        public int Number { get; } = ValuePoint.Add();

        /// <summary>From 1.</summary>
        public int Line => line;

        /// <summary>What the value is called; null for a point that only counts.</summary>
        public string? Name => name;

        /// <summary>The point that counts the passes of the loop or the function around it: itself, if it is
        /// one.</summary>
        public Point? Loop => IsLoop ? this : loop;

        /// <summary>Whether it counts the passes of a loop or a function.</summary>
        public bool IsLoop { get; set; }

        /// <summary>The loop after which it stands.</summary>
        public Point? EndsLoop { get; init; }

        /// <summary>What is known of it between two passes that are kept.</summary>
        public ref ValuePoint.State State => ref ValuePoint.Of(Number);

        /// <summary>The number (from 1) of the next pass that is kept.</summary>
        public long Next { get; set; } = 1;

        /// <summary>Every how many passes one is kept.</summary>
        public long Stride { get; set; } = 1;

        /// <summary>How often it has been passed so far.</summary>
        public long Passed => Next - State.Left;

        /// <summary>How often it was passed, once the cell has ended.</summary>
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
