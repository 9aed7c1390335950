namespace NeuralNotebooks;

/// <summary>What a forward and a backward pass over m examples compute in one layer.</summary>
internal sealed class LayerPass<T>(Matrix<T>? input, int units, int examples)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private Matrix<T>? _delta;

    /// <summary>X: inputs × m.</summary>
    public Matrix<T> Input { get; set; } = input!;

    /// <summary>Z: units × m.</summary>
    public Matrix<T> Preactivation { get; } = Matrix.Zeros<T>(units, examples);

    /// <summary>A = g(Z): units × m.</summary>
    public Matrix<T> Output { get; } = Matrix.Zeros<T>(units, examples);

    /// <summary>First ∂L/∂A, then δ = ∂L/∂Z: units × m. Allocated by the first backward pass.</summary>
    public Matrix<T> Delta => _delta ??= Matrix.Zeros<T>(units, examples);

    /// <summary>Callers keep the old δ: the next backward pass allocates a new one.</summary>
    public void RenewDelta() => _delta = null;

    /// <summary>Whether a backward pass has followed the last forward pass.</summary>
    public bool HasDelta { get; set; }
}

/// <summary>One forward and one backward pass of a network over m examples: the one path that training and the public
/// methods share.</summary>
/// <remarks>
/// Each part works on a chunk, so that threads can share it:
/// <code>
/// Forward      chunk of examples    Z = W X + b u, A = g(Z)            from the first layer to the last
/// Backward     chunk of examples    δ = ∂L/∂A ⊙ g′(Z), ∂L/∂X = Wᵀ δ    from the last layer to the first
/// Gradients    chunk of inputs      ∂L/∂W = δ Xᵀ, ∂L/∂b = δ uᵀ         of one layer
/// </code>
/// A public method takes a new pass, so that no matrix changes under the caller; training reuses one.
/// </remarks>
internal sealed class Pass<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Mlp<T> _network;
    private readonly List<(int Layer, Chunk Inputs)> _gradientChunks = [];
    private readonly Action<int> _forward, _backward, _gradients;
    private Matrix<T>? _inputGradient;

    public Pass(Mlp<T> network, int examples)
    {
        _network = network;
        Examples = examples;
        Layers = new LayerPass<T>[network.Layers.Count];
        for (int l = 0; l < Layers.Length; l++)
            Layers[l] = new(l == 0 ? null : Layers[l - 1].Output, network[l].Units, examples);

        // One chunk for each thread where there is enough to do, and no more: a product copies its left operand once
        // for each chunk.
        Chunks = Chunk.CountFor(examples, 2.0 * network.ParameterCount);
        for (int l = 0; l < Layers.Length; l++)
            for (int part = 0, parts = Math.Min(Chunks, network[l].Inputs); part < parts; part++)
                _gradientChunks.Add((l, Chunk.Of(network[l].Inputs, parts, part)));
        (_forward, _backward, _gradients) = (Forward, Backward, chunk => Gradients(chunk));
    }

    /// <summary>m.</summary>
    public int Examples { get; }

    /// <summary>What is computed in each layer.</summary>
    public LayerPass<T>[] Layers { get; }

    /// <summary>Into how many chunks the examples are divided.</summary>
    public int Chunks { get; }

    /// <summary>A of the last layer.</summary>
    public Matrix<T> Output => Layers[^1].Output;

    /// <summary>∂L/∂(output of the last layer): where the loss writes its gradient.</summary>
    public Matrix<T> OutputGradient => Layers[^1].Delta;

    /// <summary>Computes Z and A of every layer for all examples, through <paramref name="work"/> if given, which calls
    /// <see cref="Forward(int)"/>.</summary>
    public void Forward(Matrix<T> X, Action<int>? work = null)
    {
        Layers[0].Input = X;
        foreach (LayerPass<T> layer in Layers)
            layer.HasDelta = false;
        ThreadTeam.Run(work ?? _forward, Chunks);
    }

    /// <summary>Computes Z and A of every layer for a chunk of the examples, which are independent of each
    /// other.</summary>
    public void Forward(int chunk)
    {
        Chunk examples = ExamplesOf(chunk);
        for (int l = 0; l < Layers.Length; l++)
            _network[l].Forward(Layers[l], examples);
    }

    /// <summary>
    /// Computes δ of every layer from <see cref="OutputGradient"/>, ∂L/∂X if wanted, and the gradients of weights and
    /// biases, through <paramref name="work"/> if given, which calls <see cref="Gradients"/>.
    /// </summary>
    public void Backward(Matrix<T>? inputGradient, Action<int>? work = null)
    {
        _inputGradient = inputGradient;
        AllocateDeltas();
        foreach (LayerPass<T> layer in Layers)
            layer.HasDelta = true;
        ThreadTeam.Run(_backward, Chunks);
        work ??= _gradients;
        if (Chunks > 1)
        {
            ThreadTeam.Run(work, _gradientChunks.Count);
            return;
        }
        for (int chunk = 0; chunk < _gradientChunks.Count; chunk++)
            work(chunk);
    }

    /// <summary>Computes the gradients of a chunk: the weights of some inputs of a layer and, with the first of them,
    /// its biases.</summary>
    public (int Layer, Chunk Inputs) Gradients(int chunk)
    {
        (int l, Chunk inputs) = _gradientChunks[chunk];
        _network[l].Gradients(Layers[l], inputs);
        return (l, inputs);
    }

    /// <summary>Allocates δ of every layer that has none, before several threads write to it.</summary>
    public void AllocateDeltas()
    {
        foreach (LayerPass<T> layer in Layers)
            _ = layer.Delta;
    }

    public Chunk ExamplesOf(int chunk) => Chunk.Of(Examples, Chunks, chunk);

    private void Backward(int chunk)
    {
        for (int l = Layers.Length - 1; l >= 0; l--)
            _network[l].Backward(Layers[l], l == 0 ? _inputGradient : Layers[l - 1].Delta, ExamplesOf(chunk));
    }
}
