namespace NeuralNotebooks.Plotting;

/// <summary>A deep network: layers of n units without biases, with random weights of the standard deviation
/// s/√n.</summary>
internal sealed class DeepDeltas
{
    /// <summary>log₁₀ of the smallest size that is distinguished from 0.</summary>
    public const double Lowest = -40;

    // Weights are rounded to hundredths, which take little space on the page.
    private const double Unit = 100;

    private readonly Matrix<double>[] _weights;
    private readonly Matrix<double> _input, _gradient;

    public DeepDeltas(int layers, int units, int examples, int seed)
    {
        _weights = [.. Enumerable.Range(0, layers).Select(layer => Normal(units, units, seed + layer))];
        (_input, _gradient) = (Normal(units, examples, seed + layers), Normal(units, examples, seed + layers + 1));
    }

    /// <summary>log₁₀ of the norm of δ at each layer, divided by that of the last one.</summary>
    public double[] Sizes(Activation activation, double scale)
    {
        Mlp<double> network = new(
            [.. _weights.Select(weights => new Dense<double>(
                scale / Math.Sqrt(weights.Rows) * weights, Matrix.Zeros<double>(weights.Rows, 1), activation))]);
        network.Forward(_input);
        network.Backward(_gradient);
        double last = network.Layers[^1].Delta.Norm();
        return [.. network.Layers.Select(layer => Math.Max(Lowest, Math.Log10(layer.Delta.Norm() / last)))];
    }

    /// <param name="colours">The colour of each activation's line, by its name.</param>
    public object ForScript(Dictionary<string, string> colours) => new
    {
        colours,
        units = _input.Rows,
        examples = _input.Columns,
        unit = Unit,
        lowest = Lowest,
        // The weights row by row, the batches column by column.
        weights = _weights.Select(weights => Whole(weights.T)),
        input = Whole(_input),
        gradient = Whole(_gradient),
    };

    private static Matrix<double> Normal(int rows, int columns, int seed) =>
        Matrix.Normal<double>(rows, columns, seed).Map(entry => Math.Round(entry * Unit) / Unit);

    private static IEnumerable<int> Whole(Matrix<double> matrix) =>
        matrix.AsSpan().ToArray().Select(entry => (int)Math.Round(entry * Unit));
}
