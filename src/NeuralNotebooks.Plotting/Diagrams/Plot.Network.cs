namespace NeuralNotebooks.Plotting;

public static partial class Plot
{
    /// <summary>A network as units and arrows: <c>Plot.Network([["x₁", "x₂"], ["upper", "lower"], ["ŷ"]])</c>.</summary>
    /// <param name="layers">The names of the units, from the features to the outputs.</param>
    /// <param name="weights">
    /// W of each layer (its units × the units before it): arrows are then as thick as their weight is large, blue where it is negative,
    /// orange where it is positive, and carry its number where there are few.
    /// </param>
    /// <exception cref="ArgumentException">There are fewer than two layers, a layer without units, or a W of another shape.</exception>
    public static Picture Network(IReadOnlyList<IReadOnlyList<string>> layers, IReadOnlyList<Matrix<double>>? weights = null)
    {
        ArgumentNullException.ThrowIfNull(layers);
        if (layers.Count < 2 || layers.Any(layer => layer is null || layer.Count == 0))
            throw new ArgumentException("A network has at least its features and one layer of units, and none of them is empty.", nameof(layers));
        if (weights is not null)
            CheckWeights(layers, weights);
        return Picture.OfSvg(new NetworkDiagram(layers, weights).ToSvg(), NetworkInWords(layers, weights));
    }

    private static void CheckWeights(IReadOnlyList<IReadOnlyList<string>> layers, IReadOnlyList<Matrix<double>> weights)
    {
        if (weights.Count != layers.Count - 1)
            throw new ArgumentException(FormattableString.Invariant($"There are {layers.Count} layers of names and {weights.Count} matrices: they must be {layers.Count - 1}, one between each two layers."), nameof(weights));
        for (int l = 0; l < weights.Count; l++)
        {
            Checked.Rows(weights[l], FormattableString.Invariant($"W of layer {l + 1}"));
            if (weights[l].Rows != layers[l + 1].Count || weights[l].Columns != layers[l].Count)
                throw new ArgumentException(FormattableString.Invariant($"W of layer {l + 1} is {Shape.Of(weights[l])}; from {layers[l].Count} to {layers[l + 1].Count} units it must be {layers[l + 1].Count}×{layers[l].Count}."), nameof(weights));
        }
    }

    private static string NetworkInWords(IReadOnlyList<IReadOnlyList<string>> layers, IReadOnlyList<Matrix<double>>? weights)
    {
        string units = string.Join("; then ", layers.Select(layer => string.Join(", ", layer)));
        string colours = weights is null ? "" : " Thicker arrows are larger weights; blue is negative, orange positive.";
        return $"A network: {units}. Each unit has an arrow from every unit of the layer before.{colours}";
    }
}
