namespace NeuralNotebooks;

/// <summary>Factory methods for multilayer perceptrons.</summary>
public static class Mlp
{
    /// <summary>Creates a network with random weights, which depend on <paramref name="seed"/>, and biases 0.</summary>
    /// <param name="inputs">The number of features of an example.</param>
    /// <param name="layers">The layers from the first to the last; the units of the last are the outputs.</param>
    /// <param name="seed">The same seed gives the same weights; those of float and double networks differ only in
    /// rounding.</param>
    /// <example><c>Mlp.Create&lt;float&gt;(784, [new(128, Activation.Relu), new(10, Activation.Identity)], seed:
    /// 1)</c></example>
    /// <exception cref="ArgumentException">There is no layer, or a layer is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no input, or a layer has no units.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is neither float nor double.</exception>
    public static Mlp<T> Create<T>(int inputs, IReadOnlyList<Layer> layers, int seed = 0)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ThrowIfNull(layers);
        if (inputs < 1)
            throw new ArgumentOutOfRangeException(nameof(inputs), inputs, "A network needs at least one input.");

        Random random = new(seed);
        Dense<T>[] built = new Dense<T>[layers.Count];
        for (int l = 0; l < built.Length; l++)
        {
            Layer layer = layers[l] ?? throw new ArgumentException($"Layer {l} is null.", nameof(layers));
            if (layer.Units < 1)
                throw new ArgumentOutOfRangeException(nameof(layers), layer.Units, $"Layer {l} needs a unit.");
            Initializer initializer = layer.Initializer ?? Initializer.DefaultFor(layer.Activation);
            built[l] = new(
                initializer.Draw<T>(layer.Units, inputs, random), Matrix.Zeros<T>(layer.Units, 1), layer.Activation);
            inputs = layer.Units;
        }
        return new(built);
    }

    /// <summary>Loads a network written by <see cref="Mlp{T}.Save"/>; numbers are converted if their type in the file
    /// is not <typeparamref name="T"/>.</summary>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is not a safetensors file, is damaged, or holds no
    /// network.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is neither float nor double.</exception>
    public static Mlp<T> Load<T>(string path)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => MlpFile.Load<T>(path);
}
