namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<AdamCase> _step = new()
    {
        Cases = () =>
        [
            new([1], [[1], [1], [1], [1], [1]], α: 0.1, β1: 0.9, β2: 0.999, ε: 1e-8),
            new([0.5, -2, 1, 3, 0, -1], [[3, -0.2, 0.5, 1, 2, 0], [-1, 0.4, 2, -3, 1, 0.3], [2, 0.1, -1, 0.5, 0, 4]],
                α: 0.2, β1: 0.5, β2: 0.8, ε: 0.1, Columns: 2),
            new([0, 1, -1], [[0.01, 2, 0], [0.02, -3, -1], [-0.04, 0.5, 4], [0.03, 1, 1]], α: 0.05, β1: 0.7, β2: 0.6,
                ε: 0.02, LastRate: 0.02, Columns: 3),
        ],
        Describe = c =>
            $"with α = {c.α}, β₁ = {c.β1}, β₂ = {c.β2}, ε = {c.ε} "
                + $"(a row for each of {c.Gradients.Length} steps, a column for each parameter)",
        Praise = "These are Adam's steps, with parameters of any shape, other β and ε, and a changing α. They can "
            + "train any network of this course, and your own.",
        Parts = c => c.Adam,
    };

    /// <summary>Notebook 06: a step of Adam.</summary>
    /// <param name="step">From w, g, V, S (of one shape), t, α, β₁, β₂ and ε. It changes w, V and S.</param>
    public static Verdict Step(Action<M, M, M, M, int, double, double, double, double> step) =>
        Pieces.Judge(nameof(Step), () => _step.Judge(c => c.Path(step)));
}

/// <summary>Some steps of Adam with several parameters, whose gradients are given.</summary>
/// <param name="LastRate">α of the last step, as a schedule would change it; null for a constant rate.</param>
/// <param name="Columns">The columns of the matrix of parameters.</param>
internal sealed record AdamCase(
    double[] Start, double[][] Gradients, double α, double β1, double β2, double ε, double? LastRate = null,
    int Columns = 1)
{
    public double RateIn(int t) => t == Gradients.Length ? LastRate ?? α : α;

    /// <summary>The parameters after each step, steps × parameters. The function may change the formulas of each
    /// step.</summary>
    public M Path(Func<AdamStep, AdamStep> change)
    {
        double[] V = new double[Start.Length], S = new double[Start.Length];
        return Path((w, t) =>
        {
            for (int i = 0; i < w.Length; i++)
            {
                AdamStep s = change(new(this, t, i, Gradients[t - 1][i]));
                w[i] += s.Move(ref V[i], ref S[i]);
            }
        });
    }

    /// <summary>The parameters after each step of the student's function. The matrices stay the same objects: a
    /// function that gives its variables other ones has changed nothing.</summary>
    public M Path(Action<M, M, M, M, int, double, double, double, double> step)
    {
        M[] state = [.. Enumerable.Range(0, 3).Select(_ => Shaped(new double[Start.Length]))];
        return Path((w, t) =>
        {
            w.CopyTo(state[0].AsSpan());
            step(state[0], Shaped(Gradients[t - 1]), state[1], state[2], t, RateIn(t), β1, β2, ε);
            state[0].AsSpan().CopyTo(w);
        });

        M Shaped(double[] entries) => Matrix.Over(entries, 0, entries.Length / Columns, Columns);
    }

    /// <summary>The path, with the mistakes in the formulas of every step, and with mistakes in the use of the
    /// arguments.</summary>
    public Part<AdamCase>[] Adam => [new("w", c => c.Path(s => s))
    {
        new AdamStep(this, t: 1, i: 0, g: 0).Wrong.Select((one, k) =>
            new Mistake(one.Hint, () => Path(s => s.Wrong[k].Changed), one.State)),
        { ("w has not moved:", "change its entries, `w[i, j]`. `w = …` only gives your variable another matrix."),
            Path(s => s with { Rate = 0 }), NotYet },
        { ("β₁ and β₂ are swapped:", "β₁ is for V, β₂ for S."), this with { β1 = β2, β2 = β1 } },
        { ("β₁, β₂ and ε are hard-coded as 0.9, 0.999 and 1e−8:", "use the arguments."),
            this with { β1 = 0.9, β2 = 0.999, ε = 1e-8 } },
        { ("ε is hard-coded as 1e−8:", "use the argument."), this with { ε = 1e-8 } },
        { ("Only the first column of w moves:", "the inner loop runs over the columns, `w.Columns`."),
            Path(s => s.i < Start.Length / Columns ? s : s with { Rate = 0 }) },
        { ("Only the first row of w moves:", "the outer loop runs over the rows, `w.Rows`."),
            Path(s => s.i % (Start.Length / Columns) == 0 ? s : s with { Rate = 0 }) },
    }];

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

/// <summary>Step t of parameter i: V ← β₁V + (1 − β₁)g, S ← β₂S + (1 − β₂)g², V̂ = V/(1 − β₁ᵗ), Ŝ = S/(1 − β₂ᵗ), w ← w
/// − αV̂/(√Ŝ + ε). Each number of these formulas can be changed.</summary>
internal sealed record AdamStep(AdamCase Case, int t, int i, double g)
{
    public double Rate { get; init; } = Case.RateIn(t);

    public double KeepV { get; init; } = Case.β1;

    public double GainV { get; init; } = 1 - Case.β1;

    public double KeepS { get; init; } = Case.β2;

    public double GainS { get; init; } = 1 - Case.β2;

    public double Square { get; init; } = g * g;

    public double CorrectionV { get; init; } = 1 - Pow(Case.β1, t);

    public double CorrectionS { get; init; } = 1 - Pow(Case.β2, t);

    public double ε { get; init; } = Case.ε;

    public Func<double, double> Root { get; init; } = Sqrt;

    // Used by mistakes only: divisors of the stored V and S, and an ε inside the root or added to the step.
    public double KeptV { get; init; } = 1;

    public double KeptS { get; init; } = 1;

    public double Inside { get; init; }

    public double Extra { get; init; }

    /// <summary>How far the parameter moves. V and S get their new values.</summary>
    public double Move(ref double V, ref double S)
    {
        V = (KeepV * V + GainV * g) / KeptV;
        S = (KeepS * S + GainS * Square) / KeptS;
        return Extra - Rate * V / CorrectionV / (Root(S / CorrectionS + Inside) + ε);
    }

    /// <summary>With another t in the corrections.</summary>
    public AdamStep At(int t) => this with { CorrectionV = 1 - Pow(KeepV, t), CorrectionS = 1 - Pow(KeepS, t) };

    public AdamStep Stored => this with { KeptV = CorrectionV, KeptS = CorrectionS, CorrectionV = 1, CorrectionS = 1 };

    public Changes<AdamStep> Wrong => new()
    {
        { ("V and S are not corrected.",
            "They begin at 0, so they are too small at first, S more than V: divide by 1 − β₁ᵗ and 1 − β₂ᵗ."),
            this with { CorrectionV = 1, CorrectionS = 1 } },
        { ("The corrected values were stored in V and S, so that they are corrected again in every step.",
            "Keep V and S raw, and correct copies of them."), Stored },
        { ("The power is on the bracket:", "(1 − β)ᵗ. It belongs to β alone: 1 − βᵗ."),
            this with { CorrectionV = Pow(GainV, t), CorrectionS = Pow(GainS, t) } },
        { ("Only V is corrected.", "S begins at 0 as well: divide it by 1 − β₂ᵗ."), this with { CorrectionS = 1 } },
        { ("Only S is corrected.", "V begins at 0 as well: divide it by 1 − β₁ᵗ."), this with { CorrectionV = 1 } },
        { ("w is NaN from the first step on:", "you divide by 0. That happens where the power is t − 1, for 1 − β⁰ = 0 "
            + "(t is 1 in the first step), and where `Math.Pow(β, t)` has its two arguments swapped."), At(t - 1) },
        { ("t does not advance:", "the power is 1 in every step. It is t, the number of the step."), At(1) },
        { ("S is averaged with β₁.", "It has a weight of its own, β₂."), this with { KeepS = KeepV, GainS = GainV } },
        { ("V is averaged with β₂.", "It has a weight of its own, β₁."), this with { KeepV = KeepS, GainV = GainS } },
        { ("ε stands inside the root.", "That is RMSProp's convention in these notes; Adam has √Ŝ + ε."),
            this with { Inside = ε, ε = 0 } },
        { ("ε is added to √S before the correction of S.", "Papers have this form, too, with another ε. Here: √Ŝ + ε."),
            this with { ε = ε / Sqrt(CorrectionS) } },
        { ("ε is missing:", "V̂/(√Ŝ + ε)."), this with { ε = 0 } },
        { ("A bracket is missing:", "`… / Math.Sqrt(…) + ε` adds ε to the step. Put √Ŝ + ε in brackets."),
            this with { ε = 0, Extra = -ε } },
        { ("The root is missing:", "divide by √Ŝ + ε. S has the size of a squared gradient."),
            this with { Root = x => x } },
        { ("The step goes uphill:", "subtract αV̂/(√Ŝ + ε)."), this with { Rate = -Rate } },
        { ("α is missing:", "w ← w − αV̂/(√Ŝ + ε)."), this with { Rate = 1 } },
        { ("The square is missing in S:", "signs must not cancel there, and a negative number has no square root."),
            this with { Square = g } },
        { "(1 − β₁) is missing in V.", this with { GainV = 1 } },
        { "(1 − β₂) is missing in S.", this with { GainS = 1 } },
        { ("V and S forget all earlier steps:",
            "the new value must be stored in V[i, j] and S[i, j], and must contain β times the old one."),
            this with { KeepV = 0, KeepS = 0 } },
        { ("In V, β₁ and 1 − β₁ are swapped, in S likewise:", "β says how much of the *old* average stays."),
            this with { KeepV = GainV, GainV = KeepV, KeepS = GainS, GainS = KeepS } },
    };
}
