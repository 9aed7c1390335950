namespace NeuralNotebooks;

/// <summary>A rule that updates parameters w from their gradients g = ∂L/∂w, step by step.</summary>
/// <remarks>A custom rule overrides <see cref="Update"/> and passes to the base constructor which running averages it
/// needs for each parameter. The averages start at 0 and belong to the parameters of the first step, so an optimizer
/// with averages can be used for only one network, until <see cref="Reset"/> is called.</remarks>
/// <example>
/// One step for two numbers, with the gradient of L = ½(w₀² + 25w₁²):
/// <c>double[] w = [-4, 1]; optimizer.Step(w, [w[0], 25 * w[1]]);</c>
/// </example>
public abstract class Optimizer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly OptimizerStates<T> _states;
    private T _learningRate;
    private T _weightDecay;
    private T? _clipNorm;

    /// <summary>Creates an optimizer that has taken no step.</summary>
    /// <param name="learningRate">α: the learning rate.</param>
    /// <param name="averagesGradients">Whether the rule uses V, a running average of the gradients.</param>
    /// <param name="averagesSquares">Whether the rule uses S, a running average of their squares.</param>
    /// <exception cref="ArgumentOutOfRangeException">The learning rate is not a number above 0.</exception>
    protected Optimizer(T learningRate, bool averagesGradients = false, bool averagesSquares = false)
    {
        _learningRate = CheckPositive(learningRate, nameof(learningRate));
        _states = new(averagesGradients, averagesSquares);
    }

    /// <summary>α: the learning rate. A schedule may change it from step to step.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, infinite or NaN.</exception>
    public T LearningRate
    {
        get => _learningRate;
        set => _learningRate = Finite.CheckNotNegative(value, nameof(LearningRate));
    }

    /// <summary>λ: before each step, w ← w − α λ w. In a network only weights decay, not biases. Default: 0.</summary>
    /// <remarks>For plain gradient descent this is equivalent to a penalty λ/2 ‖w‖² in the loss. For the other rules it
    /// is not: it is decoupled weight decay (I. Loshchilov, F. Hutter, "Decoupled weight decay regularization", ICLR
    /// 2019).</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, infinite or NaN.</exception>
    public T WeightDecay
    {
        get => _weightDecay;
        init => _weightDecay = Finite.CheckNotNegative(value, nameof(WeightDecay));
    }

    /// <summary>c: if ‖g‖ &gt; c, where g is the vector of the gradients of all parameters, the step uses g c / ‖g‖
    /// instead of g. Default: null, no clipping.</summary>
    /// <remarks>R. Pascanu, T. Mikolov, Y. Bengio, "On the difficulty of training recurrent neural networks", ICML
    /// 2013.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a number above 0.</exception>
    public T? ClipNorm
    {
        get => _clipNorm;
        init => _clipNorm = value is T norm ? CheckPositive(norm, nameof(ClipNorm)) : null;
    }

    /// <summary>t: the number of steps taken; during the first step it is 1.</summary>
    public int StepCount { get; private set; }

    /// <summary>Takes one step: updates the weights and biases of a network from the gradients of its last backward
    /// pass.</summary>
    /// <remarks>A second step without another backward pass uses the same gradients again.</remarks>
    /// <exception cref="ArgumentException">The optimizer has averages, and they belong to another network.</exception>
    /// <exception cref="InvalidOperationException">The gradients of a layer are those of another network.</exception>
    public void Step(Mlp<T> network)
    {
        ThrowIfNull(network);
        for (int l = 0; l < network.Layers.Count; l++)
            if (network[l].GradientNetwork is { } other && other != network)
                throw new InvalidOperationException(
                    $"The gradients of layer {l} are those of another network, which has this layer, too: call Forward "
                        + "and Backward of this network first.");
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

    /// <summary>Whether the update of a parameter depends on no other parameter or gradient. If so, a step can be taken
    /// part by part, in any order, each part as soon as its gradients have been computed.</summary>
    internal bool CanStepByParts => IsElementwise && _clipNorm is null;

    /// <summary>Begins a step of a network; <see cref="StepPart"/> then updates its parameters part by part.</summary>
    /// <exception cref="ArgumentException">The optimizer has averages, and they belong to another network.</exception>
    internal void BeginStepByParts(Mlp<T> network)
    {
        _states.BelongTo(network);
        BeginStep();
    }

    /// <summary>Updates the weights of a chunk of inputs of layer <paramref name="l"/>, which are adjacent columns of
    /// W. The chunk with the first input also updates the biases.</summary>
    internal void StepPart(Dense<T> layer, int l, Chunk inputs, T clip)
    {
        (OptimizerState<T> weights, OptimizerState<T> biases) = _states.Layers[l];
        int start = inputs.Start * layer.Units,
            count = inputs.Count * layer.Units;
        Span<T> w = layer.Weights.AsSpan().Slice(start, count);
        Decay(w);
        UpdateRange(weights, start, w, layer.WeightGradient.AsSpan().Slice(start, count), clip);
        if (start == 0)
            UpdateRange(biases, 0, layer.Biases.AsSpan(), layer.BiasGradient.AsSpan(), clip);
    }

    /// <summary>Takes one step: updates parameters in a span from their gradients. It needs no network, so it shows the
    /// path of a few numbers.</summary>
    /// <exception cref="ArgumentException">The spans differ in length, or the number of parameters has changed since
    /// the first step.</exception>
    public void Step(Span<T> parameters, ReadOnlySpan<T> gradients)
    {
        Elementwise.CheckSpans<T>(parameters, gradients, "parameters", "gradients");
        if (parameters.Overlaps(gradients))
            gradients = gradients.ToArray();   // weight decay changes the parameters before their gradients are used
        T clip = _clipNorm is null ? T.One : ClipFactor(LongSum.Norm(gradients));
        OptimizerState<T> state = _states.OfSpan(parameters.Length);
        BeginStep();
        Decay(parameters);
        UpdateRange(state, 0, parameters, gradients, clip);
    }

    /// <summary>Takes one step: updates a single parameter from its gradient.</summary>
    /// <inheritdoc cref="Step(Span{T}, ReadOnlySpan{T})" path="/exception"/>
    public void Step(ref T parameter, T gradient) => Step(new Span<T>(ref parameter), new ReadOnlySpan<T>(in gradient));

    /// <summary>Clears the averages and sets the step count to 0. The next step may be for other parameters.</summary>
    public void Reset()
    {
        _states.Clear();
        StepCount = 0;
    }

    /// <summary>The rule: updates parameters w from their gradients g, two spans of the same length.</summary>
    /// <param name="w">The parameters.</param>
    /// <param name="g">Their gradients, after clipping.</param>
    /// <param name="V">The running average of the gradients, which the rule updates too; empty if the rule has
    /// none.</param>
    /// <param name="S">The running average of their squares, likewise.</param>
    protected abstract void Update(Span<T> w, ReadOnlySpan<T> g, Span<T> V, Span<T> S);

    /// <summary>Whether the rule updates each parameter independently of the others, and all by the same
    /// formula. Default: false.</summary>
    /// <remarks>If so, training calls <see cref="Update"/> for parts of the parameters, on several threads at once, as
    /// soon as the gradients of a part are known.</remarks>
    protected virtual bool IsElementwise => false;

    /// <summary>Computes the factors that depend only on the step count, before any parameter is updated.</summary>
    private protected virtual void ComputeStepFactors()
    {
    }

    /// <summary>Returns an argument; throws unless it is a finite number above 0.</summary>
    private protected static T CheckPositive(T value, string name) =>
        T.IsFinite(value) && value > T.Zero ? value : throw OutOfRange(value, name, "must be a number above 0");

    /// <summary>Returns the weight β of the old value in an average; throws unless 0 ≤ β &lt; 1.</summary>
    private protected static T CheckAverage(T value, string name) =>
        value >= T.Zero && value < T.One ? value : throw OutOfRange(value, name, "must lie in 0 ≤ β < 1");

    private static ArgumentOutOfRangeException OutOfRange(T value, string name, string rule) =>
        new(name, Invariant($"{name} is {value}: it {rule}."));

    private T ClipFactor(double norm) =>
        _clipNorm is T c && norm > double.CreateTruncating(c)
            ? T.CreateTruncating(double.CreateTruncating(c) / norm)
            : T.One;

    /// <summary>Increments the step count, and computes the factors that are the same for all parameters.</summary>
    private void BeginStep()
    {
        StepCount++;
        ComputeStepFactors();
    }

    private void Decay(Span<T> w)
    {
        if (_weightDecay != T.Zero)
            TensorPrimitives.Multiply(w, T.One - _learningRate * _weightDecay, w);
    }

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
            state.V.Count > 0 ? state.V.AsSpan().Slice(start, w.Length) : default,
            state.S.Count > 0 ? state.S.AsSpan().Slice(start, w.Length) : default);
    }
}
