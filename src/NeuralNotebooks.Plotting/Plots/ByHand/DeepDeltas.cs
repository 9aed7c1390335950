namespace NeuralNotebooks.Plotting;

/// <summary>A deep network: layers of n units without biases, with random weights of the standard deviation
/// s/√n.</summary>
internal sealed class DeepDeltas(int layers, int units, int examples, int seed)
{
    // log₁₀ of the smallest size that is distinguished from 0, far below the visible part of the axis.
    private const double Lowest = -40;

    private readonly Matrix<double>[] _weights =
        [.. Enumerable.Range(0, layers).Select(layer => Matrix.Normal<double>(units, units, seed + layer))];

    private readonly Matrix<double> _input = Matrix.Normal<double>(units, examples, seed + layers),
        _gradient = Matrix.Normal<double>(units, examples, seed + layers + 1);

    /// <summary>log₁₀ of the norm of δ at each layer, divided by that of the last one.</summary>
    public double[] Sizes(Activation activation, double scale)
    {
        Mlp<double> network = new(
            [.. _weights.Select(weights => new Dense<double>(
                scale / Math.Sqrt(weights.Rows) * weights, Matrix.Zeros<double>(weights.Rows, 1), activation))]);
        network.Forward(_input);
        network.Backward(_gradient);
        // If no ReLU unit of the last layer is active, all δ are 0. The smallest number avoids 0/0.
        double last = Math.Max(double.Epsilon, network.Layers[^1].Delta.Norm());
        return [.. network.Layers.Select(layer => Math.Max(Lowest, Math.Log10(layer.Delta.Norm() / last)))];
    }
}
