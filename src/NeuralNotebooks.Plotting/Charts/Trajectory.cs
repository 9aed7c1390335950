namespace NeuralNotebooks.Plotting;

/// <summary>A path through a picture, and the part of it that is visible up to a step.</summary>
internal sealed class Trajectory
{
    // In fractions of the picture's width and height: vertices within half a pixel of a line are dropped, and lines end
    // just outside the edge.
    private const double MinTolerance = 0.001, Margin = 0.01;

    // More vertices would not be visible; a long path that oscillates at every step is drawn less finely.
    private const int MaxCorners = 1200;

    private readonly Point[] _points;
    private readonly Interval _x, _y;
    private readonly List<Point> _corners = [];
    private readonly int[] _cornersAt;

    /// <param name="name">Its name.</param>
    /// <param name="points">Its points; they may become infinite or NaN after the first.</param>
    /// <param name="x">The range of the picture.</param>
    /// <param name="y">The range of the picture.</param>
    /// <param name="steps">The steps at which the picture will be seen, the first and last among them.</param>
    public Trajectory(
        string name, Point[] points, Interval x, Interval y, int[] steps)
    {
        (Name, _points, _x, _y) = (name, points, x, y);
        _cornersAt = new int[steps.Length];
        double tolerance = MinTolerance;
        do
        {
            Trace(steps, tolerance);
            tolerance *= 2;
        }
        while (_corners.Count > MaxCorners && tolerance < 0.1);
        Line = [.. _corners.Select(corner => (Rounded(corner.X, x), Rounded(corner.Y, y)))];
    }

    public string Name { get; }

    public int LastStep => _points.Length - 1;

    /// <summary>The vertices of the line, NaN between two parts.</summary>
    public Point[] Line { get; }

    /// <summary>The number of vertices that are visible at a step, by the step's index among the visible
    /// ones.</summary>
    public int Corners(int frame) => _cornersAt[frame];

    /// <summary>Where the path is at a step; at its end once it has ended.</summary>
    public Point At(int step) => _points[Math.Min(step, LastStep)];

    /// <summary>If the path is outside the picture at a step: the step at which it left. Otherwise null.</summary>
    public int? ExitStep(int step)
    {
        int at = Math.Min(step, LastStep), inside = Array.FindLastIndex(_points, at, IsInside);
        return inside == at ? null : inside + 1;
    }

    /// <summary>The moving point: the position of the path at a step or, if that is outside the picture, the place
    /// where the path left it. No point if the path was never inside.</summary>
    public IEnumerable<Point> Head(int frame, int step)
    {
        int last = Corners(frame) - 1;
        if (ExitStep(step) is null)
            yield return At(step);
        else if (last >= 0)
            yield return (_x.Clamp(Line[last].X), _y.Clamp(Line[last].Y));
    }

    private bool IsInside(Point point) => _x.Contains(point.X) && _y.Contains(point.Y);

    private void Trace(int[] steps, double tolerance)
    {
        _corners.Clear();
        if (IsInside(_points[0]))
            _corners.Add(_points[0]);
        _cornersAt[0] = _corners.Count;
        for (int frame = 1; frame < steps.Length; frame++)
        {
            // Each part between two frames is simplified separately, so that the line of a frame is a prefix of the
            // next frame's.
            int from = Math.Min(steps[frame - 1], LastStep), to = Math.Min(steps[frame], LastStep);
            List<Point> part = [.. _corners.TakeLast(1)];
            for (int step = from; step < to; step++)
                AddSegment(part, _points[step], _points[step + 1]);
            _corners.AddRange(Simplified(part, tolerance).Skip(Math.Min(1, _corners.Count)));
            _cornersAt[frame] = _corners.Count;
        }
    }

    /// <summary>Adds the visible part of one step. A step between two points outside is left out, even if it crosses
    /// the picture: the many lines of a diverging oscillation would hide the rest.</summary>
    private void AddSegment(List<Point> line, Point start, Point end)
    {
        if ((!IsInside(start) && !IsInside(end)) || double.IsNaN(start.X + start.Y + end.X + end.Y))
            return;
        Point from = IsInside(start) ? start : Cut(end, start), to = IsInside(end) ? end : Cut(start, end);
        if (line.Count == 0 || line[^1] != from)
        {
            if (line.Count > 0)
                line.Add((double.NaN, double.NaN));
            line.Add(from);
        }
        line.Add(to);
    }

    /// <summary>Where a segment from inside leaves the picture, a little beyond its edge.</summary>
    private Point Cut(Point inside, Point outside)
    {
        // Clamped, since an infinite end has no direction. A million widths away the direction is exact enough.
        double dx = _x.Widened(1e6).Clamp(outside.X) - inside.X, dy = _y.Widened(1e6).Clamp(outside.Y) - inside.Y;
        double part = Math.Min(Part(inside.X, dx, _x), Part(inside.Y, dy, _y));
        return part == 1 ? outside : (inside.X + (part * dx), inside.Y + (part * dy));

        static double Part(double from, double way, Interval range)
        {
            double edge = way < 0 ? range.From - from : range.To - from, beyond = Margin * range.Length;
            return way == 0 ? 1 : Math.Min(1, (edge + (way < 0 ? -beyond : beyond)) / way);
        }
    }

    /// <summary>The line without the vertices that are within a tolerance of a straight line (Douglas and Peucker,
    /// 1973).</summary>
    private IEnumerable<Point> Simplified(List<Point> line, double tolerance)
    {
        bool[] kept = [.. line.Select(point => double.IsNaN(point.X))];
        int begin = 0;
        foreach (int gap in Enumerable.Range(0, line.Count).Where(i => kept[i]).Append(line.Count).ToArray())
        {
            if (gap > begin)
                Keep(begin, gap - 1);
            begin = gap + 1;
        }
        return line.Where((_, i) => kept[i]);

        void Keep(int from, int to)
        {
            kept[from] = kept[to] = true;
            double Away(int i) => Distance(line[i], line[from], line[to]);
            int farthest = Enumerable.Range(from, to - from + 1).MaxBy(Away);
            if (Away(farthest) <= tolerance)
                return;
            Keep(from, farthest);
            Keep(farthest, to);
        }
    }

    /// <summary>The distance of a point from a segment, in fractions of the picture.</summary>
    private double Distance(Point point, Point from, Point to)
    {
        double width = _x.Length, height = _y.Length;
        double px = (point.X - from.X) / width, py = (point.Y - from.Y) / height, dx = (to.X - from.X) / width,
            dy = (to.Y - from.Y) / height;
        double length = (dx * dx) + (dy * dy), t = length == 0 ? 0 : Math.Clamp(((px * dx) + (py * dy)) / length, 0, 1);
        double across = px - (t * dx), up = py - (t * dy);
        return Math.Sqrt((across * across) + (up * up));
    }

    // Rounds to a fraction of a pixel.
    private static double Rounded(double value, Interval range) =>
        Math.Round(value, Math.Clamp(4 - (int)Math.Floor(Math.Log10(range.Length)), 0, 15));
}
