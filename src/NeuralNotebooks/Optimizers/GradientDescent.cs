namespace NeuralNotebooks;

/// <summary>Gradient descent: w ← w − α g.</summary>
/// <param name="learningRate">α: the learning rate.</param>
/// <exception cref="ArgumentOutOfRangeException">The learning rate is not a number above 0.</exception>
public sealed class GradientDescent<T>(T learningRate) : Optimizer<T>(learningRate)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    protected override bool IsElementwise => true;

    /// <inheritdoc/>
    protected override void Update(Span<T> w, ReadOnlySpan<T> g, Span<T> V, Span<T> S) =>
        ParameterUpdate<Rule, T>.Apply(new(LearningRate), w, g, V, S);

    private readonly struct Rule(T α) : IUpdateRule<T>
    {
        [MethodImpl(AggressiveInlining)]
        public TLanes Update<TLanes>(TLanes w, TLanes g, ref TLanes V, ref TLanes S)
            where TLanes : ILanes<TLanes, T> => w - α * g;
    }
}
