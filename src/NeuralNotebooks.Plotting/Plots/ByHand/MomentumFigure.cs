namespace NeuralNotebooks.Plotting;

/// <summary>A map of the learning rate α and the averaging factor β of Momentum, on which a reader drags a point, and
/// beside it the path in a ravine.</summary>
internal static class MomentumFigure
{
    private const int MapColumns = 152, MapRows = 123;

    private const double LargestBeta = 0.8;

    /// <summary>A line on the map. It is drawn on a wider light one, so that it is seen on dark and light colours.
    /// </summary>
    private readonly record struct Edge(string Colour, string Dashes)
    {
        public string Drawn(string path) => JoinLines($"""
            <path d="{path}" fill="none" stroke="#fff" stroke-opacity="0.75" stroke-width="4"/>
            <path d="{path}" fill="none" stroke="{Colour}" stroke-width="2" stroke-dasharray="{Dashes}"/>
            """);
    }

    // The map is an image with the same colours on light and dark pages. The colours of the lines on it are fixed too:
    // they contrast with those of the map, not with the page.
    // To the right of these lines the path diverges, x overshoots, or y changes its sign in every step.
    private static readonly Edge _diverges = new("#b4292f", ""), _overshoots = new("#1f2430", "6 3"),
        _alternates = new("#00695c", "2 3");

    // The colours of the map: from dark blue, where a step reduces the distance most, to almost white at the factor 1.
    // The last colour is for larger factors, at which the path diverges.
    private static readonly byte[] _mapColours =
    [
        8, 48, 84, 14, 66, 110, 24, 86, 136, 42, 108, 158, 70, 132, 178, 104, 156, 196, 140, 180, 212, 176, 204, 226,
        210, 224, 238, 238, 243, 248, 246, 214, 190,
    ];

    /// <param name="ravine">The function.</param>
    /// <param name="from">The first point of the path.</param>
    /// <param name="at">α and β at the start.</param>
    public static Picture Of(Ravine ravine, Point from, (double Alpha, double Beta) at)
    {
        Point[] path = ravine.Path(from, at);
        InteractivePanel map = Map(ravine).Handle("point", at, Palette.Orange);
        InteractivePanel plane = Contours(ravine, from);
        plane.DrawPart("path", plane.Line(path),
            $"fill=\"none\" stroke=\"{Palette.Drawn(Palette.Blue)}\" stroke-width=\"2\" stroke-linejoin=\"round\"")
            .DrawDot("end", path[^1]);

        InteractiveTable table = new("", "α", "β", "along x", "along y", "slower");
        table.Row("a step leaves", ("alpha", at.Alpha), ("beta", at.Beta), ("gentle", Ravine.Factor(at, ravine.Gentle)),
            ("steep", Ravine.Factor(at, ravine.Steep)), ("slower", ravine.Factor(at)));
        InteractiveFigure figure = new("momentum",
            new
            {
                curvatures = new[] { ravine.Gentle, ravine.Steep },
                from = new[] { from.X, from.Y },
                steps = Ravine.Steps,
                far = Ravine.FarAway,
            },
            [map.ToSvg(), plane.ToSvg()])
        {
            Start = new { alpha = at.Alpha, beta = at.Beta },
            Axes = [("alpha", map.X), ("beta", map.Y), ("x", plane.X), ("y", plane.Y)],
            Inputs = [new FigureHandle("point", "learning rate α and average β", "alpha", "beta")],
            Below = table.ToHtml(),
        };
        return Picture.Of(figure.ToHtml,
            $"Left: a map of α and β, darker where a step of Momentum leaves a smaller part of the distance. A point "
            + $"is at {InteractivePanel.InWords(at)}, where a step leaves {NumberText.Html(ravine.Factor(at))}. Beyond "
            + "the solid line the path explodes, beyond the dashed one x overshoots, beyond the dotted one y changes "
            + "sign in every step. "
            + $"Right: the path of {path.Length - 1} steps from {InteractivePanel.InWords(from)} in the ravine of "
            + $"curvatures {NumberText.Html(ravine.Gentle)} along x and {NumberText.Html(ravine.Steep)} along y.")
            .WithCaption(
                $"κ = λ₂/λ₁ = {NumberText.Html(ravine.Kappa)}. At its best a step of plain descent leaves "
                + $"(κ − 1)/(κ + 1) = {NumberText.Html(ravine.BestOfDescent)}, one of Momentum (√κ − 1)/(√κ + 1) = "
                + $"{NumberText.Html(ravine.Best)}. Drag the point, tap beside it, or use the arrow keys.");
    }

    /// <summary>The factor of a step over α and β, the edge of the rates that converge, and those between which the
    /// path oscillates along x and y.</summary>
    private static InteractivePanel Map(Ravine ravine)
    {
        // Up to nine times the largest stable rate of plain descent, 2/λ₂: beyond it Momentum diverges for every β of
        // the map.
        InteractivePanel map = new(
            "learning rate α", (0.125 / ravine.Steep, 18.75 / ravine.Steep), "β", (0, LargestBeta), 0.005);
        double[] betas = Intervals.EvenlySpaced(0, LargestBeta, 81);
        void AddEdge(Edge edge, Func<double, double> alpha) =>
            map.Draw(edge.Drawn(map.Line(betas.Select(beta => (alpha(beta), beta)))));

        map.Draw(JoinLines($"""
            <image href="{Factors(ravine, map)}" x="{map.X.Pixels.From}" y="{map.Y.Pixels.To}"
             width="{map.X.Pixels.To - map.X.Pixels.From}" height="{map.Y.Pixels.From - map.Y.Pixels.To}"
             preserveAspectRatio="none"/>
            """));
        AddEdge(_diverges, beta => 2 / ravine.Steep * (1 + beta) / (1 - beta));
        AddEdge(_overshoots, beta => Math.Pow(1 - Math.Sqrt(beta), 2) / (1 - beta) / ravine.Gentle);
        AddEdge(_alternates, beta => Math.Pow(1 + Math.Sqrt(beta), 2) / (1 - beta) / ravine.Steep);
        return map.Draw(MapKey());
    }

    /// <summary>What the colours and the lines of the map mean. It covers a part of the map in which every path
    /// diverges, and does not say the smallest factor, which readers are to find.</summary>
    private static string MapKey()
    {
        const int Left = 206, Top = 104, Right = 346, Bottom = 205, Row = 16, BarLeft = 246, ColourWidth = 6;
        int bands = _mapColours.Length / 3 - 1;
        IEnumerable<string> bar = Enumerable.Range(0, bands).Select(band => JoinLines($"""
            <rect x="{BarLeft + ColourWidth * band}" y="{Top + Row + 5}" width="{ColourWidth}" height="11"
             fill="rgb({string.Join(',', _mapColours.Skip(3 * band).Take(3))})"/>
            """));
        (Edge Edge, string Meaning)[] lines =
            [(_diverges, "the path explodes"), (_overshoots, "x overshoots"), (_alternates, "y always changes sign")];
        IEnumerable<string> meanings = lines.Select((line, k) => JoinLines($"""
            {line.Edge.Drawn($"M{Left + 5} {Top + (k + 3) * Row + 9}h22")}
            <text x="{Left + 32}" y="{Top + (k + 3) * Row + 13}">{line.Meaning}</text>
            """));
        return JoinLines($"""
            <g fill="#1f2430" font-size="11"><rect x="{Left}" y="{Top}" width="{Right - Left}" height="{Bottom - Top}"
             rx="3" fill="#fff" fill-opacity="0.85"/><text x="{Left + 5}" y="{Top + 14}">a step leaves</text>
            <text x="{BarLeft - 4}" y="{Top + Row + 14}" text-anchor="end">least</text>
            {string.Concat(bar)}<text x="{BarLeft + ColourWidth * bands + 4}" y="{Top + Row + 14}">1</text>
            <text x="{Left + 5}" y="{Top + 2 * Row + 14}">right of the line</text>{string.Concat(meanings)}</g>
            """);
    }

    private static string Factors(Ravine ravine, InteractivePanel map)
    {
        int bands = _mapColours.Length / 3 - 1;
        byte[] pixels = new byte[MapColumns * MapRows];
        for (int i = 0; i < pixels.Length; i++)
        {
            double right = (i % MapColumns + 0.5) / MapColumns, down = (i / MapColumns + 0.5) / MapRows;
            double factor = ravine.Factor(
                (map.X.Values.From + right * map.X.Values.Length, (1 - down) * map.Y.Values.To));
            pixels[i] = (byte)Math.Clamp((int)(bands * (factor - ravine.Best) / (1 - ravine.Best)), 0, bands);
        }
        return Gif.DataUrl(MapColumns, pixels, _mapColours);
    }

    private static InteractivePanel Contours(Ravine ravine, Point from)
    {
        (double x, double y) = (1.15 * Math.Abs(from.X), 1.6 * Math.Abs(from.Y));
        InteractivePanel plane = new("x", (-x, x), "y", (-y, y));
        for (double radius = Math.Abs(from.X) * Math.Sqrt(ravine.Gentle) * 1.4; radius > 0.05; radius /= 2)
            plane.Draw(JoinLines($"""
                <ellipse cx="{plane.X.Place(0)}" cy="{plane.Y.Place(0)}"
                 rx="{radius / Math.Sqrt(ravine.Gentle) * plane.X.Scale:0.#}"
                 ry="{-radius / Math.Sqrt(ravine.Steep) * plane.Y.Scale:0.#}" fill="none"
                 stroke="currentColor" stroke-opacity="0.35"/>
                """));
        return plane;
    }
}
