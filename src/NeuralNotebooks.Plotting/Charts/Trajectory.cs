namespace NeuralNotebooks.Plotting;

/// <summary>A path through a picture, and the part of it that is visible up to a step.</summary>
internal sealed class Trajectory
{
    // In fractions of the picture's width and height: of vertices within half a pixel only the first is drawn, and
    // lines end just outside the edge.
    private const double MinDistance = 0.0015, Margin = 0.01;

    private readonly Point[] _points;
    private readonly Interval _x, _y;
    private readonly List<Point> _corners = [];
    private readonly int[] _cornersAt;

    // Where the line ends, also if its last vertex is not drawn.
    private Point? _end;

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
        if (IsInside(points[0]))
            AddCorner(points[0]);
        _cornersAt[0] = _corners.Count;
        for (int frame = 1; frame < steps.Length; frame++)
        {
            for (int step = steps[frame - 1]; step < Math.Min(steps[frame], LastStep); step++)
                AddSegment(points[step], points[step + 1]);
            _cornersAt[frame] = _corners.Count;
        }

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

    /// <summary>Those of some steps that the path has taken up to a step and that are inside the picture.</summary>
    public IEnumerable<Point> Marks(IEnumerable<int> steps, int upTo) =>
        steps.Where(step => step <= Math.Min(upTo, LastStep)).Select(At).Where(IsInside);

    private bool IsInside(Point point) => _x.Contains(point.X) && _y.Contains(point.Y);

    /// <summary>Adds the visible part of one step. A step between two points outside is left out, even if it crosses
    /// the picture: the many lines of a diverging oscillation would hide the rest.</summary>
    private void AddSegment(Point start, Point end)
    {
        if ((!IsInside(start) && !IsInside(end)) || double.IsNaN(start.X + start.Y + end.X + end.Y))
            return;
        Point from = IsInside(start) ? start : Cut(end, start), to = IsInside(end) ? end : Cut(start, end);
        if (_end != from)
        {
            if (_corners.Count > 0)
                _corners.Add((double.NaN, double.NaN));
            AddCorner(from);
        }

        if (!IsInside(end) || !IsNear(to, _corners[^1]))
            AddCorner(to);
        _end = to;
    }

    private void AddCorner(Point point)
    {
        _corners.Add(point);
        _end = point;
    }

    private bool IsNear(Point point, Point other) =>
        double.Hypot((point.X - other.X) / _x.Length, (point.Y - other.Y) / _y.Length) < MinDistance;

    /// <summary>Where a segment from inside leaves the picture, a little beyond its edge. It is found by bisection.
    /// </summary>
    private Point Cut(Point inside, Point outside)
    {
        // Clamped, since an infinite end has no direction. A million widths away the direction is exact enough.
        outside = (_x.Widened(1e6).Clamp(outside.X), _y.Widened(1e6).Clamp(outside.Y));
        for (int halving = 0; halving < 64; halving++)
        {
            Point middle = ((inside.X + outside.X) / 2, (inside.Y + outside.Y) / 2);
            if (_x.Widened(Margin).Contains(middle.X) && _y.Widened(Margin).Contains(middle.Y))
                inside = middle;
            else
                outside = middle;
        }
        return inside;
    }

    // Rounds to a fraction of a pixel.
    private static double Rounded(double value, Interval range) =>
        Math.Round(value, Math.Clamp(4 - (int)Math.Floor(Math.Log10(range.Length)), 0, 15));
}
