namespace NeuralNotebooks.Plotting;

/// <summary>A path through a picture; plotly.js clips its line at the edges.</summary>
internal sealed class Trajectory(string name, Point[] points, Interval x, Interval y)
{
    // In fractions of the picture's width and height: of vertices within half a pixel only the first is drawn.
    private const double MinDistance = 0.0015;

    public string Name => name;

    public int LastStep => points.Length - 1;

    /// <summary>Where the path is at a step; at its end once it has ended.</summary>
    public Point At(int step) => points[Math.Min(step, LastStep)];

    /// <summary>If the path is outside the picture at a step: the step at which it left. Otherwise null.</summary>
    public int? ExitStep(int step)
    {
        int inside = LastInside(step);
        return inside == Math.Min(step, LastStep) ? null : inside + 1;
    }

    /// <summary>The moving point: the position of the path at a step or, if that is outside the picture, the last one
    /// inside. No point if the path was never inside.</summary>
    public Point[] Head(int step) => LastInside(step) is >= 0 and int at ? [points[at]] : [];

    /// <summary>The vertices of the line up to a step, with a gap for each step between two points outside: the many
    /// lines of a diverging oscillation would hide the rest.</summary>
    public IEnumerable<Point> Line(int step)
    {
        Point drawn = (double.NaN, double.NaN);
        for (int i = 0; i <= Math.Min(step, LastStep); i++)
        {
            bool isSeen = IsInside(i) || (i > 0 && IsInside(i - 1)) || IsInside(i + 1);
            // plotly.js cannot draw to infinity. A million widths away, the direction is exact enough.
            Point vertex = isSeen ? (Rounded(points[i].X, x), Rounded(points[i].Y, y)) : (double.NaN, double.NaN);
            if (double.Hypot((vertex.X - drawn.X) / x.Length, (vertex.Y - drawn.Y) / y.Length) < MinDistance
                || (double.IsNaN(vertex.X) && double.IsNaN(drawn.X)))
                continue;
            yield return drawn = vertex;
        }
    }

    /// <summary>Those of some steps that the path has taken up to a step and that are inside the picture.</summary>
    public IEnumerable<Point> Marks(IEnumerable<int> steps, int upTo) =>
        steps.Where(step => step <= Math.Min(upTo, LastStep) && IsInside(step)).Select(At);

    private int LastInside(int step) => Enumerable.Range(0, Math.Min(step, LastStep) + 1).LastOrDefault(IsInside, -1);

    private bool IsInside(int step) => step <= LastStep && x.Contains(points[step].X) && y.Contains(points[step].Y);

    // Rounds to a fraction of a pixel.
    private static double Rounded(double value, Interval range) => Math.Round(
        range.ExpandedBy(1e6).Clamp(value), Math.Clamp(4 - (int)Math.Floor(Math.Log10(range.Length)), 0, 15));
}
