namespace NeuralNotebooks.Course;

/// <summary>Logits s with their labels y, as the checks of notebook 02 use them: both 1 × m.</summary>
internal sealed record LabelledLogits(M S, M Y, string Situation)
{
    public int Examples => S.Columns;

    public double MeanLoss => Each(l => l.Loss).Mean();

    /// <summary>∂L/∂s = (p − y)/m.</summary>
    public M Slopes => Each(l => l.p - l.y) / Examples;

    /// <summary>A function of each logit and its label: 1 × m.</summary>
    public M Each(Func<Logit, double> f) =>
        Matrix.Row([.. Enumerable.Range(0, Examples).Select(i => f(new(S[0, i], Y[0, i])))]);
}

/// <summary>A logit with its label, and its loss max(s, 0) − ys + ln(1 + e^−|s|).</summary>
internal sealed record Logit(double s, double y)
{
    private static readonly double[] _epsilons = [1e-15, 1e-16, 1e-12, 1e-10, 1e-9, 1e-8, 1e-7];

    public double Max { get; init; } = Math.Max(s, 0);

    public double Exponent { get; init; } = -Math.Abs(s);

    public double Loss => Max - y * s + double.LogP1(Math.Exp(Exponent));

    public double p => 1 / (1 + Math.Exp(-s));

    /// <summary>−(y ln ŷ + (1 − y) ln(1 − ŷ)), as it stands.</summary>
    public double Naive => CrossEntropy(p, 1 - p);

    /// <summary>−(y/ŷ − (1 − y)/(1 − ŷ)) ŷ(1 − ŷ), as it stands.</summary>
    public double ByChainRule => -(y / p - (1 - y) / (1 - p)) * (p * (1 - p));

    /// <summary>
    /// The naive form with ŷ kept between ε and 1 − ε, or ε added in both logarithms, for the usual ε of programs.
    /// </summary>
    public static IEnumerable<Func<Logit, double>> KeptAway =>
        _epsilons.SelectMany<double, Func<Logit, double>>(ε =>
        [
            l => l.CrossEntropy(Math.Clamp(l.p, ε, 1 - ε), 1 - Math.Clamp(l.p, ε, 1 - ε)),
            l => l.CrossEntropy(l.p + ε, 1 - l.p + ε),
        ]);

    private double CrossEntropy(double yes, double no) => -(y * Math.Log(yes) + (1 - y) * Math.Log(no));
}
