namespace NeuralNotebooks.Plotting;

/// <summary>The size of δ at layer 1 over the scale of the weights, on whose curve a reader drags a point, and beside
/// it the size at each layer.</summary>
internal static class DeltasFigure
{
    private const double ScaleStep = 0.05;

    private static readonly Interval _scales = (0.5, 4), _powers = (-18, 9);

    private static readonly (string Name, Activation Activation, string Colour, string Go)[] _activations =
    [
        ("σ", Activation.Sigmoid, Palette.Blue, "sigmoid"), ("tanh", Activation.Tanh, Palette.Orange, "tanh"),
        ("ReLU", Activation.Relu, Palette.Green, "relu"),
    ];

    /// <summary>Whether the figure has a curve of this activation.</summary>
    public static bool Shows(Activation activation) => _activations.Any(known => known.Activation == activation);

    /// <param name="deep">The networks, one for each scale and activation.</param>
    /// <param name="activation">The activation at the start.</param>
    /// <param name="scale">The scale at the start; it is rounded to one that the figure has.</param>
    public static Picture Of(DeepDeltas deep, Activation activation, double scale)
    {
        (string name, _, string colour, _) = _activations.Single(known => known.Activation == activation);
        int layers = deep.Layers;
        double[] scales = Intervals.EvenlySpaced(
            _scales.From, _scales.To, 1 + (int)Math.Round(_scales.Length / ScaleStep));
        // For each activation the sizes of δ at all layers, by the number of the scale.
        Dictionary<string, double[][]> tables = _activations.ToDictionary(
            known => known.Name, known => scales.Select(s => deep.Sizes(known.Activation, s)).ToArray());
        int start = (int)Math.Round((_scales.Clamp(scale) - _scales.From) / ScaleStep);
        scale = scales[start];
        double[] sizes = tables[name][start];
        string last = $" / ‖δ of layer {layers}‖";
        InteractivePanel curves =
            new("weight scale s", _scales, "‖δ of layer 1‖" + last, _powers, ScaleStep) { HasPowers = true };
        InteractivePanel deltas =
            new("layer l", (1, layers), "‖δ of layer l‖" + last, _powers) { HasPowers = true };
        DrawCurves(curves, scales, tables);
        curves.Handle("handle", (scale, sizes[0]));
        deltas.Draw(JoinLines($"""
            <path d="{deltas.Line([(1, 0), (layers, 0)])}" stroke="currentColor" stroke-opacity="0.5"
             stroke-dasharray="4 4"/>
            """))
            .DrawPart("deltas", deltas.Line(sizes.Select((size, layer) => (layer + 1.0, size))),
                $"fill=\"none\" stroke=\"{Palette.Drawn(colour)}\" stroke-width=\"2.5\"");
        double ratio = Math.Pow(10, sizes[0]);
        InteractiveTable table = new("g", "s", "‖δ¹‖ / ‖δ‖ of the last", "per layer");
        table.Row(("name", name), ("scale", scale), ("ratio", ratio), ("step", Math.Pow(ratio, 1.0 / (layers - 1))));
        Dictionary<string, string> colours =
            _activations.ToDictionary(known => known.Name, known => Palette.Drawn(known.Colour));
        Dictionary<string, byte[]> floats = tables.ToDictionary(table => table.Key, table => table.Value
            .SelectMany(row => row).SelectMany(size => BitConverter.GetBytes((float)size)).ToArray());
        InteractiveFigure figure = new("deltas",
            new { colours, layers, sizes = floats }, [curves.ToSvg(), deltas.ToSvg()])
        {
            Start = new { s = scale, g = name },
            Axes = [("s", curves.X), ("layer", deltas.X), ("ratio", deltas.Y)],
            Inputs = [new FigureHandle("handle", "weight scale s", "s")],
            Below = table.ToHtml(),
            Buttons = _activations.Select(known => (known.Go, known.Name)),
        };
        return Picture.Of(figure.ToHtml,
            $"Left: the size of δ at layer 1, divided by that at layer {layers}, over the weight scale s, for σ, tanh "
            + $"and ReLU; a point at s = {NumberText.Html(scale)} on the curve of {name}, where the quotient is "
            + $"{NumberText.Html(ratio)}. Right: the size of δ at each of the {layers} layers for this s.")
            .WithCaption($"{layers} layers of {deep.Units} units, weights of standard deviation s/√n. "
                + "Drag the point, tap beside it, or use the arrow keys.");
    }

    /// <summary>The size of δ at layer 1 over the scale, for each activation.</summary>
    private static void DrawCurves(
        InteractivePanel panel, double[] scales, Dictionary<string, double[][]> tables)
    {
        foreach ((string label, Activation activation, string colour, _) in _activations)
        {
            double[] first = [.. tables[label].Select(sizes => sizes[0])];
            int at = Array.FindLastIndex(first, size => size < _powers.To - 1);
            // The steepest curve needs the most room above its name.
            int below = activation == Activation.Relu ? 28 : 18;
            panel.Draw(JoinLines($"""
                <path d="{panel.Line(scales.Zip(first))}" fill="none"
                 stroke="{Palette.Drawn(colour)}" stroke-width="2"/>
                <text x="{panel.X.Place(scales[at]) - 6}" y="{panel.Y.Place(first[at]) + below}"
                 text-anchor="end" fill="{Palette.Drawn(colour)}">{label}</text>
                """));
        }
    }
}
