using System.Numerics;
using System.Runtime.CompilerServices;

namespace NeuralNotebooks;

/// <summary>Gradient descent: w ← w − α g.</summary>
/// <param name="learningRate">α.</param>
/// <exception cref="ArgumentOutOfRangeException">The learning rate is not a number above 0.</exception>
public sealed class GradientDescent<T>(T learningRate) : VectorizedOptimizer<T>(learningRate)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private protected override Vector<T> Update(Vector<T> w, Vector<T> g, ref Vector<T> V, ref Vector<T> S) => w - LearningRate * g;
}
