using System.Numerics;

namespace NeuralNotebooks;

/// <summary>The matrices that one forward and one backward pass over m examples fill: for each layer Z, A and δ, all units × m.</summary>
/// <remarks>Public passes take a new one each, so that no matrix changes under the caller; training uses one again and again.</remarks>
internal sealed class Pass<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public Pass(Mlp<T> network, int examples)
    {
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
}
