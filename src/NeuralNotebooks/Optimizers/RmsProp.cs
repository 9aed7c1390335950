namespace NeuralNotebooks;

/// <summary>Gradient descent that divides each gradient by the root of an average of its squares (Tieleman and Hinton
/// 2012).</summary>
/// <remarks>
/// <code>
/// S ← β S + (1 − β) g²
/// w ← w − α g / √(S + ε)
/// </code>
/// ε is inside the root, as in the lecture notes. So a gradient much smaller than √ε is not scaled up to a step of size
/// α. T. Tieleman, G. Hinton, "Lecture 6.5 – rmsprop", Coursera: Neural Networks for Machine Learning, 2012.
/// </remarks>
/// <param name="learningRate">α: the learning rate.</param>
/// <param name="beta">β: the weight of the old value in the average. Default: 0.9.</param>
/// <param name="epsilon">ε: keeps the root away from 0. Default: 10⁻⁸.</param>
/// <exception cref="ArgumentOutOfRangeException">The learning rate or ε is not a number above 0, or β is not in 0 ≤ β
/// &lt; 1.</exception>
public sealed class RmsProp<T>(T learningRate, T? beta = null, T? epsilon = null)
    : Optimizer<T>(learningRate, averagesSquares: true)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>β: the weight of the old value in the average S of the squared gradients.</summary>
    public T Beta { get; } = CheckAverage(beta ?? T.CreateChecked(0.9), nameof(beta));

    /// <summary>ε: keeps the root away from 0.</summary>
    public T Epsilon { get; } = CheckPositive(epsilon ?? T.CreateChecked(1e-8), nameof(epsilon));

    /// <inheritdoc/>
    protected override bool IsElementwise => true;

    /// <inheritdoc/>
    protected override void Update(Span<T> w, ReadOnlySpan<T> g, Span<T> V, Span<T> S) =>
        ParameterUpdate<Rule, T>.Apply(new(LearningRate, Beta, Epsilon), w, g, V, S);

    private readonly struct Rule(T α, T β, T ε) : IUpdateRule<T>
    {
        [MethodImpl(AggressiveInlining)]
        public TLanes Update<TLanes>(TLanes w, TLanes g, ref TLanes V, ref TLanes S)
            where TLanes : ILanes<TLanes, T>
        {
            S = β * S + (T.One - β) * (g * g);
            return w - α * g / TLanes.SquareRoot(S + ε);
        }
    }
}
