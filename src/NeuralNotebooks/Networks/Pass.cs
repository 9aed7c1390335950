namespace NeuralNotebooks;

/// <summary>What a forward and a backward pass over m examples compute in one layer.</summary>
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
    private readonly Action<Chunk>? _gather;
    private readonly int _chunks;
    private readonly Action<int> _forward, _backward, _gradients;   // kept, so that a pass allocates nothing
    private Matrix<T>? _inputGradient;
    private Action<int, Chunk>? _update;

    /// <param name="network">The network.</param>
    /// <param name="examples">m.</param>
    /// <param name="gather">What brings some of the examples into the input before their forward pass, if they are not
    /// there yet.</param>
    public Pass(Mlp<T> network, int examples, Action<Chunk>? gather = null)
    {
        (_network, _gather) = (network, gather);
        Examples = examples;
        Layers = new LayerPass<T>[network.Layers.Count];
        for (int l = 0; l < Layers.Length; l++)
            Layers[l] = new(l == 0 ? null : Layers[l - 1].Output, network[l].Units, examples);

        // One chunk for each thread where there is enough to do, and no more: a product copies its left operand once
        // for each chunk.
        _chunks = Chunk.CountFor(examples, 2.0 * network.ParameterCount);
        for (int l = 0; l < Layers.Length; l++)
            for (int part = 0, parts = Math.Min(_chunks, network[l].Inputs); part < parts; part++)
                _gradientChunks.Add((l, Chunk.Of(network[l].Inputs, parts, part)));
        (_forward, _backward, _gradients) = (ForwardChunk, BackwardChunk, GradientsChunk);
    }

    /// <summary>m.</summary>
    public int Examples { get; }

    /// <summary>What is computed in each layer.</summary>
    public LayerPass<T>[] Layers { get; }

    /// <summary>A of the last layer.</summary>
    public Matrix<T> Output => Layers[^1].Output;

    /// <summary>∂L/∂(output of the last layer): where the loss writes its gradient.</summary>
    public Matrix<T> OutputGradient => Layers[^1].Delta;

    /// <summary>Into how many chunks the gradients are divided: one for some inputs of a layer, or a single one where
    /// threads would cost more than they save.</summary>
    private int GradientChunks => _chunks > 1 ? _gradientChunks.Count : 1;

    /// <summary>Z and A of every layer.</summary>
    public void Forward(Matrix<T> X)
    {
        Layers[0].Input = X;
        foreach (LayerPass<T> layer in Layers)
            layer.HasDelta = false;
        ThreadTeam.Run(_forward, _chunks);
    }

    /// <summary>δ of every layer, from <see cref="OutputGradient"/>, and then the gradients of weights and
    /// biases.</summary>
    /// <param name="inputGradient">Where ∂L/∂X goes, if it is wanted.</param>
    /// <param name="update">Updates the weights of some inputs of a layer as soon as their gradients are known, still
    /// in the cache.</param>
    public void Backward(Matrix<T>? inputGradient, Action<int, Chunk>? update = null)
    {
        (_inputGradient, _update) = (inputGradient, update);
        AllocateDeltas();
        foreach (LayerPass<T> layer in Layers)
            layer.HasDelta = true;
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
