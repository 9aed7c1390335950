using System.Numerics;
using System.Runtime.CompilerServices;

namespace NeuralNotebooks;

/// <summary>A fully connected layer: Z = W X + b, A = g(Z). Columns are examples.</summary>
/// <remarks>
/// With n inputs, k units and a batch of m examples:
/// <code>
/// forward    Z = W X + b uᵀ       k × m        A = g(Z)       k × m
/// backward   δ = ∂L/∂A ⊙ g′(Z)    k × m        ∂L/∂W = δ Xᵀ   k × n
///            ∂L/∂b = δ u          k × 1        ∂L/∂X = Wᵀ δ   n × m
/// </code>
/// where u is a column of m ones. The mean over the batch is in ∂L/∂A already: losses divide by m.
/// </remarks>
public sealed class Dense<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private Matrix<T>? _input, _preactivation, _output, _delta;

    /// <summary>Makes a layer of given weights (units × inputs) and biases (units × 1); both are copied.</summary>
    /// <exception cref="ArgumentException">There is no unit or no input, or the biases are not one column of units.</exception>
    public Dense(Matrix<T> weights, Matrix<T> biases, Activation activation)
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentNullException.ThrowIfNull(biases);
        if (weights.Rows == 0 || weights.Columns == 0)
            throw new ArgumentException($"W is {Shape.Of(weights)}: a layer needs at least one unit (row) and one input (column).", nameof(weights));
        if (biases.Rows != weights.Rows || biases.Columns != 1)
            throw new ArgumentException($"W is {Shape.Of(weights)} and b is {Shape.Of(biases)}: b must be {weights.Rows}×1, one bias for each unit.", nameof(biases));
        ActivationFunctions.CheckKnown(activation);
        Weights = weights.Copy();
        Biases = biases.Copy();
        Activation = activation;
        WeightGradient = Matrix.Zeros<T>(weights.Rows, weights.Columns);
        BiasGradient = Matrix.Zeros<T>(biases.Rows, 1);
    }

    /// <summary>n: the number of inputs of each unit.</summary>
    public int Inputs => Weights.Columns;

    /// <summary>k: the number of units.</summary>
    public int Units => Weights.Rows;

    /// <summary>g: what is applied to the preactivations.</summary>
    public Activation Activation { get; }

    /// <summary>W: units × inputs.</summary>
    public Matrix<T> Weights { get; }

    /// <summary>b: units × 1.</summary>
    public Matrix<T> Biases { get; }

    /// <summary>∂L/∂W of the last backward pass: units × inputs. Zero before the first one.</summary>
    public Matrix<T> WeightGradient { get; private set; }

    /// <summary>∂L/∂b of the last backward pass: units × 1. Zero before the first one.</summary>
    public Matrix<T> BiasGradient { get; private set; }

    /// <summary>X of the last forward pass: inputs × examples.</summary>
    /// <exception cref="InvalidOperationException">There has been no forward pass.</exception>
    public Matrix<T> Input => _input ?? throw NotYet("forward");

    /// <summary>Z of the last forward pass: units × examples.</summary>
    /// <exception cref="InvalidOperationException">There has been no forward pass.</exception>
    public Matrix<T> Preactivation => _preactivation ?? throw NotYet("forward");

    /// <summary>A = g(Z) of the last forward pass: units × examples.</summary>
    /// <exception cref="InvalidOperationException">There has been no forward pass.</exception>
    public Matrix<T> Output => _output ?? throw NotYet("forward");

    /// <summary>δ = ∂L/∂Z of the last backward pass: units × examples.</summary>
    /// <exception cref="InvalidOperationException">There has been no backward pass since the last forward pass.</exception>
    public Matrix<T> Delta => _delta ?? throw NotYet("backward");

    /// <summary>Computes Z and A into the given matrices, and remembers nothing.</summary>
    internal void Compute(Matrix<T> X, Matrix<T> Z, Matrix<T> A)
    {
        for (int example = 0; example < X.Columns; example++)
            Biases.AsSpan().CopyTo(Z.ColumnSpan(example));
        Gemm.Multiply(Weights, X, Z, accumulate: true);
        Activation.Apply(Z.AsSpan(), A.AsSpan());
    }

    /// <summary>Computes Z and A into the given matrices, and remembers them and X for the way back.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Forward(Matrix<T> X, Matrix<T> Z, Matrix<T> A)
    {
        Compute(X, Z, A);
        (_input, _preactivation, _output, _delta) = (X, Z, A, null);
    }

    /// <summary>
    /// Turns ∂L/∂A, which it finds in <paramref name="δ"/>, into ∂L/∂Z in place, and computes the gradients from it;
    /// ∂L/∂X goes to <paramref name="dX"/> if that is given.
    /// </summary>
    internal void Backward(Matrix<T> δ, Matrix<T>? dX)
    {
        Activation.MultiplyByDerivative(Output.AsSpan(), δ.AsSpan());
        Gemm.Multiply(δ, Input, WeightGradient, transposeB: true);
        δ.RowSums(BiasGradient.AsSpan());
        if (dX is not null)
            Gemm.Multiply(Weights, δ, dX, transposeA: true);
        _delta = δ;
    }

    /// <summary>Leaves the gradients of the last pass to whoever holds them, and takes fresh matrices for the next.</summary>
    internal void RenewGradients()
    {
        WeightGradient = Matrix.Zeros<T>(Units, Inputs);
        BiasGradient = Matrix.Zeros<T>(Units, 1);
    }

    private static InvalidOperationException NotYet(string pass) =>
        new($"This layer has not seen a {pass} pass yet: call network.{(pass == "forward" ? "Forward(X)" : "Backward(lossGradient)")} first.");
}
