namespace NeuralNotebooks.Plotting;

/// <summary>A network with quantized weights: a byte for each weight, an integer from −127 to 127, and a scale for each
/// unit.</summary>
internal sealed class CompactNetwork
{
    private readonly List<object> _layers = [];

    /// <exception cref="ArgumentException">A hidden layer is not ReLU, or the last layer has an activation.</exception>
    public CompactNetwork(Mlp<float> network)
    {
        List<Dense<float>> layers = [];
        foreach (Dense<float> layer in network.Layers)
        {
            Activation expected = layers.Count == network.Layers.Count - 1 ? Activation.Identity : Activation.Relu;
            if (layer.Activation != expected)
                throw new ArgumentException(
                    $"Layer {layers.Count + 1} has the activation {layer.Activation}: this figure "
                    + "needs ReLU units and a last layer without an activation.", nameof(network));
            layers.Add(Add(layer));
        }
        Network = new([.. layers]);
    }

    /// <summary>The network with the rounded weights.</summary>
    public Mlp<float> Network { get; }

    /// <summary>The layers as digit.js reads them.</summary>
    public IEnumerable<object> ForScript => _layers;

    private Dense<float> Add(Dense<float> layer)
    {
        Matrix<float> rounded = layer.Weights.Copy();
        float[] scales = new float[rounded.Rows];
        byte[] bytes = new byte[rounded.Count];
        for (int unit = 0; unit < rounded.Rows; unit++)
        {
            float largest = layer.Weights.Row(unit).AsSpan().ToArray().Max(Math.Abs);
            scales[unit] = largest > 0 ? largest / sbyte.MaxValue : 1;
            for (int i = 0; i < rounded.Columns; i++)
            {
                sbyte whole = (sbyte)Math.Round(layer.Weights[unit, i] / scales[unit]);
                bytes[unit * rounded.Columns + i] = (byte)whole;
                rounded[unit, i] = whole * scales[unit];
            }
        }
        _layers.Add(new { scales = Doubles(scales), weights = bytes, biases = Doubles(layer.Biases.AsSpan()) });
        return new(rounded, layer.Biases.Copy(), layer.Activation);
    }

    private static double[] Doubles(ReadOnlySpan<float> numbers) => Array.ConvertAll(numbers.ToArray(), x => (double)x);
}
