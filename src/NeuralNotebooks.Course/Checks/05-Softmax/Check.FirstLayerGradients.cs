namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<DeepNetwork> _firstLayer = new()
    {
        Cases = () =>
        [
            OfIris(b1: [-2.5, -1.65], 0, 50, 100, 70, 106, 119),
            OfOtherSizes(features: 5, hidden: 3, classes: 4, examples: 7),
            // hᵃ is exactly 0 for one flower in each unit.
            OfIris(b1: [-4.7, -1.5], 50, 100, 70, 106, 119),
        ],
        Describe = n => $"for {TextOf.Count(n.Examples, "example")} with {n.X.Rows} features, {n.W[1].Rows} hidden "
            + $"units and {n.W[2].Rows} classes"
            + (Matrices.Entries(n.Forward().Z[1]).Contains(0) ? ", where some hᵃ is 0" : ""),
        Floor = EntryDifference.SinglePrecision,
        Praise = "Lines 4 to 7, for columns. The shape of each result left only one product that fits.",
        Parts = n =>
        [
            new("∂L/∂W¹", n => n.Backward().DW[1]) { WrongFirstWeights(n) },
            new("∂L/∂b¹", n => n.Backward().DB[1]) { WrongFirstBias(n) },
        ],
    };

    /// <summary>Notebook 05: from ∂L/∂oᵃ back to the first layer, examples in columns.</summary>
    /// <param name="firstLayer">The student's function of ∂L/∂oᵃ (classes × m), W² (classes × n), hᵃ (n × m) and X
    /// (features × m): ∂L/∂W¹ and ∂L/∂b¹.</param>
    public static Verdict FirstLayerGradients(Func<M, M, M, M, (M W1, M B1)> firstLayer) =>
        _firstLayer.Judge(n => firstLayer(n.Delta, n.W[2], n.Forward().Z[1], n.X));

    /// <summary>The network of the Iris slides, made by hand, and some flowers of the notebook: one of each species,
    /// then three from the border.</summary>
    private static DeepNetwork OfIris(double[] b1, params int[] flowers)
    {
        Dataset<double> iris = Iris.Load().Select(flowers);
        return WithSoftmax(iris.Features, iris.Targets,
            Matrix.Of(new double[,] { { 0, 0, 1, 0 }, { 0, 0, 0, 1 } }), Matrix.Column(b1),
            Matrix.Of(new double[,] { { -2, 0 }, { 1, 0 }, { 1, 8 } }), Matrix.Column(1, 0, -1));
    }

    /// <summary>A network of other sizes with arbitrary numbers, for which a formula that is right only for one shape,
    /// or by coincidence, fails.</summary>
    private static DeepNetwork OfOtherSizes(int features, int hidden, int classes, int examples) => WithSoftmax(
        Matrix.Uniform<double>(features, examples, seed: 1),
        OneHot.Encode<double>(LabelledScores.EverySecondClass(classes, examples), classes),
        Matrix.Uniform<double>(hidden, features, seed: 2), Matrix.Uniform<double>(hidden, 1, seed: 3),
        Matrix.Uniform<double>(classes, hidden, seed: 4), Matrix.Uniform<double>(classes, 1, seed: 5));

    /// <summary>Two layers with ∂L/∂oᵃ = (oˢ − onehot)/m.</summary>
    private static DeepNetwork WithSoftmax(M X, M Y, M W1, M b1, M W2, M b2)
    {
        DeepNetwork network = new([X, W1, W2], [X, b1, b2], X, Delta: Y);
        return network with { Delta = (Softmax.Of(network.Forward().A[2]) - Y) / X.Columns };
    }

    private static Changes<DeepNetwork> WrongFirstWeights(DeepNetwork n) => new()
    {
        { ("ReLU's slope is missing.",
            "Where hᵃ is negative the unit was off, and no gradient passes: multiply by 1 where `Ha` > 0, else by 0."),
            n.WithoutSlope },
        { ("You multiplied by hᵃ itself.", "The slope of ReLU is 1 where hᵃ > 0 and 0 elsewhere."),
            n with { Slope = (l, Z, _) => Z[l] } },
        { ("You multiplied by relu(hᵃ).", "The slope of ReLU is 1 where hᵃ > 0 and 0 elsewhere."),
            n with { Slope = (l, _, A) => A[l] } },
        { ("ReLU's slope is the wrong way round:", "1 where hᵃ > 0, else 0."),
            n with { Slope = (l, Z, _) => 1 - DeepNetwork.On(Z[l]) } },
        { ("At hᵃ = 0 your slope of ReLU is 1:",
            "the condition is `>=`. In this course, as in most libraries, it is 0 there: write `>`."),
            n with { Slope = (l, Z, _) => Z[l].Map(z => z >= 0 ? 1.0 : 0.0) } },
        { ("You applied ReLU to the gradient.",
            "What counts is the sign of hᵃ in the forward pass, not that of the gradient."),
            n.WithoutSlope with { Back = (l, δ) => Matrix.Relu(n.Back(l, δ)) } },
        { ("You divided by m.", "The division is in `dOa` already: once is enough."),
            n with { Delta = n.Delta / n.Examples } },
    };

    private static Changes<DeepNetwork> WrongFirstBias(DeepNetwork n) => new()
    {
        { ("This is ∂L/∂hᵃ, one column for each example.", "All examples share the bias: sum over the columns."),
            n with { Bias = (_, δ) => δ } },
        { ("ReLU's slope is missing here:", "sum ∂L/∂hᵃ, not ∂L/∂hˢ."), n.WithoutSlope },
        { ("You took the mean over the examples.", "The division by m is in `dOa` already: sum."),
            n with { Bias = (_, δ) => δ.RowMeans() } },
        { ("You summed over the units.", "Each unit has a bias of its own: sum over the examples, δuᵀ."),
            n with { Bias = (_, δ) => δ.ColumnSums() } },
        { ("You summed over the units.", "Each unit has a bias of its own: sum over the examples, δuᵀ."),
            n with { Bias = (_, δ) => δ.ColumnSums().T } },
        { ("This is the first example alone.", "All examples share the bias: sum over the columns."),
            n with { Bias = (_, δ) => δ.Column(0) } },
    };
}
