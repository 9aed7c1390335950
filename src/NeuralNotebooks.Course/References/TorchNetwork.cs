namespace NeuralNotebooks.Course;

/// <summary>
/// A network with a batch, and what PyTorch computed for it, as an independent reference.
/// Layers are counted from 0, columns are examples.
/// </summary>
public sealed record TorchNetwork
{
    /// <summary>Features × examples.</summary>
    public required M X { get; init; }

    /// <summary>Outputs × examples: the targets.</summary>
    public required M Y { get; init; }

    /// <summary>W of each layer: outputs × inputs.</summary>
    public required IReadOnlyList<M> Weights { get; init; }

    /// <summary>b of each layer: outputs × 1.</summary>
    public required IReadOnlyList<M> Biases { get; init; }

    /// <summary>Z of each layer: outputs × examples.</summary>
    public required IReadOnlyList<M> Preactivations { get; init; }

    /// <summary>A = g(Z) of each layer: outputs × examples.</summary>
    public required IReadOnlyList<M> Outputs { get; init; }

    /// <summary>δ = ∂L/∂Z of each layer: outputs × examples.</summary>
    public required IReadOnlyList<M> Deltas { get; init; }

    /// <summary>∂L/∂W of each layer.</summary>
    public required IReadOnlyList<M> WeightGradients { get; init; }

    /// <summary>∂L/∂b of each layer.</summary>
    public required IReadOnlyList<M> BiasGradients { get; init; }

    /// <summary>L.</summary>
    public required double Loss { get; init; }

    /// <summary>∂L/∂X.</summary>
    public required M InputGradient { get; init; }

    /// <summary>Loads <c>data/torch/name.json</c>, wherever the notebook is.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file does not hold PyTorch's values.</exception>
    public static TorchNetwork Load(string name) =>
        ReferenceFile.Read<TorchNetwork>(ReferenceFile.Find(name + ".json"), "a network with PyTorch's values");
}
