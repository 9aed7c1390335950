namespace NeuralNotebooks.Plotting;

public static partial class Plot
{
    private const int RavineSteps = 60, MapColumns = 152, MapRows = 123;

    // A path that is this far away diverges: the rest of it is not drawn.
    private const double FarAway = 1000, LargestBeta = 0.8;

    // The colours of the map: from dark blue, where a step reduces the distance most, to almost white at the factor 1.
    // The last colour is for larger factors, at which the path diverges.
    private static readonly byte[] _mapColours =
    [
        8, 48, 84, 14, 66, 110, 24, 86, 136, 42, 108, 158, 70, 132, 178, 104, 156, 196, 140, 180, 212, 176, 204, 226,
        210, 224, 238, 238, 243, 248, 246, 214, 190,
    ];

    /// <summary>An interactive figure of Momentum on f = ½(λ₁x² + λ₂y²): the reader drags the learning rate α and the
    /// averaging factor β on a map of the factor by which a step reduces the distance, and sees the path.</summary>
    /// <param name="curvatures">λ₁ of the gentle direction and λ₂ of the steep one.</param>
    /// <param name="from">The first point of the path.</param>
    /// <param name="start">α and β at the start; the best rate without averaging (β = 0) if they are omitted.</param>
    /// <param name="title">The title.</param>
    /// <remarks>The smallest factor of plain descent is (κ − 1)/(κ + 1) with κ = λ₂/λ₁, and that of Momentum is (√κ −
    /// 1)/(√κ + 1).</remarks>
    /// <exception cref="ArgumentException">The curvatures are not positive and increasing.</exception>
    public static Picture MomentumByHand(
        (double Gentle, double Steep) curvatures, Point from, (double Alpha, double Beta)? start = null,
        string title = "")
    {
        (double gentle, double steep) = curvatures;
        if (!(gentle > 0 && gentle < steep && double.IsFinite(steep)))
            throw new ArgumentException(
                $"The curvatures are {NumberText.Plain(gentle)} and {NumberText.Plain(steep)}: they must be positive, "
                + "the gentle one first.", nameof(curvatures));
        (double Alpha, double Beta) at = start ?? (2 / (gentle + steep), 0);
        // Up to nine times the largest stable rate of plain descent, 2/λ₂: beyond it Momentum diverges for every β of
        // the map.
        InteractivePanel map = new("learning rate α", (0.125 / steep, 18.75 / steep), "β", (0, LargestBeta), 0.005),
            ravine = new(
                "x", (-1.15 * Math.Abs(from.X), 1.15 * Math.Abs(from.X)), "y",
                (-1.6 * Math.Abs(from.Y), 1.6 * Math.Abs(from.Y)));
        Point[] path = RavinePath(curvatures, from, at);
        double kappa = steep / gentle, root = Math.Sqrt(kappa), best = (root - 1) / (root + 1);
        double SlowerFactor((double, double) point) =>
            Math.Max(ConvergenceFactor(point, gentle), ConvergenceFactor(point, steep));

        map.Draw(JoinLines($"""
            <image href="{RavineMap(map, best, SlowerFactor)}" x="{map.X.Pixels.From}" y="{map.Y.Pixels.To}"
             width="{map.X.Pixels.To - map.X.Pixels.From}" height="{map.Y.Pixels.From - map.Y.Pixels.To}"
             preserveAspectRatio="none"/>
            """));
        double[] betas = Intervals.EvenlySpaced(0, LargestBeta, 81);
        AddEdge(map, betas, "", beta => 2 / steep * (1 + beta) / (1 - beta));
        AddEdge(map, betas, "5 4", beta => Math.Pow(1 - Math.Sqrt(beta), 2) / (1 - beta) / gentle);
        AddEdge(map, betas, "1.5 4", beta => Math.Pow(1 + Math.Sqrt(beta), 2) / (1 - beta) / steep);
        map.Handle("point", at, Palette.Orange);
        for (double radius = Math.Abs(from.X) * Math.Sqrt(gentle) * 1.4; radius > 0.05; radius /= 2)
            ravine.Draw(JoinLines($"""
                <ellipse cx="{ravine.X.Place(0)}" cy="{ravine.Y.Place(0)}"
                 rx="{radius / Math.Sqrt(gentle) * ravine.X.Scale:0.#}"
                 ry="{-radius / Math.Sqrt(steep) * ravine.Y.Scale:0.#}" fill="none"
                 stroke="currentColor" stroke-opacity="0.35"/>
                """));
        ravine.DrawPart("path", ravine.Line(path),
            $"fill=\"none\" stroke=\"{Palette.Drawn(Palette.Blue)}\" stroke-width=\"2\" stroke-linejoin=\"round\"")
            .DrawDot("end", path[^1]);

        InteractiveTable table = new("", "α", "β", "along x", "along y", "slower");
        table.Row("a step leaves", "", ("alpha", at.Alpha), ("beta", at.Beta),
            ("gentle", ConvergenceFactor(at, gentle)), ("steep", ConvergenceFactor(at, steep)),
            ("slower", SlowerFactor(at)));
        InteractiveFigure figure = new("momentum.js",
            new
            {
                curvatures = new[] { gentle, steep },
                from = new[] { from.X, from.Y },
                steps = RavineSteps,
                far = FarAway,
            },
            [map.ToSvg(), ravine.ToSvg()])
        {
            Start = new { alpha = at.Alpha, beta = at.Beta },
            Axes = [("alpha", map.X), ("beta", map.Y), ("x", ravine.X), ("y", ravine.Y)],
            Handles = [("point", "learning rate α and average β", "alpha", "beta")],
            Below = table.ToHtml(),
        };
        return Picture.Of(figure.ToHtml,
            $"Left: a map of α and β, darker where a step of Momentum leaves a smaller part of the distance. A point "
            + $"is at {InWords(at)}, where a step leaves {NumberText.Html(SlowerFactor(at))}. Right: the path of "
            + $"{path.Length - 1} steps from {InWords(from)} in the ravine of curvatures {NumberText.Html(gentle)} "
            + $"along x and {NumberText.Html(steep)} along y.")
            .WithTitle(title)
            .WithCaption(
                $"κ = λ₂/λ₁ = {NumberText.Html(kappa)}. At its best a step of plain descent leaves (κ − 1)/(κ + 1) = "
                + $"{NumberText.Html((kappa - 1) / (kappa + 1))}, one of Momentum (√κ − 1)/(√κ + 1) = "
                + $"{NumberText.Html(best)}. Drag the point, tap beside it, or use the arrow keys.");
    }

    /// <summary>The factor by which a step finally multiplies the distance along a direction of this
    /// curvature.</summary>
    internal static double ConvergenceFactor((double Alpha, double Beta) at, double curvature)
    {
        double t = 1 + at.Beta - (1 - at.Beta) * at.Alpha * curvature, root = t * t - 4 * at.Beta;
        return root < 0 ? Math.Sqrt(at.Beta) : (Math.Abs(t) + Math.Sqrt(root)) / 2;
    }

    private static Point[] RavinePath((double X, double Y) curvatures, Point from, (double Alpha, double Beta) at)
    {
        Momentum<double> momentum = new(at.Alpha, at.Beta);
        double[] w = [from.X, from.Y];
        List<Point> path = [from];
        while (path.Count <= RavineSteps && Math.Abs(w[0]) + Math.Abs(w[1]) < FarAway)
        {
            momentum.Step(w, [curvatures.X * w[0], curvatures.Y * w[1]]);
            path.Add((w[0], w[1]));
        }
        return [.. path];
    }

    private static void AddEdge(InteractivePanel map, double[] betas, string dash, Func<double, double> alpha) =>
        map.Draw(JoinLines($"""
            <path d="{map.Line(betas.Select(beta => (alpha(beta), beta)))}" fill="none" stroke="#b4292f"
             stroke-width="2" stroke-dasharray="{dash}"/>
            """));

    private static string RavineMap(InteractivePanel map, double best, Func<(double, double), double> leaves)
    {
        int bands = _mapColours.Length / 3 - 1;
        byte[] pixels = new byte[MapColumns * MapRows];
        for (int i = 0; i < pixels.Length; i++)
        {
            double right = (i % MapColumns + 0.5) / MapColumns, down = (i / MapColumns + 0.5) / MapRows;
            double left = leaves(
                (map.X.Values.From + right * map.X.Values.Length, (1 - down) * map.Y.Values.To));
            pixels[i] = (byte)Math.Clamp((int)(bands * (left - best) / (1 - best)), 0, bands);
        }
        return Png.DataUrl(MapColumns, pixels, _mapColours);
    }
}
