using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NeuralNotebooks;

/// <summary>Gradient descent: w ← w − α g.</summary>
/// <param name="learningRate">α.</param>
/// <exception cref="ArgumentOutOfRangeException">The learning rate is not a number above 0.</exception>
public sealed class GradientDescent<T>(T learningRate) : VectorizedOptimizer<T>(learningRate)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    protected override void Update(Span<T> w, ReadOnlySpan<T> g, Span<T> V, Span<T> S) => Apply(new Rule(LearningRate), w, g, V, S);

    private readonly struct Rule(T learningRate) : IRule
    {
        private readonly Vector512<T> _α = Vector512.Create(learningRate);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector512<T> Update(Vector512<T> w, Vector512<T> g, ref Vector512<T> V, ref Vector512<T> S) => w - _α * g;
    }
}
