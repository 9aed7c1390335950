namespace NeuralNotebooks;

/// <summary>Momentum and RMSProp combined, with bias correction of both averages, which start at 0 (Kingma and Ba
/// 2015).</summary>
/// <remarks>
/// In step t = 1, 2, …:
/// <code>
/// V ← β₁ V + (1 − β₁) g
/// S ← β₂ S + (1 − β₂) g²
/// w ← w − α V̂ / (√Ŝ + ε)     with V̂ = V / (1 − β₁ᵗ), Ŝ = S / (1 − β₂ᵗ)
/// </code>
/// V and S are stored without the correction. ε is outside the root, as in the paper: D. P. Kingma, J. Ba, "Adam: a
/// method for stochastic optimization", ICLR 2015.
/// </remarks>
/// <param name="learningRate">α: the learning rate.</param>
/// <param name="beta1">β₁: the weight of the old value in the average V of the gradients. Default: 0.9.</param>
/// <param name="beta2">β₂: the weight of the old value in the average S of their squares. Default: 0.999.</param>
/// <param name="epsilon">ε: keeps the divisor away from 0. Default: 10⁻⁸.</param>
/// <exception cref="ArgumentOutOfRangeException">The learning rate or ε is not a number above 0, or a β is not in 0 ≤ β
/// &lt; 1.</exception>
public sealed class Adam<T>(T learningRate, T? beta1 = null, T? beta2 = null, T? epsilon = null)
    : Optimizer<T>(learningRate, averagesGradients: true, averagesSquares: true)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private T _correctedRate, _rootCorrection;

    /// <summary>β₁: the weight of the old value in the average V of the gradients.</summary>
    public T Beta1 { get; } = CheckAverage(beta1 ?? T.CreateChecked(0.9), nameof(beta1));

    /// <summary>β₂: the weight of the old value in the average S of the squared gradients.</summary>
    public T Beta2 { get; } = CheckAverage(beta2 ?? T.CreateChecked(0.999), nameof(beta2));

    /// <summary>ε: keeps the divisor away from 0.</summary>
    public T Epsilon { get; } = CheckPositive(epsilon ?? T.CreateChecked(1e-8), nameof(epsilon));

    private protected override void ComputeStepFactors()
    {
        // Both corrections depend only on t, so they are computed once per step; a parameter then costs one division
        // and one root.
        //     α V̂ / (√Ŝ + ε)  =  (α / (1 − β₁ᵗ)) V / (√S / √(1 − β₂ᵗ) + ε)
        T t = T.CreateChecked(StepCount);
        _correctedRate = LearningRate / (T.One - T.Pow(Beta1, t));
        _rootCorrection = T.One / T.Sqrt(T.One - T.Pow(Beta2, t));
    }

    /// <inheritdoc/>
    protected override bool IsElementwise => true;

    /// <inheritdoc/>
    protected override void Update(Span<T> w, ReadOnlySpan<T> g, Span<T> V, Span<T> S) =>
        ParameterUpdate<Rule, T>.Apply(new(Beta1, Beta2, Epsilon, _correctedRate, _rootCorrection), w, g, V, S);

    private readonly struct Rule(T β1, T β2, T ε, T correctedRate, T rootCorrection) : IUpdateRule<T>
    {
        private readonly T _oneMinusβ1 = T.One - β1, _oneMinusβ2 = T.One - β2;

        [MethodImpl(AggressiveInlining)]
        public TLanes Update<TLanes>(TLanes w, TLanes g, ref TLanes V, ref TLanes S)
            where TLanes : ILanes<TLanes, T>
        {
            V = β1 * V + _oneMinusβ1 * g;
            S = β2 * S + _oneMinusβ2 * (g * g);
            return w - correctedRate * V / (rootCorrection * TLanes.SquareRoot(S) + ε);
        }
    }
}
