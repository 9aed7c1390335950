namespace NeuralNotebooks.Plotting;

/// <summary>The loss surface of a line through points, on which a reader drags (w, b), and beside it the line with the
/// squares of its errors.</summary>
internal static class LineFigure
{
    private const int DrawnContours = 9, MaxSquares = 15;

    private const double Room = 0.4;

    /// <param name="x">What x is, and the points' x.</param>
    /// <param name="y">The same for y.</param>
    /// <param name="ranges">The ranges of w and b.</param>
    /// <param name="descent">The loss of these points.</param>
    /// <param name="at">(w, b) at the start.</param>
    public static Picture Of(
        (string Name, double[] Values) x, (string Name, double[] Values) y, (Interval W, Interval B) ranges,
        LineDescent descent, Point at)
    {
        Point[] path = descent.Path(at, 1);
        int every = (x.Values.Length + MaxSquares - 1) / MaxSquares;
        InteractivePanel bowl = Bowl(ranges, descent, at), points = Squares(x, y, at, every);

        InteractiveTable table = new("", "w", "b", "loss", "∂L/∂w", "∂L/∂b");
        foreach ((string name, string suffix, Point p) in new[] { ("here", "", at), ("next", "-next", path[1]) })
        {
            (double loss, double dw, double db) = descent.LossAt(p);
            table.Row(name, ("w" + suffix, p.X), ("b" + suffix, p.Y), ("loss" + suffix, loss), ("dw" + suffix, dw),
                ("db" + suffix, db));
        }
        InteractiveFigure figure = new("line",
            new { x = x.Values, y = y.Values, rate = descent.LearningRate, every }, [bowl.ToSvg(), points.ToSvg()])
        {
            Start = new { w = at.X, b = at.Y },
            Axes = [("w", bowl.X), ("b", bowl.Y), ("x", points.X), ("y", points.Y)],
            Inputs = [new FigureHandle("point", "slope w and height b of the line", "w", "b")],
            Below = table.ToHtml(),
            Buttons = [("step", "One step"), ("ten", "10 steps"), ("hundred", "100 steps")],
        };
        return Picture.Of(figure.ToHtml,
            $"Left: contours of the loss over w and b, and a point at {InteractivePanel.InWords(at)}. "
            + $"The least loss, {NumberText.Html(descent.LossAt(descent.Best).Loss)}, is at "
            + $"{InteractivePanel.InWords(descent.Best)}. Right: {y.Name} over {x.Name}, {x.Values.Length} points, the "
            + "line that the point on the left stands for, and the squares of its errors"
            + $"{(every > 1 ? $" at one point in {every}" : "")}.")
            .WithCaption("Drag the blue point, tap beside it, or move it with the arrow keys.");
    }

    private static InteractivePanel Bowl((Interval W, Interval B) ranges, LineDescent descent, Point at)
    {
        InteractivePanel bowl = new("w", Checked.Range(ranges.W), "b", Checked.Range(ranges.B), 0.005);
        DrawContours(bowl, descent);
        return bowl.DrawPart("trail", bowl.Line([at]),
            $"fill=\"none\" stroke=\"{Palette.Drawn(Palette.Orange)}\" stroke-width=\"1.5\" stroke-linejoin=\"round\"")
            .Draw(JoinLines($"""
                <path d="M{bowl.X.Place(descent.Best.X) - 5} {bowl.Y.Place(descent.Best.Y)}h10m-5 -5v10"
                 stroke="currentColor" stroke-width="2"/>
                """))
            .Handle("point", at);
    }

    private static void DrawContours(InteractivePanel bowl, LineDescent descent)
    {
        // H = M Mᵀ with a triangular M: the ellipse of a height is a circle, sheared by the inverse of Mᵀ.
        double m11 = Math.Sqrt(descent.MeanSquare), m21 = descent.Mean / m11, m22 = Math.Sqrt(1 - m21 * m21);
        Interval w = bowl.X.Values, b = bowl.Y.Values;
        double highest = new Point[] { (w.From, b.From), (w.From, b.To), (w.To, b.From), (w.To, b.To) }
            .Max(corner => descent.LossAt(corner).Loss);
        double radius = Math.Sqrt(2 * (highest - descent.LossAt(descent.Best).Loss));
        (double x, double y) = (bowl.X.Scale, bowl.Y.Scale);
        for (int k = 0; k < DrawnContours; k++, radius /= 2)
            bowl.Draw(JoinLines($"""
                <circle r="{radius:G6}" transform="matrix({x / m11:G6} 0
                 {-x * m21 / (m11 * m22):G6} {y / m22:G6}
                 {bowl.X.Place(descent.Best.X)} {bowl.Y.Place(descent.Best.Y)})" fill="none"
                 stroke="currentColor" stroke-opacity="0.4" vector-effect="non-scaling-stroke"/>
                """));
    }

    private static InteractivePanel Squares(
        (string Name, double[] Values) x, (string Name, double[] Values) y, Point at, int every)
    {
        Interval width = (x.Values.Min() - Room, x.Values.Max() + Room),
            height = (Math.Min(0, y.Values.Min()) - Room, y.Values.Max() + Room);
        InteractivePanel points = new(x.Name, width, y.Name, height);
        points.DrawPart("squares",
            string.Concat(x.Values.Zip(y.Values).Where((_, i) => i % every == 0)
                .Select(point => Square(points, point.First, point.Second, at))),
            $"fill=\"{Palette.Drawn(Palette.Orange)}\" fill-opacity=\"0.2\" "
            + $"stroke=\"{Palette.Drawn(Palette.Orange)}\" stroke-opacity=\"0.3\" stroke-width=\"0.7\"");
        foreach ((double v, double target) in x.Values.Zip(y.Values))
            points.Draw(Invariant($"<circle cx=\"{points.X.Place(v)}\" cy=\"{points.Y.Place(target)}\" r=\"2\"/>"));
        return points.DrawPart("line",
            points.Line(new[] { width.From, width.To }.Select(v => (v, at.X * v + at.Y))),
            $"stroke=\"{Palette.Drawn(Palette.Blue)}\" stroke-width=\"2.5\"");
    }

    private static string Square(InteractivePanel panel, double x, double y, Point at)
    {
        double target = panel.Y.Place(y), line = panel.Y.Place(at.X * x + at.Y), side = Math.Abs(line - target);
        return Invariant($"M{panel.X.Place(x)} {target}h{side:0.#}V{line}h{-side:0.#}Z");
    }
}
