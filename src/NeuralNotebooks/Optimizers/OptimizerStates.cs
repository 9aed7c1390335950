namespace NeuralNotebooks;

/// <summary>The states of an optimizer, which belong to the parameters of its first step: to those of a network, or to
/// a span.</summary>
internal sealed class OptimizerStates<T>(bool averagesGradients, bool averagesSquares)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private Mlp<T>? _network;
    private OptimizerState<T>? _span;

    /// <summary>The states of the network's layers.</summary>
    public (OptimizerState<T> Weights, OptimizerState<T> Biases)[] Layers { get; private set; } = [];

    /// <summary>Allocates the states of a network's layers at the first step; throws if there are averages of other
    /// parameters.</summary>
    public void BelongTo(Mlp<T> network)
    {
        if (network == _network)
            return;
        if (_network is not null || _span is not null)
            CheckNoAverages();
        _network = network;
        Layers = [.. network.Layers.Select(layer => (Create(layer.Weights.Count), Create(layer.Units)))];
    }

    /// <summary>The state of parameters in a span, allocated at the first step; throws if there are averages of other
    /// parameters.</summary>
    public OptimizerState<T> OfSpan(int parameters)
    {
        if (_network is not null || (_span is not null && _span.Length != parameters))
            CheckNoAverages();
        return _span ??= Create(parameters);
    }

    public void Clear() => (_network, Layers, _span) = (null, [], null);

    private OptimizerState<T> Create(int parameters) => new(parameters, averagesGradients, averagesSquares);

    private void CheckNoAverages()
    {
        if (averagesGradients || averagesSquares)
            throw new ArgumentException(
                "This optimizer keeps averages of another network's parameters: use a new one for each "
                    + "network, or call Reset().");
    }
}
