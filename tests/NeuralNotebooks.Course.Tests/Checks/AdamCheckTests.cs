namespace NeuralNotebooks.Course.Tests;

public class AdamCheckTests
{
    /// <summary>A student's class, whose loop body the test supplies.</summary>
    private sealed class Student(double α, double β1, double β2, double ε, Student.Body body)
        : Optimizer<double>(α, averagesGradients: true, averagesSquares: true)
    {
        public delegate void Body(Student self, ref double w, double g, ref double V, ref double S);

        public double α { get; } = α;

        public double β1 { get; } = β1;

        public double β2 { get; } = β2;

        public double ε { get; } = ε;

        /// <summary>V / (1 − β₁ᵗ) and S / (1 − β₂ᵗ), combined.</summary>
        public double Corrected(double V, double S, double t) =>
            V / (1 - Math.Pow(β1, t)) / (Math.Sqrt(S / (1 - Math.Pow(β2, t))) + ε);

        protected override void Update(Span<double> w, ReadOnlySpan<double> g, Span<double> V, Span<double> S)
        {
            for (int i = 0; i < w.Length; i++)
                body(this, ref w[i], g[i], ref V[i], ref S[i]);
        }
    }

    private delegate double Move(Student o, double V, double S, double g);

    private static Verdict Judge(Student.Body body) => Check.Adam((α, β1, β2, ε) => new Student(α, β1, β2, ε, body));

    /// <summary>The right averages, then a custom move.</summary>
    private static Student.Body Moving(Move move) => (Student o, ref double w, double g, ref double V, ref double S) =>
    {
        V = o.β1 * V + (1 - o.β1) * g;
        S = o.β2 * S + (1 - o.β2) * g * g;
        w -= o.LearningRate * move(o, V, S, g);
    };

    [Fact]
    public void The_formula_is_correct()
    {
        Verdict verdict = Judge(Moving((o, V, S, g) => o.Corrected(V, S, o.StepCount)));

        Assert.True(verdict.IsCorrect, verdict.ToString());
    }

    [Fact]
    public void The_library_and_single_precision_are_correct_too()
    {
        Assert.True(Check.Adam((α, β1, β2, ε) => new Adam<double>(α, β1, β2, ε)).IsCorrect);
        Assert.True(Judge(Moving((o, V, S, g) => (float)o.Corrected((float)V, (float)S, o.StepCount))).IsCorrect);
    }

    [Fact]
    public void A_hand_written_count_is_correct()
    {
        Assert.True(Check.Adam((α, β1, β2, ε) => new Counting(α, β1, β2, ε)).IsCorrect);
    }

    /// <summary>Counts the steps in a field, and moves the correction into the rate.</summary>
    private sealed class Counting(double α, double β1, double β2, double ε) : Optimizer<double>(α, true, true)
    {
        private double _β1t = 1, _β2t = 1;

        protected override void Update(Span<double> w, ReadOnlySpan<double> g, Span<double> V, Span<double> S)
        {
            (_β1t, _β2t) = (_β1t * β1, _β2t * β2);
            double root = Math.Sqrt(1 - _β2t), rate = LearningRate * root / (1 - _β1t);
            for (int i = 0; i < w.Length; i++)
            {
                V[i] += (1 - β1) * (g[i] - V[i]);
                S[i] += (1 - β2) * (g[i] * g[i] - S[i]);
                w[i] -= rate * V[i] / (Math.Sqrt(S[i]) + ε * root);
            }
        }
    }

    /// <summary>Declares in its constructor that it keeps no averages.</summary>
    private sealed class WithoutAverages(double α) : Optimizer<double>(α)
    {
        protected override void Update(Span<double> w, ReadOnlySpan<double> g, Span<double> V, Span<double> S) =>
            V[0] = g[0];
    }

    [Fact]
    public void The_starter_nothing_no_optimizer_an_exception_and_another_signature_get_a_verdict()
    {
        Assert.Contains("w has not moved",
            Judge((Student _, ref double _, double _, ref double _, ref double _) => { }).Message,
            StringComparison.Ordinal);
        Assert.Equal(VerdictState.NotYet, Check.Adam(null).State);
        Assert.Contains("`null`", Check.Adam((_, _, _, _) => null!).Message, StringComparison.Ordinal);
        Assert.Equal(VerdictState.CouldNotBeChecked, Check.Adam((α, _, _, _) => new WithoutAverages(α)).State);
        Assert.Contains("MyAdam", Check.Adam((double α) => new Adam<double>(α)).Message, StringComparison.Ordinal);
        Assert.Contains("w is NaN from the first step on",
            Judge((Student _, ref double w, double _, ref double _, ref double _) => w = double.NaN).LikelyMistake,
            StringComparison.Ordinal);
    }
}
