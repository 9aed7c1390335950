using System.Numerics;
using System.Runtime.CompilerServices;

namespace NeuralNotebooks;

/// <summary>Gradient descent that divides each gradient by the root of an average of its squares (Tieleman and Hinton 2012).</summary>
/// <remarks>
/// <code>
/// S ← β S + (1 − β) g²
/// w ← w − α g / √(S + ε)
/// </code>
/// ε stands inside the root, as in the lecture notes; gradients smaller than √ε are not blown up to full steps.
/// </remarks>
/// <param name="learningRate">α.</param>
/// <param name="beta">β: how much of the old average stays. Default: 0.9.</param>
/// <param name="epsilon">ε: keeps the root away from 0. Default: 10⁻⁸.</param>
/// <exception cref="ArgumentOutOfRangeException">The learning rate or ε is not a number above 0, or β is not in 0 ≤ β &lt; 1.</exception>
public sealed class RmsProp<T>(T learningRate, T? beta = null, T? epsilon = null) : Optimizer<T>(learningRate, averagesSquares: true)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>β.</summary>
    public T Beta { get; } = CheckAverage(beta ?? T.CreateChecked(0.9), nameof(beta));

    /// <summary>ε.</summary>
    public T Epsilon { get; } = CheckPositive(epsilon ?? T.CreateChecked(1e-8), nameof(epsilon));

    internal override bool TreatsParametersAlike => true;

    /// <inheritdoc/>
    protected override void Update(Span<T> w, ReadOnlySpan<T> g, Span<T> V, Span<T> S) => ParameterUpdate.Apply(new Rule(LearningRate, Beta, Epsilon), w, g, V, S);

    private readonly struct Rule(T learningRate, T beta, T epsilon) : IUpdateRule<T>
    {
        private readonly Vector<T> _α = new(learningRate), _ε = new(epsilon);
        private readonly Vector<T> _β = new(beta), _oneMinusβ = new(T.One - beta);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector<T> Update(Vector<T> w, Vector<T> g, ref Vector<T> V, ref Vector<T> S)
        {
            S = _β * S + _oneMinusβ * (g * g);
            return w - _α * g / Vector.SquareRoot(S + _ε);
        }
    }
}
