namespace NeuralNotebooks;

/// <summary>A fully connected layer: Z = W X + b, A = g(Z). Columns are examples.</summary>
/// <remarks>
/// With n inputs, k units and a batch of m examples:
/// <code>
/// forward    Z = W X + b u        k × m        A = g(Z)       k × m
/// backward   δ = ∂L/∂A ⊙ g′(Z)    k × m        ∂L/∂W = δ Xᵀ   k × n
///            ∂L/∂b = δ uᵀ         k × 1        ∂L/∂X = Wᵀ δ   n × m
/// </code>
/// where u is a row of m ones. The gradients are sums over the batch; the factor 1/m of the mean is already in ∂L/∂A,
/// since losses divide by m.
/// </remarks>
public sealed class Dense<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Creates a layer from given weights (units × inputs) and biases (units × 1); both are copied.</summary>
    /// <exception cref="ArgumentException">There are no units or no inputs, or the biases are not units ×
    /// 1.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The activation is not defined.</exception>
    public Dense(Matrix<T> weights, Matrix<T> biases, Activation activation)
    {
        ThrowIfNull(weights);
        ThrowIfNull(biases);
        if (weights.Rows == 0 || weights.Columns == 0)
            throw new ArgumentException(
                $"W is {Shape.Of(weights)}: a layer needs at least one unit (row) and one input (column).",
                nameof(weights));
        if (biases.Rows != weights.Rows || biases.Columns != 1)
            throw new ShapeException(
                ShapeRule.Elementwise,
                (weights.Rows, 1), // W·x for one example
                (biases.Rows, biases.Columns),
                $"W is {Shape.Of(weights)} and b is {Shape.Of(biases)}: b must be {weights.Rows}×1, one bias "
                    + $"for each unit.",
                nameof(biases));
        ActivationFunctions.CheckKnown(activation);
        Weights = weights.Copy();
        Biases = biases.Copy();
        Activation = activation;
        WeightGradient = new(weights.Rows, weights.Columns);
        BiasGradient = new(biases.Rows, 1);
    }

    /// <summary>n: the number of inputs of each unit.</summary>
    public int Inputs => Weights.Columns;

    /// <summary>k: the number of units.</summary>
    public int Units => Weights.Rows;

    /// <summary>g: the activation function.</summary>
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
    public Matrix<T> Input => LastPass?.Input ?? throw NotYet("forward");

    /// <summary>Z of the last forward pass: units × examples.</summary>
    /// <exception cref="InvalidOperationException">There has been no forward pass.</exception>
    public Matrix<T> Preactivation => LastPass?.Preactivation ?? throw NotYet("forward");

    /// <summary>A = g(Z) of the last forward pass: units × examples.</summary>
    /// <exception cref="InvalidOperationException">There has been no forward pass.</exception>
    public Matrix<T> Output => LastPass?.Output ?? throw NotYet("forward");

    /// <summary>δ = ∂L/∂Z of the last backward pass: units × examples.</summary>
    /// <exception cref="InvalidOperationException">There has been no backward pass since the last forward
    /// pass.</exception>
    public Matrix<T> Delta => LastPass is { HasDelta: true } pass ? pass.Delta : throw NotYet("backward");

    internal LayerPass<T>? LastPass { get; set; }

    /// <summary>The network whose backward pass computed the gradients; null before the first one.</summary>
    internal Mlp<T>? GradientNetwork { get; set; }

    /// <summary>Computes Z = W X + b u and A = g(Z) for a chunk of the examples.</summary>
    internal void Forward(LayerPass<T> pass, Chunk examples)
    {
        Strided<T> X = Columns(pass.Input, examples),
            Z = Columns(pass.Preactivation, examples),
            A = Columns(pass.Output, examples);
        Repeat(Biases.AsSpan(), Z.Entries);
        FastestProduct.RunOnThisThread(new Product<T>(Weights.View(), X, Z, accumulate: true));
        Activation.Apply(Z.Entries, A.Entries);
    }

    /// <summary>Replaces ∂L/∂A in <see cref="LayerPass{T}.Delta"/> with δ = ∂L/∂A ⊙ g′(Z), and computes ∂L/∂X = Wᵀ δ
    /// unless <paramref name="inputGradient"/> is null, for a chunk of the examples.</summary>
    internal void Backward(LayerPass<T> pass, Matrix<T>? inputGradient, Chunk examples)
    {
        Strided<T> δ = Columns(pass.Delta, examples);
        Activation.MultiplyByDerivative(Columns(pass.Output, examples).Entries, δ.Entries);
        if (inputGradient is not null)
            FastestProduct.RunOnThisThread(
                new Product<T>(Weights.View(transposed: true), δ, Columns(inputGradient, examples), accumulate: false));
    }

    /// <summary>Computes ∂L/∂W = δ Xᵀ for a chunk of the inputs, which are adjacent columns of W. The chunk with the
    /// first input also computes ∂L/∂b = δ uᵀ.</summary>
    internal void Gradients(LayerPass<T> pass, Chunk inputs)
    {
        Strided<T> X = pass.Input.View().Block(inputs.Start, 0, inputs.Count, pass.Input.Columns);
        FastestProduct.RunOnThisThread(
            new Product<T>(pass.Delta.View(), X.Transposed, Columns(WeightGradient, inputs), accumulate: false));
        if (inputs.Start == 0)
            LongSum.OfRows<T>(pass.Delta.AsSpan(), BiasGradient.AsSpan());
    }

    /// <summary>Allocates new gradient matrices, so that the next pass does not overwrite matrices that callers
    /// hold.</summary>
    internal void RenewGradients()
    {
        WeightGradient = new(Units, Inputs);
        BiasGradient = new(Units, 1);
    }

    /// <summary>b u: writes b to every column. Each copy doubles the filled part, so only about log₂ of the number of
    /// columns are needed.</summary>
    private static void Repeat(ReadOnlySpan<T> b, Span<T> columns)
    {
        b.CopyTo(columns);
        for (int filled = b.Length; filled < columns.Length; filled *= 2)
            columns[..Math.Min(filled, columns.Length - filled)].CopyTo(columns[filled..]);
    }

    private static Strided<T> Columns(Matrix<T> matrix, Chunk part) =>
        new(matrix.AsSpan().Slice(part.Start * matrix.Rows, part.Count * matrix.Rows), matrix.Rows, part.Count);

    internal static InvalidOperationException NotYet(string pass) =>
        new(
            $"No {pass} pass has run yet: call "
                + $"network.{(pass == "forward" ? "Forward(X)" : "Backward(lossGradient)")} first.");
}
