using System.Text.Json.Nodes;

namespace NeuralNotebooks.Plotting;

/// <summary>A network whose weights take a byte each: a scale for every unit, and whole numbers from −127 to
/// 127.</summary>
internal sealed class CompactNetwork
{
    private readonly JsonArray _json = [];

    /// <exception cref="ArgumentException">The hidden units are not ReLU, or the last ones have an
    /// activation.</exception>
    public CompactNetwork(Mlp<float> network)
    {
        List<Dense<float>> layers = [];
        foreach (Dense<float> layer in network.Layers)
        {
            Activation expected = layers.Count == network.Layers.Count - 1 ? Activation.Identity : Activation.Relu;
            if (layer.Activation != expected)
                throw new ArgumentException(
                    Invariant($"Layer {layers.Count + 1} has the activation {layer.Activation}: a network that is ")
                    + "shown by hand has ReLU units and a last layer without an activation.", nameof(network));
            layers.Add(Add(layer));
        }
        Network = new([.. layers]);
    }

    /// <summary>The network with the rounded weights.</summary>
    public Mlp<float> Network { get; }

    public JsonArray ToJson() => _json;

    private Dense<float> Add(Dense<float> layer)
    {
        (int units, int inputs) = (layer.Weights.Rows, layer.Weights.Columns);
        Matrix<float> rounded = Matrix.Zeros<float>(units, inputs);
        JsonArray scales = [];
        byte[] bytes = new byte[units * inputs];
        for (int unit = 0; unit < units; unit++)
        {
            float largest = 0;
            for (int i = 0; i < inputs; i++)
                largest = Math.Max(largest, Math.Abs(layer.Weights[unit, i]));
            float scale = largest > 0 ? largest / sbyte.MaxValue : 1;
            scales.Add((double)scale);
            for (int i = 0; i < inputs; i++)
            {
                sbyte whole = (sbyte)Math.Round(layer.Weights[unit, i] / scale);
                bytes[unit * inputs + i] = (byte)whole;
                rounded[unit, i] = whole * scale;
            }
        }
        _json.Add(new JsonObject
        {
            ["scales"] = scales,
            ["weights"] = Convert.ToBase64String(bytes),
            ["biases"] = new JsonArray([.. layer.Biases.AsSpan().ToArray().Select(bias => (JsonNode)(double)bias)]),
        });
        return new(rounded, layer.Biases.Copy(), layer.Activation);
    }
}
