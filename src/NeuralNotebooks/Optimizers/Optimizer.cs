using System.Numerics.Tensors;

namespace NeuralNotebooks;

/// <summary>A rule that changes parameters w by their gradients g = ∂L/∂w, one step after the other.</summary>
/// <remarks>
/// A custom rule overrides <see cref="Update"/> and states in the constructor which running averages it keeps for each
/// parameter. Those begin at 0 and belong to the parameters of the first step: an optimizer with averages is for one
/// network.
/// </remarks>
/// <example>
/// The path of two numbers: <c>double[] w = [-4, 1]; optimizer.Step(w, [w[0], 25 * w[1]]);</c>
/// </example>
public abstract class Optimizer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly bool _averagesGradients, _averagesSquares;
    private Mlp<T>? _network;
    private (OptimizerState<T> Weights, OptimizerState<T> Biases)[] _layers = [];
    private OptimizerState<T>? _numbers;   // of parameters in a span
    private T _learningRate;
    private T _weightDecay;
    private T? _clipNorm;

    /// <summary>Begins at step 0.</summary>
    /// <param name="learningRate">α.</param>
    /// <param name="averagesGradients">Whether the rule keeps V, an average of the gradients.</param>
    /// <param name="averagesSquares">Whether the rule keeps S, an average of their squares.</param>
    /// <exception cref="ArgumentOutOfRangeException">The learning rate is not a number above 0.</exception>
    protected Optimizer(T learningRate, bool averagesGradients = false, bool averagesSquares = false)
    {
        _learningRate = CheckPositive(learningRate, nameof(learningRate));
        (_averagesGradients, _averagesSquares) = (averagesGradients, averagesSquares);
    }

    /// <summary>α, which a schedule may change from step to step.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative, infinite or NaN.</exception>
    public T LearningRate
    {
        get => _learningRate;
        set => _learningRate = Finite.CheckNotNegative(value, nameof(LearningRate));
    }

    /// <summary>λ: before each step, w ← w − α λ w. In a network this is for weights only, not for biases.</summary>
    /// <remarks>For plain gradient descent this is a penalty λ/2 ‖w‖² in the loss; for the others it is decoupled
    /// (Loshchilov and Hutter 2019).</remarks>
    /// <exception cref="ArgumentOutOfRangeException">It is negative, infinite or NaN.</exception>
    public T WeightDecay
    {
        get => _weightDecay;
        init => _weightDecay = Finite.CheckNotNegative(value, nameof(WeightDecay));
    }

    /// <summary>c: where ‖g‖ &gt; c, with g the gradients of all parameters together, the step uses g c / ‖g‖. Null: no
    /// clipping.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not a number above 0.</exception>
    public T? ClipNorm
    {
        get => _clipNorm;
        init => _clipNorm = value is T norm ? CheckPositive(norm, nameof(ClipNorm)) : null;
    }

    /// <summary>t: the number of steps taken, which is 1 during the first.</summary>
    public int StepCount { get; private set; }

    /// <summary>Changes the weights and biases of a network by the gradients of its last backward pass.</summary>
    /// <exception cref="ArgumentException">The optimizer keeps averages of another network.</exception>
    public void Step(Mlp<T> network)
    {
        ThrowIfNull(network);
        T clip = T.One;
        if (_clipNorm is not null)
        {
            double norm = 0;
            for (int l = 0; l < network.Layers.Count; l++)
            {
                norm = double.Hypot(norm, LongSum.Norm<T>(network[l].WeightGradient.AsSpan()));
                norm = double.Hypot(norm, LongSum.Norm<T>(network[l].BiasGradient.AsSpan()));
            }
            clip = ClipFactor(norm);
        }

        BeginStepByParts(network);
        for (int l = 0; l < network.Layers.Count; l++)
            StepPart(network[l], l, new(0, network[l].Inputs), clip);
    }

    /// <summary>
    /// Whether the update of a parameter depends only on it and its gradient, so that a step can be taken part by
    /// part, in any order and as soon as the gradients of a part are known.
    /// </summary>
    internal bool CanStepByParts => IsElementwise && _clipNorm is null;

    /// <summary>Begins a step of a network that <see cref="StepPart"/> takes part by part.</summary>
    /// <exception cref="ArgumentException">The optimizer keeps averages of another network.</exception>
    internal void BeginStepByParts(Mlp<T> network)
    {
        KeepStatesOf(network);
        BeginStep();
    }

    /// <summary>Updates the weights of some inputs of layer <paramref name="l"/>, which are columns of W, and, with the
    /// first of them, the biases.</summary>
    internal void StepPart(Dense<T> layer, int l, Chunk inputs, T clip)
    {
        (OptimizerState<T> weights, OptimizerState<T> biases) = _layers[l];
        int start = inputs.Start * layer.Units,
            count = inputs.Count * layer.Units;
        Span<T> w = layer.Weights.AsSpan().Slice(start, count);
        Decay(w);
        UpdateRange(weights, start, w, layer.WeightGradient.AsSpan().Slice(start, count), clip);
        if (start == 0)
            UpdateRange(biases, 0, layer.Biases.AsSpan(), layer.BiasGradient.AsSpan(), clip);
    }

    /// <summary>Changes parameters by their gradients: the way to follow the path of a few numbers.</summary>
    /// <exception cref="ArgumentException">The spans differ in length, or the number of parameters has changed since
    /// the first step.</exception>
    public void Step(Span<T> parameters, ReadOnlySpan<T> gradients)
    {
        Elementwise.CheckSpans<T>(parameters, gradients, "parameters", "gradients");
        T clip = _clipNorm is null ? T.One : ClipFactor(LongSum.Norm(gradients));
        OptimizerState<T> state = KeepStateOf(parameters.Length);
        BeginStep();
        Decay(parameters);
        UpdateRange(state, 0, parameters, gradients, clip);
    }

    /// <summary>Changes one parameter by its gradient.</summary>
    /// <inheritdoc cref="Step(Span{T}, ReadOnlySpan{T})" path="/exception"/>
    public void Step(ref T parameter, T gradient) => Step(new Span<T>(ref parameter), new ReadOnlySpan<T>(in gradient));

    /// <summary>Clears the averages and the step count: the next step is the first, for any parameters.</summary>
    public void Reset()
    {
        (_network, _layers, _numbers) = (null, [], null);
        StepCount = 0;
    }

    /// <summary>The rule: changes parameters w by their gradients g, all of the same length.</summary>
    /// <param name="w">The parameters.</param>
    /// <param name="g">Their gradients, after clipping.</param>
    /// <param name="V">The running average of the gradients, kept from step to step; empty if the rule keeps
    /// none.</param>
    /// <param name="S">The running average of their squares, likewise.</param>
    protected abstract void Update(Span<T> w, ReadOnlySpan<T> g, Span<T> V, Span<T> S);

    /// <summary>Whether the rule updates each parameter independently and all of them alike.</summary>
    internal virtual bool IsElementwise => false;

    /// <summary>Computes what depends on the number of the step only, before any parameter is updated.</summary>
    private protected virtual void ComputeStepFactors()
    {
    }

    /// <summary>Checks an argument that must be a number above 0.</summary>
    private protected static T CheckPositive(T value, string name) =>
        T.IsFinite(value) && value > T.Zero ? value : throw OutOfRange(value, name, "must be a number above 0");

    /// <summary>Checks the weight of an average: 0 ≤ β &lt; 1.</summary>
    private protected static T CheckAverage(T value, string name) =>
        value >= T.Zero && value < T.One ? value : throw OutOfRange(value, name, "must lie in 0 ≤ β < 1");

    private static ArgumentOutOfRangeException OutOfRange(T value, string name, string rule) =>
        new(name, Invariant($"{name} is {value}: it {rule}."));

    private T ClipFactor(double norm) =>
        _clipNorm is T c && norm > double.CreateTruncating(c)
            ? T.CreateTruncating(double.CreateTruncating(c) / norm)
            : T.One;

    /// <summary>Begins a step: counts it, and computes what is the same for all of its parameters.</summary>
    private void BeginStep()
    {
        StepCount++;
        ComputeStepFactors();
    }

    /// <summary>Keeps averages for each layer of a network from its first step on; afterwards the network must be the
    /// same.</summary>
    private void KeepStatesOf(Mlp<T> network)
    {
        if (network == _network)
            return;
        if (_network is not null || _numbers is not null)
            CheckNoAverages();
        _network = network;
        _layers = [.. network.Layers.Select(layer => (StateOf(layer.Weights.Count), StateOf(layer.Units)))];
    }

    /// <summary>Keeps averages for parameters in a span; afterwards their number must be the same.</summary>
    private OptimizerState<T> KeepStateOf(int parameters)
    {
        if (_network is not null || (_numbers is not null && _numbers.Length != parameters))
            CheckNoAverages();
        return _numbers ??= StateOf(parameters);
    }

    private OptimizerState<T> StateOf(int parameters) => new(parameters, _averagesGradients, _averagesSquares);

    private void CheckNoAverages()
    {
        if (_averagesGradients || _averagesSquares)
            throw new ArgumentException(
                "This optimizer keeps averages of another network's parameters: use a new one for each "
                    + "network, or call Reset()."
            );
    }

    private void Decay(Span<T> w)
    {
        if (_weightDecay != T.Zero)
            TensorPrimitives.Multiply(w, T.One - _learningRate * _weightDecay, w);
    }

    /// <summary>Updates those parameters of one array that begin at <paramref name="start"/>.</summary>
    private void UpdateRange(OptimizerState<T> state, int start, Span<T> w, ReadOnlySpan<T> g, T clip)
    {
        if (clip != T.One)
        {
            if (state.Clipped is null || state.Clipped.Length < w.Length)
                state.Clipped = new T[w.Length];
            TensorPrimitives.Multiply(g, clip, state.Clipped);
            g = state.Clipped.AsSpan(0, w.Length);
        }
        Update(
            w,
            g,
            _averagesGradients ? state.V.AsSpan().Slice(start, w.Length) : default,
            _averagesSquares ? state.S.AsSpan().Slice(start, w.Length) : default
        );
    }
}
