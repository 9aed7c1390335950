namespace NeuralNotebooks.Course;

/// <summary>
/// A network with a batch, and what PyTorch computed for it, as an independent reference.
/// Layers are counted from 0, columns are examples.
/// </summary>
/// <param name="X">Features × examples.</param>
/// <param name="Y">Outputs × examples: the targets.</param>
/// <param name="Weights">W of each layer: outputs × inputs.</param>
/// <param name="Biases">b of each layer: outputs × 1.</param>
/// <param name="Preactivations">Z of each layer: outputs × examples.</param>
/// <param name="Outputs">A = g(Z) of each layer: outputs × examples.</param>
/// <param name="Deltas">δ = ∂L/∂Z of each layer: outputs × examples.</param>
/// <param name="WeightGradients">∂L/∂W of each layer.</param>
/// <param name="BiasGradients">∂L/∂b of each layer.</param>
/// <param name="Loss">L.</param>
/// <param name="InputGradient">∂L/∂X.</param>
public sealed record TorchNetwork(M X, M Y, IReadOnlyList<M> Weights, IReadOnlyList<M> Biases,
    IReadOnlyList<M> Preactivations, IReadOnlyList<M> Outputs, IReadOnlyList<M> Deltas,
    IReadOnlyList<M> WeightGradients, IReadOnlyList<M> BiasGradients, double Loss, M InputGradient)
{
    /// <summary>Loads <c>data/torch/name.json</c>, wherever the notebook is.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static TorchNetwork Load(string name) => ReferenceFile.Read<TorchNetwork>(name);
}
