namespace NeuralNotebooks.Plotting;

public static partial class Plot
{
    /// <summary>An interactive figure of deep networks: the reader drags the scale of the weights, and sees the size of
    /// δ at each layer.</summary>
    /// <param name="layers">The number of layers.</param>
    /// <param name="units">The units of each layer, n.</param>
    /// <param name="examples">The examples of the batch.</param>
    /// <param name="seed">The seed of the weights, the batch and ∂L/∂(output), which are normally distributed.</param>
    /// <exception cref="ArgumentException">There are fewer than two layers, or more than 20,000 weights, which would
    /// take too long for all values of s.</exception>
    public static Picture DeltasByHand(int layers = 20, int units = 16, int examples = 8, int seed = 1)
    {
        const double From = 0.5, To = 4, Step = 0.05;
        if (layers < 2 || units < 1 || examples < 1 || (long)layers * units * units > 20_000)
            throw new ArgumentException(
                Invariant($"{layers} layers of {units} units and {examples} examples: this figure needs at least two ")
                + "layers and at most 20,000 weights.", nameof(layers));
        (string Name, Activation Activation)[] curves =
            [("σ", Activation.Sigmoid), ("tanh", Activation.Tanh), ("ReLU", Activation.Relu)];
        DeepDeltas deep = new(layers, units, examples, seed);
        double[] scales = Intervals.EvenlySpaced(From, To, 1 + (int)Math.Round((To - From) / Step));
        return InteractiveFigure.Of("deltas", new
        {
            layers,
            scales = new { from = From, to = To, step = Step },
            start = new { s = 1, curve = 0 },
            curves = curves.Select(curve => new
            {
                name = curve.Name,
                sizes = scales.SelectMany(s => deep.Sizes(curve.Activation, s))
                    .SelectMany(size => BitConverter.GetBytes((float)size)).ToArray(),
            }),
        }, $"Left: the size of δ at layer 1, divided by that at layer {layers}, over the weight scale, for σ, tanh "
            + $"and ReLU, and a point that the reader moves. Right: the size of δ at each of the {layers} layers for "
            + "the scale of this point.", curves.Select(curve => (curve.Name, curve.Name)))
            .WithCaption($"{layers} layers of {units} units, weights of standard deviation scale/√n. "
                + "Drag the point, tap beside it, or use the arrow keys.");
    }
}
