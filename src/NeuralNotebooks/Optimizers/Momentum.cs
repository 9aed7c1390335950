namespace NeuralNotebooks;

/// <summary>Gradient descent along an exponentially weighted average of the gradients, which dampens
/// oscillations (Polyak 1964).</summary>
/// <remarks>
/// <code>
/// V ← β V + (1 − β) g
/// w ← w − α V
/// </code>
/// Because of the factor 1 − β, V has the size of a gradient. In books that define V ← β V + g, the same steps need the
/// learning rate α (1 − β). B. T. Polyak, "Some methods of speeding up the convergence of iteration methods", USSR
/// Computational Mathematics and Mathematical Physics 4(5), 1964.
/// </remarks>
/// <param name="learningRate">α: the learning rate.</param>
/// <param name="beta">β: the weight of the old value in the average; 0 is plain gradient descent. Default: 0.9.</param>
/// <exception cref="ArgumentOutOfRangeException">The learning rate is not a number above 0, or β is not in 0 ≤ β &lt;
/// 1.</exception>
public sealed class Momentum<T>(T learningRate, T? beta = null) : Optimizer<T>(learningRate, averagesGradients: true)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>β: the weight of the old value in the average V of the gradients.</summary>
    public T Beta { get; } = CheckAverage(beta ?? T.CreateChecked(0.9), nameof(beta));

    /// <inheritdoc/>
    protected override bool IsElementwise => true;

    /// <inheritdoc/>
    protected override void Update(Span<T> w, ReadOnlySpan<T> g, Span<T> V, Span<T> S) =>
        ParameterUpdate<Rule, T>.Apply(new(LearningRate, Beta), w, g, V, S);

    private readonly struct Rule(T α, T β) : IUpdateRule<T>
    {
        [MethodImpl(AggressiveInlining)]
        public TLanes Update<TLanes>(TLanes w, TLanes g, ref TLanes V, ref TLanes S)
            where TLanes : ILanes<TLanes, T>
        {
            V = β * V + (T.One - β) * g;
            return w - α * V;
        }
    }
}
