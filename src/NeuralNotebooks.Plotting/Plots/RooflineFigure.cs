namespace NeuralNotebooks.Plotting;

/// <summary>The limits of a machine, which are a flat roof and slopes, and pieces of work as points under
/// them.</summary>
internal static class RooflineFigure
{
    // Pixels: the height of the figure and of its margins, the height of a line of text, and the distance of a name
    // from its point or line.
    private const int FigureHeight = 440, Margins = 80, NameHeight = 16, NameGap = 13;

    /// <param name="peak">The roof, in GFLOP/s.</param>
    /// <param name="limits">The slopes in GB/s, the flattest first.</param>
    /// <param name="points">The pieces of work.</param>
    public static Picture Of(
        double peak, (string Name, double Bandwidth)[] limits,
        (string Name, double Intensity, double Speed)[] points)
    {
        double[] intensities = [.. points.Select(p => p.Intensity)], speeds = [.. points.Select(p => p.Speed)];
        double[] across = [.. intensities, .. limits.Select(limit => peak / limit.Bandwidth)];
        double left = across.Min() / 4, right = across.Max() * 20;
        Interval up = (Math.Log10(Math.Min(speeds.Min(), left * limits[0].Bandwidth) / 1.5),
            Math.Log10(Math.Max(speeds.Max(), peak) * 1.6));
        double pixelsOfPower = (FigureHeight - Margins) / up.Length;

        LineAxes axes = new("operations per byte", "GFLOP/s", LogX: true, LogY: true);
        FigurePart layout = new()
        {
            ["xaxis"] = Axis.Scaled(axes.LogX, axes.X, (Math.Log10(left), Math.Log10(right))),
            ["yaxis"] = Axis.Scaled(axes.LogY, axes.Y, up),
            ["annotations"] = (FigurePart[])[
                .. limits.Select((limit, k) =>
                    SlopeName(limit, left, peak, isSteepest: k > 0 && k == limits.Length - 1)),
                .. points.GroupBy(p => p.Intensity).SelectMany(column => WorkNames(
                    [.. column], peak, limits, pixelsOfPower, IsCrowded(column, points, limits, pixelsOfPower))),
            ],
        };
        FigurePart[] traces =
        [
            .. limits.Select((limit, k) => Line(
                [(left, left * limit.Bandwidth), (peak / limit.Bandwidth, peak), (right, peak)],
                Stroke(Palette.Of(0), 2, Palette.Dash(k)), limit.Name, showLegend: false)),
            Points(
                intensities.Zip(speeds), Marker(Palette.Of(1), 9, line: Stroke(Palette.Ground, 1)), "work",
                showLegend: false)
            .With(new()
            {
                ["text"] = points.Select(p => p.Name),
                ["hovertemplate"] = "%{text}: %{x} operations per byte, %{y} GFLOP/s<extra></extra>",
            }),
        ];
        return Picture.Of(new Figure(traces, layout) { Height = FigureHeight });
    }

    /// <summary>The name of a slope, beside a point between its lower end and the roof: to the left of the steepest
    /// slope, and to the right of the others.</summary>
    private static FigurePart SlopeName(
        (string Name, double Bandwidth) limit, double left, double peak, bool isSteepest)
    {
        double place = left * Math.Pow(peak / limit.Bandwidth / left, isSteepest ? 0.9 : 0.85);
        return PointName(limit.Name, (place, place * limit.Bandwidth), isSteepest ? "right" : "left",
            isSteepest ? NameGap / 2 : -NameGap / 2);
    }

    /// <summary>Whether names to the right of these points would cover other points, or a slope.</summary>
    private static bool IsCrowded(
        IGrouping<double, (string Name, double Intensity, double Speed)> column,
        (string Name, double Intensity, double Speed)[] points, (string Name, double Bandwidth)[] limits,
        double pixelsOfPower)
    {
        bool IsCloseBy(double intensity) => intensity > 1.1 * column.Key && intensity < 4 * column.Key;
        return points.Any(other => IsCloseBy(other.Intensity)
                && column.Any(p => Math.Abs(Math.Log10(p.Speed / other.Speed)) * pixelsOfPower < 3 * NameHeight))
            || limits.Any(limit => column.Any(p => IsCloseBy(p.Speed / limit.Bandwidth)));
    }

    /// <summary>The names of the points above one intensity, from the top down: each below a limit that would run
    /// through it, and below the name before. They are to the right of the points, or to the left.</summary>
    private static IEnumerable<FigurePart> WorkNames(
        (string Name, double Intensity, double Speed)[] column, double peak, (string Name, double Bandwidth)[] limits,
        double pixelsOfPower, bool toTheLeft)
    {
        double highest = double.PositiveInfinity;
        foreach ((string name, double intensity, double speed) in column.OrderByDescending(p => p.Speed))
        {
            double point = Math.Log10(speed) * pixelsOfPower;
            double place = Math.Min(point, highest);
            foreach ((_, double bandwidth) in limits.OrderByDescending(limit => limit.Bandwidth))
            {
                double limit = Math.Log10(Math.Min(peak, intensity * bandwidth)) * pixelsOfPower;
                if (Math.Abs(limit - place) < NameGap)
                    place = limit - NameGap;
            }
            highest = place - NameHeight;
            yield return PointName(
                name, (intensity, speed), toTheLeft ? "right" : "left", (int)Math.Round(place - point));
        }
    }

    // On a logarithmic axis, the place of an annotation is a logarithm.
    private static FigurePart PointName(string name, Point at, string side, int up) => new()
    {
        ["text"] = Verbatim(name),
        ["showarrow"] = false,
        ["x"] = Math.Log10(at.X),
        ["y"] = Math.Log10(at.Y),
        ["xanchor"] = side,
        ["yanchor"] = "middle",
        ["xshift"] = side == "left" ? NameGap : -NameGap,
        ["yshift"] = up,
    };
}
