namespace NeuralNotebooks.Plotting;

public static partial class Plot
{
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
        if (!DeltasFigure.Shows(activation))
            throw new ArgumentException($"{activation} is not one of σ, tanh and ReLU.", nameof(activation));
        return DeltasFigure.Of(new(layers, units, examples, seed), activation, scale);
    }
}
