namespace NeuralNotebooks.Plotting;

public static partial class Plot
{
    // More units would take more steps than a reader can follow.
    private const int MaxPlayedUnits = 40;

    /// <summary>A network that the reader plays: one example flows forward unit by unit, then δ flows back, each step
    /// with a sentence.</summary>
    /// <param name="layers">The names of the units, from the features to the outputs.</param>
    /// <param name="network">The network, after <see cref="Mlp{T}.Forward"/> with one example and
    /// <see cref="Mlp{T}.Backward(Matrix{T})"/>: what these left in its layers is shown.</param>
    /// <exception cref="ArgumentException">The names do not fit the network, there are more than 40 units, or its last
    /// pass was of several examples.</exception>
    /// <exception cref="InvalidOperationException">The network has not gone forward and back.</exception>
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
                Invariant(
                    $"The network's last pass had {deltas[0].Columns} examples: only one example can be played."),
                    nameof(network));
        if (layers.Sum(layer => layer.Count) is > MaxPlayedUnits and int units)
            throw new ArgumentException(
                Invariant($"The network has {units} features and units: at most {MaxPlayedUnits} are played."),
                nameof(layers));
        NetworkSteps steps = new(layers, network);
        NetworkDiagram diagram = new(layers, weights, shown, steps);
        string values = string.Join(
            "; ", layers.SelectMany(
                (names, l) => names.Select((name, unit) => $"{name} {NumberText.Html(steps.Value(l, unit))}")));
        return Picture.Of(
            new StepPlayer(steps.Sentences, diagram.ToSvg),
            $"{NetworkInWords(layers, null)} Values: {values}.{DeltasInWords(layers, deltas, shown)}")
            .WithCaption(
                "Values in blue beside the names, δ below the units in orange; at the beginning of each arrow its "
                + "weight.");
    }
}
