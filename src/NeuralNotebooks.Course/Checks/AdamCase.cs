namespace NeuralNotebooks.Course;

/// <summary>Some steps of Adam with several parameters, whose gradients are given.</summary>
/// <param name="Start">w before the first step.</param>
/// <param name="Gradients">g of all parameters, for each step.</param>
/// <param name="α">The rate.</param>
/// <param name="β1">How much of the old V stays.</param>
/// <param name="β2">How much of the old S stays.</param>
/// <param name="ε">What keeps the denominator above 0.</param>
/// <param name="LastRate">α of the last step, as a schedule would change it; null for a constant rate.</param>
internal sealed record AdamCase(
    double[] Start, double[][] Gradients, double α, double β1, double β2, double ε, double? LastRate = null)
{
    /// <summary>α in step t.</summary>
    public double RateIn(int t) => t == Gradients.Length ? LastRate ?? α : α;

    /// <summary>The parameters after each step, steps × parameters, with something changed in every step.</summary>
    public M Path(Func<AdamStep, AdamStep> change)
    {
        double[] V = new double[Start.Length], S = new double[Start.Length];
        return Path((w, t) =>
        {
            for (int i = 0; i < w.Length; i++)
            {
                AdamStep s = change(new(this, t, i, Gradients[t - 1][i]));
                ref double v = ref V[s.Place], square = ref S[s.Place];
                v = (s.KeepV * v + s.GainV * s.g) / s.KeptV;
                square = (s.KeepS * square + s.GainS * s.Square) / s.KeptS;
                double denominator = s.Root(square / s.CorrectionS + s.Inside) + s.ε;
                w[i] = w[i] - s.Rate * v / s.CorrectionV / denominator + s.Extra;
            }
        });
    }

    /// <summary>The same, computed by an optimizer.</summary>
    public M Path(Optimizer<double> optimizer) => Path((w, t) =>
    {
        optimizer.LearningRate = RateIn(t);
        optimizer.Step(w, Gradients[t - 1]);
    });

    private M Path(Action<double[], int> step)
    {
        double[] w = [.. Start];
        var path = new double[Gradients.Length][];
        for (int t = 1; t <= path.Length; t++)
        {
            step(w, t);
            path[t - 1] = [.. w];
        }

        return Matrices.OfRows(path);
    }
}

/// <summary>
/// Step t of parameter i: V ← β₁V + (1 − β₁)g, S ← β₂S + (1 − β₂)g², V̂ = V/(1 − β₁ᵗ), Ŝ = S/(1 − β₂ᵗ), w ← w − αV̂/(√Ŝ
/// + ε).
/// Each number of these formulas can be changed.
/// </summary>
internal sealed record AdamStep(AdamCase Case, int t, int i, double g)
{
    public double Rate { get; init; } = Case.RateIn(t);

    public double KeepV { get; init; } = Case.β1;

    public double GainV { get; init; } = 1 - Case.β1;

    public double KeepS { get; init; } = Case.β2;

    public double GainS { get; init; } = 1 - Case.β2;

    public double Square { get; init; } = g * g;

    public double CorrectionV { get; init; } = 1 - Math.Pow(Case.β1, t);

    public double CorrectionS { get; init; } = 1 - Math.Pow(Case.β2, t);

    public double ε { get; init; } = Case.ε;

    public Func<double, double> Root { get; init; } = Math.Sqrt;

    // Where mistakes put something that the formulas do not have: a divisor of what is stored, an ε elsewhere.
    public double KeptV { get; init; } = 1;

    public double KeptS { get; init; } = 1;

    public double Inside { get; init; }

    public double Extra { get; init; }

    /// <summary>The index of V and S that the parameter uses.</summary>
    public int Place { get; init; } = i;

    /// <summary>With another t in the corrections.</summary>
    public AdamStep At(int t) =>
        this with { CorrectionV = 1 - Math.Pow(KeepV, t), CorrectionS = 1 - Math.Pow(KeepS, t) };

    /// <summary>Corrected by (1 − β)ᵗ.</summary>
    public AdamStep PowerOfBracket => this with { CorrectionV = Math.Pow(GainV, t), CorrectionS = Math.Pow(GainS, t) };

    /// <summary>With the corrected values stored.</summary>
    public AdamStep Stored => this with { KeptV = CorrectionV, KeptS = CorrectionS, CorrectionV = 1, CorrectionS = 1 };
}
