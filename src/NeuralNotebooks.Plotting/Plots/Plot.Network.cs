namespace NeuralNotebooks.Plotting;

public static partial class Plot
{
    // More units would take more steps than a reader can follow.
    private const int MaxPlayedUnits = 40;

    /// <summary>A network as units and arrows: <c>Plot.Network([["x₁", "x₂"], ["upper", "lower"],
    /// ["ŷ"]])</c>.</summary>
    /// <param name="layers">The names of the units, from the features to the outputs.</param>
    /// <param name="weights">
    /// W of each layer (its units × the units before it). Then the width of an arrow shows the size of its weight, its
    /// colour the sign (blue is negative, orange positive), and if there are few arrows, each has its value.
    /// </param>
    /// <exception cref="ArgumentException">There are fewer than two layers, a layer without units, or a W of another
    /// shape.</exception>
    public static Picture Network(LayerNames layers, MatrixList? weights = null)
    {
        CheckLayers(layers);
        if (weights is not null)
            CheckWeights(layers, weights);
        return Picture.OfSvg(new NetworkDiagram(layers, weights).ToSvg(), NetworkInWords(layers, weights)).WithCaption(
            weights is null ? "" : "Thicker arrows are larger weights; blue is negative, orange positive.");
    }

    /// <summary>A network with steps that the reader plays: one example flows forward unit by unit, then δ flows back,
    /// each step with a sentence. It starts at the first step, which shows only the features.</summary>
    /// <param name="layers">The names of the units, from the features to the outputs.</param>
    /// <param name="network">The network, after <see cref="Mlp{T}.Forward"/> with one example and
    /// <see cref="Mlp{T}.Backward(Matrix{T})"/>: the values that these passes stored in its layers are shown.</param>
    /// <exception cref="ArgumentException">The names do not fit the network, there are more than 40 units, or its last
    /// pass was of several examples.</exception>
    /// <exception cref="InvalidOperationException">No forward and backward pass has run yet.</exception>
    public static Picture Backpropagation(LayerNames layers, Mlp<double> network)
    {
        CheckLayers(layers);
        ArgumentNullException.ThrowIfNull(network);
        Matrix<double>[] weights = [.. network.Layers.Select(layer => layer.Weights)];
        int examples = network.Layers[0].Delta.Columns;
        CheckWeights(layers, weights);
        if (examples != 1)
            throw new ArgumentException(
                $"The network's last pass had {examples} examples: only one example can be played.", nameof(network));
        if (layers.Sum(layer => layer.Count) is > MaxPlayedUnits and int units)
            throw new ArgumentException(
                $"The network has {units} features and units: at most {MaxPlayedUnits} are played.", nameof(layers));
        NetworkSteps steps = new(layers, network);
        NetworkDiagram diagram = new(layers, weights, steps);
        return Picture.Of(
            SteppedDrawing.Of(steps.Sentences, diagram.ToSvg(), start: 0), NetworkInWords(layers, weights, steps))
            .WithCaption(
                "Values are beside the names, δ is below the units in purple: the stronger the colour of a unit, the "
                + "larger is |δ|. At the beginning of each arrow is its weight.");
    }

    private static void CheckLayers(LayerNames layers)
    {
        ArgumentNullException.ThrowIfNull(layers);
        if (layers.Count < 2 || layers.Any(layer => layer is null || layer.Count == 0))
            throw new ArgumentException(
                "A network needs at least its features and one layer of units, none of them empty.", nameof(layers));
    }

    /// <summary>There is a W for each layer, with a row for each unit and a column for each of its inputs.</summary>
    private static void CheckWeights(LayerNames layers, MatrixList weights)
    {
        if (weights.Count != layers.Count - 1)
            throw new ArgumentException(
                $"There are {layers.Count} layers of names and {weights.Count} matrices of W: there must be "
                    + $"{layers.Count - 1}, one per layer after the features.", nameof(weights));
        for (int l = 0; l < weights.Count; l++)
        {
            Checked.Rows(weights[l], $"W of layer {l + 1}");
            (int inputs, int units) = (layers[l].Count, layers[l + 1].Count);
            if (weights[l].Rows != units || weights[l].Columns != inputs)
                throw new ArgumentException(
                    $"W of layer {l + 1} is {Shape.Of(weights[l])}; for {units} units and {inputs} inputs it must "
                        + $"be {units}×{inputs}.", nameof(weights));
        }
    }

    private static string NetworkInWords(LayerNames layers, MatrixList? weights, NetworkSteps? steps = null)
    {
        string units = string.Join("; then ", layers.Select(layer => string.Join(", ", layer)));
        IEnumerable<string> numbers = layers.Skip(1).SelectMany((names, l) => new[]
        {
            weights is null ? ""
                : $" {ChartInWords.Matrix("W", Checked.Rows(weights[l], "W"), [.. names], [.. layers[l]])}.",
            steps is null ? "" : $" {ChartInWords.Matrix("δ", [steps.Deltas(l + 1)], columns: [.. names])}.",
        });
        return $"A network: {units}.{string.Concat(numbers)}";
    }
}
