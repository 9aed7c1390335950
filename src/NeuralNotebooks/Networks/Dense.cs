using System.Numerics;
using System.Runtime.CompilerServices;

namespace NeuralNotebooks;

/// <summary>A fully connected layer: Z = W X + b, A = g(Z). Columns are examples.</summary>
/// <remarks>
/// With n inputs, k units and a batch of m examples:
/// <code>
/// forward    Z = W X + b u        k × m        A = g(Z)       k × m
/// backward   δ = ∂L/∂A ⊙ g′(Z)    k × m        ∂L/∂W = δ Xᵀ   k × n
///            ∂L/∂b = δ uᵀ         k × 1        ∂L/∂X = Wᵀ δ   n × m
/// </code>
/// where u is a row of m ones. The mean over the batch is in ∂L/∂A already: losses divide by m.
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

    /// <summary>Z = W X + b u and A = g(Z), for some of the examples: they do not depend on each other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Forward(Matrix<T> X, Matrix<T> Z, Matrix<T> A, Chunk examples)
    {
        Strided<T> z = Columns(Z, examples), a = Columns(A, examples);
        Repeat(Biases.AsSpan(), z.Entries);
        Gemm.OnThisThread(new GemmOperands<T>(Strided<T>.Of(Weights), Columns(X, examples), z, accumulate: true));
        Activation.Apply(z.Entries, a.Entries);
    }

    /// <summary>
    /// Turns ∂L/∂A, which it finds in <paramref name="δ"/>, into ∂L/∂Z = ∂L/∂A ⊙ g′(Z) in place, for some of the examples;
    /// ∂L/∂X = Wᵀ δ goes to <paramref name="dX"/> if that is given.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Backward(Matrix<T> A, Matrix<T> δ, Matrix<T>? dX, Chunk examples)
    {
        Strided<T> delta = Columns(δ, examples);
        Activation.MultiplyByDerivative(Columns(A, examples).Entries, delta.Entries);
        if (dX is not null)
            Gemm.OnThisThread(new GemmOperands<T>(Strided<T>.Of(Weights, transposed: true), delta, Columns(dX, examples), accumulate: false));
    }

    /// <summary>∂L/∂W = δ Xᵀ for some of the inputs, which are columns of W; with the first of them also ∂L/∂b = δ uᵀ.</summary>
    /// <remarks>Every weight's gradient is one sum over the examples, in their order, whatever the inputs are taken together with.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void ComputeGradients(Matrix<T> X, Matrix<T> δ, Chunk inputs)
    {
        Strided<T> x = Strided<T>.Of(X).Block(inputs.Start, 0, inputs.Count, X.Columns);
        Gemm.OnThisThread(new GemmOperands<T>(Strided<T>.Of(δ), x.Transposed, Columns(WeightGradient, inputs), accumulate: false));
        if (inputs.Start == 0)
            δ.RowSums(BiasGradient.AsSpan());
    }

    /// <summary>The way back for all examples of the last forward pass: <paramref name="δ"/> is ∂L/∂A before and ∂L/∂Z after it.</summary>
    internal void Backward(Matrix<T> δ, Matrix<T>? dX)
    {
        Activation.MultiplyByDerivative(Output.AsSpan(), δ.AsSpan());
        Gemm.Multiply(δ, Input, WeightGradient, transposeB: true);
        δ.RowSums(BiasGradient.AsSpan());
        if (dX is not null)
            Gemm.Multiply(Weights, δ, dX, transposeA: true);
        Remember(δ);
    }

    /// <summary>Remembers the matrices of a forward pass.</summary>
    internal void Remember(Matrix<T> X, Matrix<T> Z, Matrix<T> A) => (_input, _preactivation, _output, _delta) = (X, Z, A, null);

    /// <summary>Remembers δ of a backward pass.</summary>
    internal void Remember(Matrix<T> δ) => _delta = δ;

    /// <summary>Leaves the gradients of the last pass to whoever holds them, and takes fresh matrices for the next.</summary>
    internal void RenewGradients()
    {
        WeightGradient = Matrix.Zeros<T>(Units, Inputs);
        BiasGradient = Matrix.Zeros<T>(Units, 1);
    }

    /// <summary>b u: the column b again and again. Each copy doubles what is there, so that few are needed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Repeat(ReadOnlySpan<T> b, Span<T> columns)
    {
        b.CopyTo(columns);
        for (int filled = b.Length; filled < columns.Length; filled *= 2)
            columns[..Math.Min(filled, columns.Length - filled)].CopyTo(columns[filled..]);
    }

    private static Strided<T> Columns(Matrix<T> matrix, Chunk columns) =>
        new(matrix.AsSpan().Slice(columns.Start * matrix.Rows, columns.Count * matrix.Rows), matrix.Rows, columns.Count, 1, matrix.Rows);

    private static InvalidOperationException NotYet(string pass) =>
        new($"This layer has not seen a {pass} pass yet: call network.{(pass == "forward" ? "Forward(X)" : "Backward(lossGradient)")} first.");
}
