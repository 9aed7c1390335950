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
    /// <param name="deltas">
    /// δ = ∂L/∂Z of each layer (its units × examples). Then the colour of a unit shows the sign of its δ (blue is
    /// negative, orange positive) and its strength the size, and if there are few units, each has its value. For
    /// several examples the mean of |δ| is shown, since signs would cancel.
    /// </param>
    /// <exception cref="ArgumentException">There are fewer than two layers, a layer without units, or a W or δ of
    /// another shape.</exception>
    public static Picture Network(LayerNames layers, Matrices? weights = null, Matrices? deltas = null)
    {
        CheckLayers(layers);
        if (weights is not null)
            CheckWeights(layers, weights);
        double[][]? shown = deltas is null ? null : DeltaOfUnits(layers, deltas);
        Picture picture = Picture.OfSvg(
            new NetworkDiagram(layers, weights, shown).ToSvg(), NetworkInWords(layers, weights, shown));
        return picture.WithCaption((ArrowColours(weights) + DeltaColours(deltas)).TrimStart());
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
        Matrix<double>[] weights = [.. network.Layers.Select(layer => layer.Weights)],
            deltas = [.. network.Layers.Select(layer => layer.Delta)];
        CheckWeights(layers, weights);
        double[][] shown = DeltaOfUnits(layers, deltas);
        if (deltas[0].Columns != 1)
            throw new ArgumentException(
                $"The network's last pass had {deltas[0].Columns} examples: only one example can be played.",
                    nameof(network));
        if (layers.Sum(layer => layer.Count) is > MaxPlayedUnits and int units)
            throw new ArgumentException(
                $"The network has {units} features and units: at most {MaxPlayedUnits} are played.", nameof(layers));
        NetworkSteps steps = new(layers, network);
        NetworkDiagram diagram = new(layers, weights, shown, steps);
        return Picture.Of(
            SteppedDrawing.Of(steps.Sentences, diagram.ToSvg(), start: 0), NetworkInWords(layers, weights, shown))
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

    private static void CheckWeights(LayerNames layers, Matrices weights) =>
        CheckShapes(layers, weights, "W", l => (layers[l].Count, "inputs"));

    /// <summary>One number for each unit: its δ for a single example, or the mean of |δ| over several.</summary>
    private static double[][] DeltaOfUnits(LayerNames layers, Matrices deltas)
    {
        CheckShapes(layers, deltas, "δ", _ => (deltas[0].Columns, "examples"));
        return [.. deltas.Select(delta => Checked.Rows(delta, "δ")
            .Select(row => row.Length == 1 ? row[0] : row.Average(Math.Abs)).ToArray())];
    }

    /// <summary>There is a matrix for each layer, with a row for each unit.</summary>
    private static void CheckShapes(
        LayerNames layers, Matrices matrices, string name, Func<int, (int Count, string What)> columns,
        [CallerArgumentExpression(nameof(matrices))] string parameter = "")
    {
        if (matrices.Count != layers.Count - 1)
            throw new ArgumentException(
                $"There are {layers.Count} layers of names and {matrices.Count} matrices of {name}: there must be "
                    + $"{layers.Count - 1}, one per layer after the features.", parameter);
        for (int l = 0; l < matrices.Count; l++)
        {
            Checked.Rows(matrices[l], $"{name} of layer {l + 1}");
            (int rows, (int count, string what)) = (layers[l + 1].Count, columns(l));
            if (matrices[l].Rows != rows || matrices[l].Columns != count)
                throw new ArgumentException(
                    $"{name} of layer {l + 1} is {Shape.Of(matrices[l])}; for {rows} units and {count} {what} it must "
                        + $"be {rows}×{count}.", parameter);
        }
    }

    private static string ArrowColours(Matrices? weights) =>
        weights is null ? "" : " Thicker arrows are larger weights; blue is negative, orange positive.";

    private static string DeltaColours(Matrices? deltas) => deltas is null ? ""
        : deltas[0].Columns == 1 ? " The colour of a unit is its δ: blue is negative, orange positive."
        : $" The colour of a unit is the mean of |δ| over {deltas[0].Columns} examples.";

    private static string NetworkInWords(LayerNames layers, Matrices? weights, double[][]? deltas)
    {
        string units = string.Join("; then ", layers.Select(layer => string.Join(", ", layer)));
        IEnumerable<string> numbers = layers.Skip(1).SelectMany((names, l) => new[]
        {
            weights is null ? ""
                : $" {ChartInWords.Matrix("W", Checked.Rows(weights[l], "W"), [.. names], [.. layers[l]])}.",
            deltas is null ? "" : $" {ChartInWords.Matrix("δ", [deltas[l]], columns: [.. names])}.",
        });
        return $"A network: {units}.{string.Concat(numbers)}";
    }
}
