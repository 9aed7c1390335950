namespace NeuralNotebooks.Course;

/// <summary>A batch and the network of the Iris slides, as the checks of notebook 05 compute it, examples in columns:
/// hᵃ = W¹X + b¹, hˢ = relu(hᵃ), oᵃ = W²hˢ + b², oˢ = softmax(oᵃ), L = −1/m Σ ln oˢ_y, and back.</summary>
internal sealed record SoftmaxBatch(M X, M Y, M W1, M B1, M W2, M B2) : TwoLayerBatch(X, Y, W1, B1, W2, B2)
{
    private static readonly Dataset<double> _iris = Iris.Load();

    public M Ha => W1 * X + B1;

    /// <summary>hˢ.</summary>
    public override M A => Matrix.Relu(Ha);

    /// <summary>1[hᵃ > 0]: hidden units × m.</summary>
    public M On { get => field ?? Ha.Map(z => z > 0 ? 1.0 : 0.0); init; }

    /// <summary>With ∂L/∂oᵃ = (oˢ − onehot)/m: classes × m.</summary>
    public override LinearLayer Output =>
        base.Output with { Delta = (Softmax.Of(base.Output.Prediction) - Y) / Examples };

    protected override M HiddenSlope => On;

    /// <summary>The network of the notebook, made by hand, and some of its flowers: one of each species, then three
    /// from the border.</summary>
    public static SoftmaxBatch OfTheNotebook(int flowers)
    {
        ReadOnlySpan<int> all = [0, 50, 100, 70, 106, 119];
        return OfFlowers([.. all[^flowers..]]);
    }

    /// <summary>The same network and other flowers.</summary>
    public static SoftmaxBatch OfFlowers(params int[] flowers)
    {
        Dataset<double> iris = _iris.Select(flowers);
        return new(
            X: iris.Features,
            Y: iris.Targets,
            W1: Matrix.Of(new double[,] { { 0, 0, 1, 0 }, { 0, 0, 0, 1 } }),
            B1: Matrix.Column(-2.5, -1.65),
            W2: Matrix.Of(new double[,] { { -2, 0 }, { 1, 0 }, { 1, 8 } }),
            B2: Matrix.Column(1, 0, -1));
    }

    /// <summary>The same network and five of its flowers, with biases that make hᵃ exactly 0 for one flower in each
    /// unit.</summary>
    public static SoftmaxBatch AtTheKink() => OfTheNotebook(flowers: 5) with { B1 = Matrix.Column(-4.7, -1.5) };

    /// <summary>A network of other sizes with arbitrary numbers, for which a formula that is right only for one shape,
    /// or by coincidence, fails.</summary>
    public static SoftmaxBatch OfOtherSizes(int features, int hidden, int classes, int examples) => new(
        X: Matrix.Uniform<double>(features, examples, seed: 1),
        Y: OneHot.Encode<double>(LabelledScores.EverySecondClass(classes, examples), classes),
        W1: Matrix.Uniform<double>(hidden, features, seed: 2),
        B1: Matrix.Uniform<double>(hidden, 1, seed: 3),
        W2: Matrix.Uniform<double>(classes, hidden, seed: 4),
        B2: Matrix.Uniform<double>(classes, 1, seed: 5));

    public Part<SoftmaxBatch>[] FirstLayerGradients =>
    [
        new("∂L/∂W¹", b => b.DW1)
        {
            { ("ReLU's slope is missing.",
                "Where hᵃ is negative the unit was off, and no gradient passes: multiply by 1 where `Ha` > 0, else "
                    + "by 0."),
                this with { On = Matrix.Ones<double>(W1.Rows, X.Columns) } },
            { ("You multiplied by hᵃ itself.", "The slope of ReLU is 1 where hᵃ > 0 and 0 elsewhere."),
                this with { On = Ha } },
            { ("You multiplied by relu(hᵃ).", "The slope of ReLU is 1 where hᵃ > 0 and 0 elsewhere."),
                this with { On = A } },
            { ("ReLU's slope is the wrong way round:", "1 where hᵃ > 0, else 0."), this with { On = 1 - On } },
            { ("At hᵃ = 0 your slope of ReLU is 1:",
                "the condition is `>=`. In this course, as in most libraries, it is 0 there: write `>`."),
                this with { On = Ha.Map(z => z >= 0 ? 1.0 : 0.0) } },
            { ("You applied ReLU to the gradient.",
                "What counts is the sign of hᵃ in the forward pass, not that of the gradient."),
                Matrix.Relu(ActivationGradient) * X.T },
            { ("You divided by m.", "The division is in `dOa` already: once is enough."), DW1 / X.Columns },
        },
        new("∂L/∂b¹", b => b.DB1)
        {
            { ("This is ∂L/∂hᵃ, one column for each example.", "All examples share the bias: sum over the columns."),
                Delta1 },
            { ("ReLU's slope is missing here:", "sum ∂L/∂hᵃ, not ∂L/∂hˢ."), ActivationGradient.RowSums() },
            { ("You took the mean over the examples.", "The division by m is in `dOa` already: sum."),
                Delta1.RowMeans() },
            { ("You summed over the units.", "Each unit has a bias of its own: sum over the examples, δuᵀ."),
                Delta1.ColumnSums() },
            { ("You summed over the units.", "Each unit has a bias of its own: sum over the examples, δuᵀ."),
                Delta1.ColumnSums().T },
            { ("This is the first example alone.", "All examples share the bias: sum over the columns."),
                Delta1.Column(0) },
        },
    ];
}
