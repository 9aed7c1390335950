using System.Numerics;

namespace NeuralNotebooks;

/// <summary>Gradient descent: w ← w − α g.</summary>
/// <param name="learningRate">α.</param>
/// <exception cref="ArgumentOutOfRangeException">The learning rate is not a number above 0.</exception>
public sealed class GradientDescent<T>(T learningRate) : Optimizer<T>(learningRate)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    protected override void Update(Span<T> w, ReadOnlySpan<T> g, Span<T> V, Span<T> S)
    {
        T α = LearningRate;
        for (int i = 0; i < w.Length; i++)
            w[i] -= α * g[i];
    }
}
