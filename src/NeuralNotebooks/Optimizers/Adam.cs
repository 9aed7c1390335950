using System.Numerics;
using System.Runtime.CompilerServices;

namespace NeuralNotebooks;

/// <summary>Momentum and RMSProp combined, with both averages corrected for their start at 0 (Kingma and Ba 2015).</summary>
/// <remarks>
/// In step t = 1, 2, …:
/// <code>
/// V ← β₁ V + (1 − β₁) g
/// S ← β₂ S + (1 − β₂) g²
/// w ← w − α V̂ / (√Ŝ + ε)     with V̂ = V / (1 − β₁ᵗ), Ŝ = S / (1 − β₂ᵗ)
/// </code>
/// V and S themselves stay uncorrected. ε stands outside the root, as in the paper.
/// </remarks>
/// <param name="learningRate">α.</param>
/// <param name="beta1">β₁. If it is not said, 0.9.</param>
/// <param name="beta2">β₂. If it is not said, 0.999.</param>
/// <param name="epsilon">ε. If it is not said, 10⁻⁸.</param>
/// <exception cref="ArgumentOutOfRangeException">The learning rate or ε is not a number above 0, or a β is not in 0 ≤ β &lt; 1.</exception>
public sealed class Adam<T>(T learningRate, T? beta1 = null, T? beta2 = null, T? epsilon = null) : VectorizedOptimizer<T>(learningRate, averagesGradients: true, averagesSquares: true)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private T _correction1, _correction2;

    /// <summary>β₁.</summary>
    public T Beta1 { get; } = CheckAverage(beta1 ?? T.CreateChecked(0.9), nameof(beta1));

    /// <summary>β₂.</summary>
    public T Beta2 { get; } = CheckAverage(beta2 ?? T.CreateChecked(0.999), nameof(beta2));

    /// <summary>ε.</summary>
    public T Epsilon { get; } = CheckPositive(epsilon ?? T.CreateChecked(1e-8), nameof(epsilon));

    /// <inheritdoc/>
    private protected override void BeginStep()
    {
        T t = T.CreateChecked(StepCount);
        _correction1 = T.One - T.Pow(Beta1, t);
        _correction2 = T.One - T.Pow(Beta2, t);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private protected override Vector<T> Update(Vector<T> w, Vector<T> g, ref Vector<T> V, ref Vector<T> S)
    {
        V = Beta1 * V + (T.One - Beta1) * g;
        S = Beta2 * S + (T.One - Beta2) * (g * g);
        return w - LearningRate * (V / _correction1) / (Vector.SquareRoot(S / _correction2) + new Vector<T>(Epsilon));
    }
}
