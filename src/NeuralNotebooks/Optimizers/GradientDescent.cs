using System.Numerics;

namespace NeuralNotebooks;

/// <summary>Gradient descent: w ← w − α g.</summary>
/// <param name="learningRate">α.</param>
/// <exception cref="ArgumentOutOfRangeException">The learning rate is not a number above 0.</exception>
public sealed class GradientDescent<T>(T learningRate) : Optimizer<T>(learningRate)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    internal override bool TreatsParametersAlike => true;

    /// <inheritdoc/>
    protected override void Update(Span<T> w, ReadOnlySpan<T> g, Span<T> V, Span<T> S) => ParameterUpdate.Apply(new Rule(LearningRate), w, g, V, S);

    private readonly struct Rule(T learningRate) : IUpdateRule<T>
    {
        private readonly Vector<T> _α = new(learningRate);

        public Vector<T> Update(Vector<T> w, Vector<T> g, ref Vector<T> V, ref Vector<T> S) => w - _α * g;
    }
}
