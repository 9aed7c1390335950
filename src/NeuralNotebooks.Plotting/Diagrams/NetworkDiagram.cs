namespace NeuralNotebooks.Plotting;

/// <summary>A network as a drawing: units as circles, layers as columns, weights as arrows. Colours are mixed with the
/// page's text colour, so that they are readable on light and dark backgrounds.</summary>
internal sealed class NetworkDiagram(LayerNames layers, MatrixList? weights, NetworkSteps? steps = null)
{
    private const double Radius = 15, Margin = 26, SideMargin = 14, FontSize = 14, MaxScale = 1.25;

    // The largest numbers of weights and of δs that are written: more of them would overlap. Above the second limit the
    // rows are farther apart.
    private const int MaxNumbers = 14, MaxNumbersInNarrowRows = 12, MaxDeltas = 24;

    // The background of our pages, of JupyterLab, or of the browser; the last one may be white under a dark theme.
    private const string Ground = "var(--ground,var(--jp-layout-color0,Canvas))";

    private const string Halo = $"stroke=\"{Ground}\" stroke-width=\"4\" paint-order=\"stroke\"";

    // On a phone all layers are seen.
    private readonly double _columnWidth = Math.Max(100, Math.Min(steps is null ? 230 : 175, 390.0 / layers.Count));
    private readonly double _rowHeight = RowHeight(weights, steps);
    private readonly double _left = SideMargin + Radius + WidestLabel(layers, 0, steps);
    private readonly double _height =
        Math.Max(2, layers.Max(layer => layer.Count)) * RowHeight(weights, steps) + Margin;
    private readonly double _largestWeight =
        Math.Max(1e-300, weights is null ? 0 : weights.Max(W => Math.Max(W.Max(), -W.Min())));
    private readonly double[][] _deltas =
        steps is { } played ? [.. layers.Skip(1).Select((_, l) => played.Deltas(l + 1))] : [];

    public string ToSvg()
    {
        double right = SideMargin + Radius + WidestLabel(layers, layers.Count - 1, steps);
        double width = _left + (layers.Count - 1) * _columnWidth + right;
        string size = steps is null ? "max-width:100%"
            : Invariant($"display:block;width:100%;max-width:{MaxScale * width:0}px");
        IEnumerable<int> all = Enumerable.Range(0, layers.Count);
        return Invariant($"""
            <svg xmlns="http://www.w3.org/2000/svg" class="nn-drawing" viewBox="0 0 {width:0} {_height:0}"
            width="{width:0}" height="{_height:0}" font-size="{FontSize}" fill="currentColor"
            style="min-width:{DrawingStyle.LeastWidth(width):0}px;{size};height:auto">
            {(steps is null ? "" : DrawingStyle.Element)}{string.Concat(all.Skip(1).SelectMany(Arrows))}
            {string.Concat(all.SelectMany(layer => layers[layer].Select((_, unit) => Unit(layer, unit))))}</svg>
            """);
    }

    private IEnumerable<string> Arrows(int layer)
    {
        Matrix<double>? W = weights?[layer - 1];
        for (int to = 0; to < layers[layer].Count; to++)
        {
            for (int from = 0; from < layers[layer - 1].Count; from++)
            {
                double? weight = W?[to, from];
                string color = steps is not null ? "currentColor" : weight switch
                {
                    < 0 => Palette.Drawn(Palette.Blue),
                    > 0 => Palette.Drawn(Palette.Orange),
                    _ => "currentColor",
                };
                double thickness = weight is { } size ? 0.6 + 3.4 * Math.Abs(size) / _largestWeight : 1.2;
                double opacity = steps is not null ? 0.45 : W is null ? 0.5 : 0.85;
                Point start = Towards(Place(layer - 1, from), Place(layer, to), Radius);
                Point end = Towards(Place(layer, to), Place(layer - 1, from), Radius + 3);
                string lit = steps?.Arrow(layer, to, from) ?? "";
                string number = weight is { } written && Numbers(weights) <= MaxNumbers
                    ? Number(start, end, written, color) : "";
                string arrow = Invariant($"""
                    <line{(lit.Length == 0 ? "" : " class=\"nn-k\"")} x1="{start.X:0.#}" y1="{start.Y:0.#}"
                    x2="{end.X:0.#}" y2="{end.Y:0.#}" stroke="{color}" stroke-width="{thickness:0.##}"
                    stroke-opacity="{opacity}"/>
                    {Head(start, end, color, W is null ? 0.6 : opacity)}{number}
                    """);
                yield return lit.Length == 0 ? arrow : $"<g{lit}>{arrow}</g>";
            }
        }
    }

    private static string Head(Point from, Point to, string color, double opacity)
    {
        double angle = Math.Atan2(to.Y - from.Y, to.X - from.X);
        Point Corner(double turn) => (to.X - 9 * Math.Cos(angle + turn), to.Y - 9 * Math.Sin(angle + turn));
        (Point a, Point b) = (Corner(0.38), Corner(-0.38));
        return Invariant($"""
            <path d="M{to.X:0.#} {to.Y:0.#}L{a.X:0.#} {a.Y:0.#}L{b.X:0.#} {b.Y:0.#}Z" fill="{color}"
            opacity="{opacity}"/>
            """);
    }

    private static string Number(Point from, Point to, double weight, string color)
    {
        const double Part = 0.18;
        (double x, double y) = (from.X + Part * (to.X - from.X), from.Y + Part * (to.Y - from.Y) - 4);
        return SvgText.At(x, y, NumberText.Html(weight), 12, $" fill=\"{color}\" {Halo}");
    }

    private string Unit(int layer, int unit)
    {
        (double x, double y) = Place(layer, unit);
        double? delta = steps is null || layer == 0 ? null : _deltas[layer - 1][unit];
        (string fill, double opacity) = delta is { } size ? (Palette.Purple, Strength(size))
            : ("currentColor", layer == 0 ? 0.05 : 0.14);
        string circle = Invariant($"cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"{Radius}\"");
        string edge = "stroke=\"currentColor\" stroke-width=\"1.4\"";
        string tint = Invariant($"<circle {circle} fill=\"{fill}\" fill-opacity=\"{opacity:0.###}\"");
        int backward = steps?.BackwardAt(layer, unit) ?? 0;
        string drawn = $"{tint} {edge}/>";
        if (steps is not null && layer > 0)
        {
            // The unit's background is always visible; the colour of its δ appears in its step.
            (int, int) at = (steps.ForwardAt(layer, unit), backward);
            drawn = Invariant($"""
                <g{DrawingSteps.Firing(at)}><circle class="nn-k" {circle} fill="{Ground}"
                {edge}/></g>
                {tint}{DrawingSteps.Appearing(backward)} pointer-events="none"/>
                """);
        }
        drawn += Label(layer, unit, x, y);
        string look =
            $" fill=\"{Palette.Drawn(Palette.Purple)}\" {Halo}{DrawingSteps.Appearing(backward)} class=\"nn-g\"";
        return delta is { } number && _deltas.Sum(units => units.Length) <= MaxDeltas
            ? drawn + SvgText.At(x, y + Radius + 15, NumberText.Html(number), 12, look) : drawn;
    }

    private string Label(int layer, int unit, double x, double y)
    {
        (double labelX, double labelY, string anchor) = layer == 0 ? (x - Radius - 8, y + 5, "end")
            : layer == layers.Count - 1 ? (x + Radius + 8, y + 5, "start")
            : (x, y - Radius - 8, "middle");
        string value = steps is null ? ""
            : $"<tspan class=\"nn-v\"{DrawingSteps.Appearing(steps.ForwardAt(layer, unit))}>"
                + $"{ValueText(steps, layer, unit)}</tspan>";
        return Invariant($"""
            <text x="{labelX:0.#}" y="{labelY:0.#}" text-anchor="{anchor}"
            {(steps is null ? "" : Halo)}>{SvgText.Encode(layers[layer][unit])}{value}</text>
            """);
    }

    // A row needs more room if a number stands below each unit, above the name of the next unit.
    private static double RowHeight(MatrixList? weights, NetworkSteps? steps) =>
        steps is not null || Numbers(weights) is > MaxNumbersInNarrowRows and <= MaxNumbers ? 84 : 60;

    private static int Numbers(MatrixList? weights) => weights?.Sum(matrix => matrix.Count) ?? 0;

    private static string ValueText(NetworkSteps steps, int layer, int unit) =>
        $" = {NumberText.Html(steps.Value(layer, unit))}";

    private static double WidestLabel(LayerNames layers, int layer, NetworkSteps? steps) =>
        layers[layer].Select((name, unit) => name + (steps is null ? "" : ValueText(steps, layer, unit)))
            .Max(text => SvgText.Width(text, FontSize));

    /// <summary>The opacity of purple, the colour of everything that flows backward, for a δ: on one scale for all
    /// layers.</summary>
    private double Strength(double delta) => LargestDelta is > 0 and double largest ? Math.Abs(delta) / largest : 0;

    private double? LargestDelta { get => field ??= _deltas.Max(layer => layer.Max(Math.Abs)); }

    /// <summary>The centre of a unit; each layer is centred on the middle of the drawing.</summary>
    private Point Place(int layer, int unit) =>
        (_left + layer * _columnWidth,
            _height / 2 + 8
            + (unit - (layers[layer].Count - 1) / 2.0) * _rowHeight
                * Math.Clamp((double)layers[0].Count / layers[layer].Count, 1, 1.5));

    /// <summary>The point at a distance from one centre, in the direction of another.</summary>
    private static Point Towards(Point from, Point to, double distance)
    {
        double length = double.Hypot(to.X - from.X, to.Y - from.Y);
        return (from.X + distance * (to.X - from.X) / length, from.Y + distance * (to.Y - from.Y) / length);
    }
}
