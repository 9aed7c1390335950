namespace NeuralNotebooks.Course;

/// <summary>
/// A batch and the network of the Iris slides, as the checks of notebook 05 compute it, examples in columns:
/// hᵃ = W¹X + b¹, hˢ = relu(hᵃ), oᵃ = W²hˢ + b², oˢ = softmax(oᵃ), L = −1/m Σ ln oˢ_y, and back.
/// </summary>
internal sealed partial record SoftmaxBatch(M X, M Y, M W1, M B1, M W2, M B2) : TwoLayerBatch(X, Y, W1, B1, W2, B2)
{
    private static readonly Dataset<double> _iris = Iris.Load();

    public M Ha => W1 * X + B1;

    /// <summary>hˢ.</summary>
    public override M A => Matrix.Relu(Ha);

    /// <summary>1[hᵃ > 0]: hidden units × m.</summary>
    public M On { get => field ?? Ha.Map(z => z > 0 ? 1.0 : 0.0); init; }

    /// <summary>∂L/∂oᵃ = (oˢ − onehot)/m: classes × m.</summary>
    protected override M OutputSlope => (Softmax.Of(Prediction) - Y) / Examples;

    protected override M HiddenSlope => On;

    /// <summary>The sizes, for a sentence.</summary>
    public Sentence Sizes => $"for {Readable.Count(Examples, "example")} with {X.Rows} features, "
        + $"{W1.Rows} hidden units and {W2.Rows} classes";

    /// <summary>
    /// The network of the notebook, made by hand, and some of its flowers: one of each species, then three from the
    /// border.
    /// </summary>
    public static SoftmaxBatch OfTheNotebook(int flowers)
    {
        ReadOnlySpan<int> all = [0, 50, 100, 70, 106, 119];
        Dataset<double> iris = _iris.Select(all[^flowers..]);
        return new(
            X: iris.Features,
            Y: iris.Targets,
            W1: Matrix.Of(new double[,] { { 0, 0, 1, 0 }, { 0, 0, 0, 1 } }),
            B1: Matrix.Column(-2.5, -1.65),
            W2: Matrix.Of(new double[,] { { -2, 0 }, { 1, 0 }, { 1, 8 } }),
            B2: Matrix.Column(1, 0, -1));
    }

    /// <summary>
    /// The same network and five of its flowers, with biases that make hᵃ exactly 0 for one flower in each unit.
    /// </summary>
    public static SoftmaxBatch AtTheKink() => OfTheNotebook(flowers: 5) with { B1 = Matrix.Column(-4.7, -1.5) };

    /// <summary>
    /// A network of other sizes with arbitrary numbers: what is right only for one shape, or by coincidence, fails
    /// here.
    /// </summary>
    public static SoftmaxBatch OfOtherSizes(int features, int hidden, int classes, int examples) => new(
        X: Matrix.Uniform<double>(features, examples, seed: 1),
        Y: OneHot.Encode<double>(LabelledScores.EverySecondClass(classes, examples), classes),
        W1: Matrix.Uniform<double>(hidden, features, seed: 2),
        B1: Matrix.Uniform<double>(hidden, 1, seed: 3),
        W2: Matrix.Uniform<double>(classes, hidden, seed: 4),
        B2: Matrix.Uniform<double>(classes, 1, seed: 5));
}
