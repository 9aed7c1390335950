namespace NeuralNotebooks.Plotting;

public static partial class Plot
{
    private const double ScaleStep = 0.05;

    private static readonly Interval _scales = (0.5, 4), _powers = (-18, 9);

    private static readonly (string Name, Activation Activation, string Colour, string Go)[] _deepActivations =
    [
        ("σ", Activation.Sigmoid, Palette.Blue, "sigmoid"), ("tanh", Activation.Tanh, Palette.Orange, "tanh"),
        ("ReLU", Activation.Relu, Palette.Green, "relu"),
    ];

    /// <summary>An interactive figure of deep networks: the reader drags the scale of the weights, and sees the size of
    /// δ at each layer.</summary>
    /// <param name="layers">The number of layers.</param>
    /// <param name="units">The units of each layer, n.</param>
    /// <param name="examples">The examples of the batch.</param>
    /// <param name="seed">The seed of the weights, the batch and ∂L/∂(output), which are normally distributed.</param>
    /// <param name="activation">The activation at the start: sigmoid, tanh or relu.</param>
    /// <param name="scale">s at the start, from 0.5 to 4, a multiple of 0.05: weights have the standard deviation
    /// s/√n.</param>
    /// <exception cref="ArgumentException">There are fewer than two layers, or more than 20,000 weights, which would
    /// take too long for all values of s.</exception>
    public static Picture DeltasByHand(
        int layers = 20, int units = 16, int examples = 8, int seed = 1, Activation activation = Activation.Sigmoid,
        double scale = 1)
    {
        if (layers < 2 || units < 1 || examples < 1 || (long)layers * units * units > 20_000)
            throw new ArgumentException(
                Invariant($"{layers} layers of {units} units and {examples} examples: this figure needs at least two ")
                + "layers and at most 20,000 weights.", nameof(layers));
        (string name, _, string colour, _) = Array.Find(_deepActivations, known => known.Activation == activation);
        if (name is null)
            throw new ArgumentException($"{activation} is not one of σ, tanh and ReLU.", nameof(activation));
        DeepDeltas deep = new(layers, units, examples, seed);
        double[] scales = Intervals.EvenlySpaced(
            _scales.From, _scales.To, 1 + (int)Math.Round(_scales.Length / ScaleStep));
        // For each activation the sizes of δ at all layers, by the number of the scale.
        Dictionary<string, double[][]> tables = _deepActivations.ToDictionary(
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
            _deepActivations.ToDictionary(known => known.Name, known => Palette.Drawn(known.Colour));
        Dictionary<string, byte[]> floats = tables.ToDictionary(table => table.Key, table => table.Value
            .SelectMany(row => row).SelectMany(size => BitConverter.GetBytes((float)size)).ToArray());
        InteractiveFigure figure = new("deltas.js",
            new { colours, layers, sizes = floats }, [curves.ToSvg(), deltas.ToSvg()])
        {
            Start = new { s = scale, g = name },
            Axes = [("s", curves.X), ("layer", deltas.X), ("ratio", deltas.Y)],
            Inputs = [new FigureHandle("handle", "weight scale s", "s")],
            Below = table.ToHtml(),
            Buttons = _deepActivations.Select(known => (known.Go, known.Name)),
        };
        return Picture.Of(figure.ToHtml,
            $"Left: the size of δ at layer 1, divided by that at layer {layers}, over the weight scale s, for σ, tanh "
            + $"and ReLU; a point at s = {NumberText.Html(scale)} on the curve of {name}, where the quotient is "
            + $"{NumberText.Html(ratio)}. Right: the size of δ at each of the {layers} layers for this s.")
            .WithCaption($"{layers} layers of {units} units, weights of standard deviation s/√n. "
                + "Drag the point, tap beside it, or use the arrow keys.");
    }

    /// <summary>The size of δ at layer 1 over the scale, for each activation.</summary>
    private static void DrawCurves(
        InteractivePanel panel, double[] scales, Dictionary<string, double[][]> tables)
    {
        foreach ((string label, Activation activation, string colour, _) in _deepActivations)
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
