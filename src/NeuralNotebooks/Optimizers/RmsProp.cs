using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

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
/// <param name="beta">β: how much of the old average stays. If it is not said, 0.9.</param>
/// <param name="epsilon">ε: keeps the root away from 0. If it is not said, 10⁻⁸.</param>
/// <exception cref="ArgumentOutOfRangeException">The learning rate or ε is not a number above 0, or β is not in 0 ≤ β &lt; 1.</exception>
public sealed class RmsProp<T>(T learningRate, T? beta = null, T? epsilon = null) : VectorizedOptimizer<T>(learningRate, averagesSquares: true)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>β.</summary>
    public T Beta { get; } = CheckAverage(beta ?? T.CreateChecked(0.9), nameof(beta));

    /// <summary>ε.</summary>
    public T Epsilon { get; } = CheckPositive(epsilon ?? T.CreateChecked(1e-8), nameof(epsilon));

    /// <inheritdoc/>
    protected override void Update(Span<T> w, ReadOnlySpan<T> g, Span<T> V, Span<T> S) => Apply(new Rule(LearningRate, Beta, Epsilon), w, g, V, S);

    private readonly struct Rule(T learningRate, T beta, T epsilon) : IRule
    {
        private readonly Vector512<T> _α = Vector512.Create(learningRate), _ε = Vector512.Create(epsilon);
        private readonly Vector512<T> _β = Vector512.Create(beta), _oneMinusβ = Vector512.Create(T.One - beta);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector512<T> Update(Vector512<T> w, Vector512<T> g, ref Vector512<T> V, ref Vector512<T> S)
        {
            S = _β * S + _oneMinusβ * (g * g);
            return w - _α * g / Vector512.Sqrt(S + _ε);
        }
    }
}
