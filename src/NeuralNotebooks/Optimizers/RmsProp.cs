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
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private protected override Vector<T> Update(Vector<T> w, Vector<T> g, ref Vector<T> V, ref Vector<T> S)
    {
        S = Beta * S + (T.One - Beta) * (g * g);
        return w - LearningRate * g / Vector.SquareRoot(S + new Vector<T>(Epsilon));
    }
}
