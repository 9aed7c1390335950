namespace NeuralNotebooks.Plotting;

/// <summary>A network with quantized weights, as digit.js reads it: a byte for each weight, from −127 to 127,
/// and a scale for each unit. Its inputs are the bytes of an image.</summary>
internal static class CompactNetwork
{
    /// <exception cref="ArgumentException">A hidden layer is not ReLU, or the last layer has an activation.</exception>
    public static object[] Of(Mlp<float> network) => [.. network.Layers.Select((layer, l) =>
    {
        Activation expected = l == network.Layers.Count - 1 ? Activation.Identity : Activation.Relu;
        return layer.Activation == expected ? Compact(layer, one: l == 0 ? DigitImage.Ink : 1)
            : throw new ArgumentException(
                $"Layer {l + 1} has the activation {layer.Activation}: this figure needs ReLU units and a last layer "
                + "without an activation.", nameof(network));
    })];

    private static object Compact(Dense<float> layer, float one)
    {
        double[] scales = new double[layer.Units];
        byte[] weights = new byte[layer.Weights.Count];
        for (int unit = 0; unit < layer.Units; unit++)
        {
            float[] row = layer.Weights.Row(unit).AsSpan().ToArray();
            float largest = row.Max(Math.Abs), scale = largest > 0 ? largest / sbyte.MaxValue : 1;
            scales[unit] = scale / one;
            for (int i = 0; i < row.Length; i++)
                weights[unit * row.Length + i] = (byte)(sbyte)Math.Round(row[i] / scale);
        }
        return new { scales, weights, biases = layer.Biases.AsSpan().ToArray() };
    }
}
