using System.Numerics;
using System.Runtime.CompilerServices;

namespace NeuralNotebooks;

/// <summary>The matrices that one forward and one backward pass over m examples fill: for each layer Z, A and δ, all units × m.</summary>
/// <remarks>Public passes take a new one each, so that no matrix changes under the caller; training uses one again and again.</remarks>
internal sealed class Pass<T> : IChunkedWork
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Mlp<T> _network;
    private Matrix<T>? _input;
    private int _chunks;

    public Pass(Mlp<T> network, int examples)
    {
        _network = network;
        Examples = examples;
        Preactivations = OnePerLayer();
        Outputs = OnePerLayer();
        Deltas = OnePerLayer();

        Matrix<T>[] OnePerLayer() => [.. network.Layers.Select(layer => Matrix.Zeros<T>(layer.Units, examples))];
    }

    /// <summary>m.</summary>
    public int Examples { get; }

    /// <summary>Z of each layer.</summary>
    public Matrix<T>[] Preactivations { get; }

    /// <summary>A of each layer.</summary>
    public Matrix<T>[] Outputs { get; }

    /// <summary>∂L/∂A of each layer on the way back, then δ.</summary>
    public Matrix<T>[] Deltas { get; }

    /// <summary>A of the last layer.</summary>
    public Matrix<T> Output => Outputs[^1];

    /// <summary>∂L/∂(output of the last layer): where the loss writes its gradient.</summary>
    public Matrix<T> OutputGradient => Deltas[^1];

    /// <summary>Computes Z and A of every layer for all examples, on several threads where that pays.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Forward(Matrix<T> X)
    {
        _input = X;
        _chunks = Chunk.Number(Examples, 2.0 * _network.ParameterCount);
        ThreadTeam.Run(this, _chunks);
    }

    void IChunkedWork.Do(int chunk) => Forward(_input!, Chunk.Of(Examples, _chunks, chunk));

    /// <summary>Computes Z and A of every layer for some of the examples.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Forward(Matrix<T> X, Chunk examples)
    {
        for (int l = 0; l < Outputs.Length; l++)
            _network[l].Forward(l == 0 ? X : Outputs[l - 1], Preactivations[l], Outputs[l], examples);
    }

    /// <summary>Computes δ of every layer for some of the examples from <see cref="OutputGradient"/>, which becomes δ of the last layer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Backward(Matrix<T>? dX, Chunk examples)
    {
        for (int l = Outputs.Length - 1; l >= 0; l--)
            _network[l].Backward(Outputs[l], Deltas[l], l == 0 ? dX : Deltas[l - 1], examples);
    }
}
