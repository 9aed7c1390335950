namespace NeuralNotebooks.Plotting;

/// <summary>The borders between the classes of a layer of two inputs, which are straight lines.</summary>
internal static class LinearBorders
{
    // The places along a line at which the scores are compared: an end is exact to a pixel.
    private const int Places = 801;

    /// <summary>The visible part of each border.</summary>
    /// <param name="layer">The layer. Its activation does not change which score is the largest.</param>
    /// <param name="grid">The rectangle that is visible.</param>
    public static IEnumerable<FigurePart> Of<T>(Dense<T> layer, PlaneGrid grid)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        (double A, double B, double C)[] scores = [.. Enumerable.Range(0, layer.Units).Select(unit => (
            double.CreateChecked(layer.Weights[unit, 0]), double.CreateChecked(layer.Weights[unit, 1]),
            double.CreateChecked(layer.Biases[unit, 0])))];
        // A single unit has its border where its score is 0.
        if (scores.Length == 1)
            scores = [.. scores, default];
        Interval x = (grid.X[0], grid.X[^1]), y = (grid.Y[0], grid.Y[^1]);
        for (int i = 0; i < scores.Length; i++)
            for (int j = i + 1; j < scores.Length; j++)
            {
                // On a border two scores are equal, and no other one is larger.
                double Score((double A, double B, double C) one, Point at) => one.A * at.X + one.B * at.Y + one.C;
                (double a, double b, double c) =
                    (scores[i].A - scores[j].A, scores[i].B - scores[j].B, scores[i].C - scores[j].C);
                IEnumerable<Point> line = Math.Abs(a) < Math.Abs(b)
                    ? Intervals.EvenlySpaced(x.From, x.To, Places).Select(v => (v, -(a * v + c) / b))
                    : Intervals.EvenlySpaced(y.From, y.To, Places).Select(v => (-(b * v + c) / a, v));
                Point[] border = [.. line.Where(at => x.Contains(at.X) && y.Contains(at.Y)
                    && scores.All(other => Score(other, at) <= Score(scores[i], at) + 1e-9))];
                if (border.Length > 1)
                    yield return Line([border[0], border[^1]], Stroke(Palette.Ink, 1.5), showLegend: false)
                        .With(new() { ["hoverinfo"] = "skip" });
            }
    }
}
