namespace NeuralNotebooks;

internal sealed class LayerPass<T>(Matrix<T>? input, int units, int examples)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private Matrix<T>? _delta;

    /// <summary>X: inputs × m.</summary>
    public Matrix<T> Input { get; set; } = input!;

    /// <summary>Z: units × m.</summary>
    public Matrix<T> Preactivation { get; } = new(units, examples);

    /// <summary>A = g(Z): units × m.</summary>
    public Matrix<T> Output { get; } = new(units, examples);

    /// <summary>First ∂L/∂A, then δ = ∂L/∂Z: units × m. Allocated by the first backward pass.</summary>
    public Matrix<T> Delta => _delta ??= new(units, examples);

    /// <summary>Makes the next backward pass allocate a new δ, so that it does not overwrite one that a caller
    /// holds.</summary>
    public void RenewDelta() => _delta = null;

    /// <summary>Whether a backward pass has followed the last forward pass.</summary>
    public bool HasDelta { get; set; }
}

/// <summary>One forward and one backward pass of a network over m examples. Training and the public methods of
/// <see cref="Mlp{T}"/> both use it.</summary>
/// <remarks>
/// The work is divided into chunks, which threads process in parallel:
/// <code>
/// Forward      chunk of examples    Z = W X + b u, A = g(Z)            from the first layer to the last
/// Backward     chunk of examples    δ = ∂L/∂A ⊙ g′(Z), ∂L/∂X = Wᵀ δ    from the last layer to the first
/// Gradients    chunk of inputs      ∂L/∂W = δ Xᵀ, ∂L/∂b = δ uᵀ         of one layer
/// </code>
/// A public method creates a new pass, so that matrices which it returned earlier do not change. Training reuses one
/// pass.
/// </remarks>
internal sealed class Pass<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Mlp<T> _network;
    private readonly List<(int Layer, Chunk Inputs)> _gradientChunks = [];
    private readonly Action<Chunk>? _gather;
    private readonly int _chunks;
    private readonly Action<int> _forward, _backward, _gradients;   // stored, so that a pass allocates nothing
    private Matrix<T>? _inputGradient;
    private Action<int, Chunk>? _update;

    /// <param name="examples">m.</param>
    /// <param name="gather">Copies a chunk of the examples into the input just before their forward pass; null if the
    /// input is complete.</param>
    public Pass(Mlp<T> network, int examples, Action<Chunk>? gather = null)
    {
        (_network, _gather) = (network, gather);
        Examples = examples;
        Layers = new LayerPass<T>[network.Layers.Count];
        for (int l = 0; l < Layers.Length; l++)
            Layers[l] = new(l == 0 ? null : Layers[l - 1].Output, network[l].Units, examples);

        // One chunk for each thread, if there is enough work. More chunks would cost more copies: a product copies its
        // left operand for each chunk.
        _chunks = Chunk.CountFor(examples, 2.0 * network.ParameterCount);
        for (int l = 0; l < Layers.Length; l++)
            for (int part = 0, parts = Math.Min(_chunks, network[l].Inputs); part < parts; part++)
                _gradientChunks.Add((l, Chunk.Of(network[l].Inputs, parts, part)));
        (_forward, _backward, _gradients) = (ForwardChunk, BackwardChunk, GradientsChunk);
    }

    public int Examples { get; }

    public LayerPass<T>[] Layers { get; }

    public Matrix<T> Output => Layers[^1].Output;

    /// <summary>∂L/∂(output of the last layer): where the loss writes its gradient.</summary>
    public Matrix<T> OutputGradient => Layers[^1].Delta;

    /// <summary>The number of chunks into which the work on gradients is divided: one for each range of inputs of a
    /// layer, or a single one if threads would cost more time than they save.</summary>
    private int GradientChunks => _chunks > 1 ? _gradientChunks.Count : 1;

    public void Forward(Matrix<T> X)
    {
        Layers[0].Input = X;
        foreach (LayerPass<T> layer in Layers)
            layer.HasDelta = false;
        ThreadTeam.Run(_forward, _chunks);
    }

    /// <summary>Computes δ of every layer, from <see cref="OutputGradient"/>, and then the gradients of weights and
    /// biases.</summary>
    /// <param name="inputGradient">Receives ∂L/∂X; null if it is not needed.</param>
    /// <param name="update">Updates the weights of a chunk of inputs of a layer as soon as their gradients have been
    /// computed, while these are in the cache.</param>
    public void Backward(Matrix<T>? inputGradient, Action<int, Chunk>? update = null)
    {
        (_inputGradient, _update) = (inputGradient, update);
        AllocateDeltas();
        for (int l = 0; l < Layers.Length; l++)
            (Layers[l].HasDelta, _network[l].GradientNetwork) = (true, _network);
        ThreadTeam.Run(_backward, _chunks);
        ThreadTeam.Run(_gradients, GradientChunks);
    }

    /// <summary>Allocates δ of every layer that has none, before several threads write to it.</summary>
    public void AllocateDeltas()
    {
        foreach (LayerPass<T> layer in Layers)
            _ = layer.Delta;
    }

    private void ForwardChunk(int chunk)
    {
        Chunk examples = Chunk.Of(Examples, _chunks, chunk);
        _gather?.Invoke(examples);
        for (int l = 0; l < Layers.Length; l++)
            _network[l].Forward(Layers[l], examples);
    }

    private void BackwardChunk(int chunk)
    {
        Chunk examples = Chunk.Of(Examples, _chunks, chunk);
        for (int l = Layers.Length - 1; l >= 0; l--)
            _network[l].Backward(Layers[l], l == 0 ? _inputGradient : Layers[l - 1].Delta, examples);
    }

    private void GradientsChunk(int chunk)
    {
        for (int i = chunk; i < _gradientChunks.Count; i += GradientChunks)
        {
            (int l, Chunk inputs) = _gradientChunks[i];
            _network[l].Gradients(Layers[l], inputs);
            _update?.Invoke(l, inputs);
        }
    }
}
