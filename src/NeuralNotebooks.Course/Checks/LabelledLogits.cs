namespace NeuralNotebooks.Course;

/// <summary>Logits s with their labels y, as the checks of notebook 02 use them: L = 1/m Σ (max(s, 0) − ys + ln(1 + e^−|s|)), both 1 × m.</summary>
internal sealed record LabelledLogits(Matrix<double> S, Matrix<double> Y, string Situation)
{
    public int Examples => S.Columns;

    /// <summary>p = σ(s), stable for logits of any size.</summary>
    public Matrix<double> P => S.Map(Sigmoid);

    /// <summary>∂L/∂s = (p − y)/m.</summary>
    public Matrix<double> Delta => (P - Y) / Examples;

    public double Loss => Mean(Stable);

    /// <summary>The mean of a loss of one logit and its label.</summary>
    public double Mean(Func<double, double, double> loss) => Each(loss).Mean();

    /// <summary>A function of each logit and its label: 1 × m.</summary>
    public Matrix<double> Each(Func<double, double, double> f) =>
        Matrix.Row([.. Enumerable.Range(0, Examples).Select(i => f(S[0, i], Y[0, i]))]);

    /// <summary>max(s, 0) − ys + ln(1 + e^−|s|).</summary>
    public static double Stable(double s, double y) => Math.Max(s, 0) - y * s + double.LogP1(Math.Exp(-Math.Abs(s)));

    /// <summary>−(y ln ŷ + (1 − y) ln(1 − ŷ)), as it stands.</summary>
    public static double Naive(double s, double y) => CrossEntropy(Sigmoid(s), 1 - Sigmoid(s), y);

    /// <summary>−(y/ŷ − (1 − y)/(1 − ŷ)) ŷ(1 − ŷ), as it stands.</summary>
    public static double ChainRule(double s, double y) => -(y / Sigmoid(s) - (1 - y) / (1 - Sigmoid(s))) * (Sigmoid(s) * (1 - Sigmoid(s)));

    /// <summary>The usual values of ε that programs add to ŷ.</summary>
    public static IReadOnlyList<double> Epsilons { get; } = [1e-15, 1e-16, 1e-12, 1e-10, 1e-9, 1e-8, 1e-7];

    /// <summary>The naive form with ŷ kept between ε and 1 − ε.</summary>
    public static Func<double, double, double> Clipped(double ε) => (s, y) =>
        CrossEntropy(Math.Clamp(Sigmoid(s), ε, 1 - ε), 1 - Math.Clamp(Sigmoid(s), ε, 1 - ε), y);

    /// <summary>The naive form with ε added in both logarithms.</summary>
    public static Func<double, double, double> Lifted(double ε) => (s, y) => CrossEntropy(Sigmoid(s) + ε, 1 - Sigmoid(s) + ε, y);

    public static double Sigmoid(double s) => 1 / (1 + Math.Exp(-s));

    private static double CrossEntropy(double yes, double no, double y) => -(y * Math.Log(yes) + (1 - y) * Math.Log(no));

    /// <summary>
    /// Ordinary logits, then those that break a naive form: ±40, where σ rounds to 1, and ±800, where e^s overflows; each with both labels.
    /// </summary>
    public static IReadOnlyList<LabelledLogits> Cases() =>
    [
        new(Matrix.Row(2, -1, 0.5), Matrix.Row(1, 0, 0), "for the logits 2, −1, 0.5"),
        new(Matrix.Row(-3, 1.5, 0, -0.2, 4), Matrix.Row(1, 1, 0, 0, 0), "for five other logits"),
        new(Matrix.Row(40, -40), Matrix.Row(1, 1), "for the logits 40 and −40"),
        new(Matrix.Row(800, -800, 800, -800), Matrix.Row(1, 0, 0, 1), "for the logits 800 and −800"),
        new(Matrix.Row(-1.25), Matrix.Row(1), "for a batch of one"),
    ];
}
