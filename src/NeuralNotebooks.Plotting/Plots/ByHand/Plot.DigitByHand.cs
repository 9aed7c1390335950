namespace NeuralNotebooks.Plotting;

public static partial class Plot
{
    /// <summary>A field into which the reader draws a digit, the ten probabilities that a network gives it, and the
    /// outputs of its last hidden layer.</summary>
    /// <param name="network">From 784 pixels between 0 and 1, the rows of the image from the top, through ReLU units to
    /// ten scores.</param>
    /// <param name="example">The image at the start, 784 × 1.</param>
    /// <param name="title">The title.</param>
    /// <remarks>On the page the weights are rounded to one byte each. The drawing is moved so that its centre of mass
    /// is in the middle, as in MNIST.</remarks>
    /// <exception cref="ArgumentException">The network or the example has another shape, or the network other
    /// activations.</exception>
    public static Picture DigitByHand(Mlp<float> network, Matrix<float> example, string title = "")
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(example);
        (int inputs, int outputs) = (network.Layers[0].Inputs, network.Layers[^1].Units);
        if (inputs != DigitImage.Pixels || outputs != 10)
            throw new ArgumentException(
                $"The network goes from {inputs} numbers to {outputs}: a digit has "
                + "784 pixels and ten scores.", nameof(network));
        return InteractiveFigure.Of(
            "digit", new { layers = CompactNetwork.Of(network), example = DigitImage.Bytes("The example", example) },
            "A field of 28 × 28 pixels with a handwritten digit, into which the reader draws, a bar for the "
                + "probability of each digit, and a dot for each hidden unit, the fuller the more it returns.",
            ("clear", "Clear"))
            .WithTitle(title)
            .WithCaption("Clear the field, and draw. The arrow keys move the pen, and Space puts it down and up.");
    }
}
