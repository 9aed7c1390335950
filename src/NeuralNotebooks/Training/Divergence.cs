namespace NeuralNotebooks;

/// <summary>Finds where in a network a NaN or infinite number first appears, in the order of the forward
/// pass.</summary>
internal static class Divergence
{
    public static bool ParametersAreFinite<T>(Mlp<T> network)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        network.Layers.All(layer => Finite.All<T>(layer.Weights.AsSpan()) && Finite.All<T>(layer.Biases.AsSpan()));

    /// <summary>The first layer with a NaN or infinite number, and a sentence about that number; if only the loss is
    /// not finite, the last layer.</summary>
    public static (int Layer, string Found) Find<T>(Mlp<T> network, Pass<T> pass, double loss)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int l = 0; l < network.Layers.Count; l++)
        {
            Dense<T> layer = network.Layers[l];
            string? part =
                FindNonFinite(layer.Weights, "weight")
                ?? FindNonFinite(layer.Biases, "bias")
                ?? FindNonFinite(pass.Layers[l].Preactivation, "preactivation")
                ?? FindNonFinite(pass.Layers[l].Output, "output");
            if (part is not null)
                return (l, $"layer {l} is the first with a number that is not finite: {part}");
        }
        int last = network.Layers.Count - 1;
        T largest = TensorPrimitives.MaxMagnitude<T>(pass.Output.AsSpan());
        return (
            last,
            Invariant(
                $"the loss is {loss}, although all numbers in the layers are finite; the largest absolute output of "
                    + $"layer {last}, the last, is {T.Abs(largest):G3}"));
    }

    private static string? FindNonFinite<T>(Matrix<T> matrix, string name)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Finite.IndexOfFirstNonFinite<T>(matrix.AsSpan()) is var i and >= 0
            ? Invariant($"{name} [{i % matrix.Rows}, {i / matrix.Rows}] is {matrix.AsSpan()[i]}")
            : null;
}
