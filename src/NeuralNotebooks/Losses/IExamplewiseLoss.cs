using System.Numerics;

namespace NeuralNotebooks;

/// <summary>A loss whose value and gradient come from one pass over the examples, which may be shared between threads.</summary>
internal interface IExamplewiseLoss<T> : ILoss<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Computes, for some examples of a batch, their parts of m L and of ∂L/∂output. The shapes fit, and the targets have been checked.</summary>
    /// <param name="output">The output of the last layer: outputs × m.</param>
    /// <param name="target">What it should be: outputs × m.</param>
    /// <param name="gradient">∂L/∂output: outputs × m.</param>
    /// <param name="losses">The part of each of these examples: the sum over the batch, divided by m, is L.</param>
    /// <param name="examples">The examples.</param>
    /// <returns>How many of them are classified rightly.</returns>
    int ValuesAndGradient(Matrix<T> output, Matrix<T> target, Matrix<T> gradient, Span<T> losses, Chunk examples);
}
