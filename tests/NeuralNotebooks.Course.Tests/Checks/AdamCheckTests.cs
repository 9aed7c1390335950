namespace NeuralNotebooks.Course.Tests;

public class AdamCheckTests
{
    /// <summary>A student's class, whose loop body the test supplies.</summary>
    private sealed class Student(double α, double β1, double β2, double ε, Student.Body body) : Optimizer<double>(α, averagesGradients: true, averagesSquares: true)
    {
        public delegate void Body(Student self, ref double w, double g, ref double V, ref double S);

        public double α { get; } = α;

        public double β1 { get; } = β1;

        public double β2 { get; } = β2;

        public double ε { get; } = ε;

        /// <summary>For a student who counts by hand.</summary>
        public int Counter { get; set; }

        /// <summary>V / (1 − β₁ᵗ) and S / (1 − β₂ᵗ), combined.</summary>
        public double Corrected(double V, double S, double t) => V / (1 - Math.Pow(β1, t)) / (Math.Sqrt(S / (1 - Math.Pow(β2, t))) + ε);

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

    /// <summary>Custom averages, then the right move.</summary>
    private static Student.Body Averaging(Func<Student, double, double, double> average, Func<Student, double, double, double> squares) =>
        (Student o, ref double w, double g, ref double V, ref double S) =>
        {
            V = average(o, V, g);
            S = squares(o, S, g);
            w -= o.LearningRate * o.Corrected(V, S, o.StepCount);
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

    private static double V1(Student o, double V, double g) => o.β1 * V + (1 - o.β1) * g;

    private static double S1(Student o, double S, double g) => o.β2 * S + (1 - o.β2) * g * g;

    private static double Of(Student o, double V, double S) => V / (Math.Sqrt(S) + o.ε);

    private static double C1(Student o, int shift = 0) => 1 - Math.Pow(o.β1, o.StepCount + shift);

    private static double C2(Student o, int shift = 0) => 1 - Math.Pow(o.β2, o.StepCount + shift);

    private static readonly Dictionary<string, Student.Body> _wrong = new()
    {
        ["S is averaged with β₁"] = (Student o, ref double w, double g, ref double V, ref double S) =>
        {
            V = o.β1 * V + (1 - o.β1) * g;
            S = o.β1 * S + (1 - o.β1) * g * g;
            w -= o.LearningRate * Of(o, V / (1 - Math.Pow(o.β1, o.StepCount)), S / (1 - Math.Pow(o.β2, o.StepCount)));
        },
        ["V is averaged with β₂"] = (Student o, ref double w, double g, ref double V, ref double S) =>
        {
            V = o.β2 * V + (1 - o.β2) * g;
            S = o.β2 * S + (1 - o.β2) * g * g;
            w -= o.LearningRate * Of(o, V / (1 - Math.Pow(o.β1, o.StepCount)), S / (1 - Math.Pow(o.β2, o.StepCount)));
        },
        ["V and S are not corrected"] = Moving((o, V, S, g) => Of(o, V, S)),
        ["corrected values were stored"] = (Student o, ref double w, double g, ref double V, ref double S) =>
        {
            V = V1(o, V, g) / C1(o);
            S = S1(o, S, g) / C2(o);
            w -= o.LearningRate * Of(o, V, S);
        },
        ["misprint of the notes"] = (Student o, ref double w, double g, ref double V, ref double S) =>
        {
            V = V1(o, V, g) / Math.Pow(1 - o.β1, o.StepCount);
            S = S1(o, S, g) / Math.Pow(1 - o.β2, o.StepCount);
            w -= o.LearningRate * Of(o, V, S);
        },
        ["power is on the bracket"] = Moving((o, V, S, g) => Of(o, V / Math.Pow(1 - o.β1, o.StepCount), S / Math.Pow(1 - o.β2, o.StepCount))),
        ["Only V is corrected"] = Moving((o, V, S, g) => Of(o, V / C1(o), S)),
        ["Only S is corrected"] = Moving((o, V, S, g) => Of(o, V, S / C2(o))),
        ["corrected twice in one step"] = Moving((o, V, S, g) => Of(o, V / C1(o) / C1(o), S / C2(o) / C2(o))),
        ["corrected V was stored"] = (Student o, ref double w, double g, ref double V, ref double S) =>
        {
            V = V1(o, V, g) / C1(o);
            S = S1(o, S, g);
            w -= o.LearningRate * Of(o, V, S / C2(o));
        },
        ["corrected S was stored"] = (Student o, ref double w, double g, ref double V, ref double S) =>
        {
            V = V1(o, V, g);
            S = S1(o, S, g) / C2(o);
            w -= o.LearningRate * Of(o, V / C1(o), S);
        },
        ["power is t − 1"] = Moving((o, V, S, g) => Of(o, V / C1(o, -1), S / C2(o, -1))),
        ["power is t + 1"] = Moving((o, V, S, g) => Of(o, V / C1(o, 1), S / C2(o, 1))),
        ["t does not advance"] = Moving((o, V, S, g) => o.Corrected(V, S, 1)),
        ["multiplies by t"] = Moving((o, V, S, g) => Of(o, V / (1 - o.β1 * o.StepCount), S / (1 - o.β2 * o.StepCount))),
        ["t counts parameters"] = Moving((o, V, S, g) => o.Corrected(V, S, ++o.Counter)),
        ["β₁ and β₂ are swapped"] = (Student o, ref double w, double g, ref double V, ref double S) =>
        {
            V = o.β2 * V + (1 - o.β2) * g;
            S = o.β1 * S + (1 - o.β1) * g * g;
            w -= o.LearningRate * Of(o, V / C2(o), S / C1(o));
        },
        ["corrections are swapped"] = Moving((o, V, S, g) => Of(o, V / C2(o), S / C1(o))),
        ["inside the root"] = Moving((o, V, S, g) => V / C1(o) / Math.Sqrt(S / C2(o) + o.ε)),
        ["ε is missing"] = Moving((o, V, S, g) => V / C1(o) / Math.Sqrt(S / C2(o))),
        ["adds ε to the step"] = (Student o, ref double w, double g, ref double V, ref double S) =>
        {
            V = V1(o, V, g);
            S = S1(o, S, g);
            w -= o.LearningRate * V / C1(o) / Math.Sqrt(S / C2(o)) + o.ε;
        },
        ["adds ε to w"] = (Student o, ref double w, double g, ref double V, ref double S) =>
        {
            V = V1(o, V, g);
            S = S1(o, S, g);
            w = w - o.LearningRate * V / C1(o) / Math.Sqrt(S / C2(o)) + o.ε;
        },
        ["root is missing"] = Moving((o, V, S, g) => V / C1(o) / (S / C2(o) + o.ε)),
        ["uses the gradient itself"] = Moving((o, V, S, g) => Of(o, g, S / C2(o))),
        ["uphill"] = Moving((o, V, S, g) => -o.Corrected(V, S, o.StepCount)),
        ["α is missing"] = (Student o, ref double w, double g, ref double V, ref double S) =>
        {
            V = V1(o, V, g);
            S = S1(o, S, g);
            w -= o.Corrected(V, S, o.StepCount);
        },
        ["schedule changes `LearningRate`"] = (Student o, ref double w, double g, ref double V, ref double S) =>
        {
            V = V1(o, V, g);
            S = S1(o, S, g);
            w -= o.α * o.Corrected(V, S, o.StepCount);
        },
        ["square is missing"] = Averaging(V1, (o, S, g) => o.β2 * S + (1 - o.β2) * g),
        ["averages |g|"] = Averaging(V1, (o, S, g) => o.β2 * S + (1 - o.β2) * Math.Abs(g)),
        ["(1 − β₁) is missing in V."] = Averaging((o, V, g) => o.β1 * V + g, S1),
        ["(1 − β₂) is missing in S."] = Averaging(V1, (o, S, g) => o.β2 * S + g * g),
        ["(1 − β₁) is missing in V, and"] = Averaging((o, V, g) => o.β1 * V + g, (o, S, g) => o.β2 * S + g * g),
        ["V and S forget"] = (Student o, ref double w, double g, ref double V, ref double S) =>
        {
            double v = V1(o, V, g), s = S1(o, S, g);   // never stored
            w -= o.LearningRate * o.Corrected(v, s, o.StepCount);
        },
        ["V forgets"] = Averaging((o, V, g) => (1 - o.β1) * g, S1),
        ["S forgets"] = Averaging(V1, (o, S, g) => (1 - o.β2) * g * g),
        ["In V, β₁ and 1 − β₁"] = Averaging((o, V, g) => (1 - o.β1) * V + o.β1 * g, (o, S, g) => (1 - o.β2) * S + o.β2 * g * g),
        ["hard-coded as 0.9, 0.999"] = (Student o, ref double w, double g, ref double V, ref double S) =>
        {
            V = 0.9 * V + (1 - 0.9) * g;
            S = 0.999 * S + (1 - 0.999) * g * g;
            w -= o.LearningRate * V / (1 - Math.Pow(0.9, o.StepCount)) / (Math.Sqrt(S / (1 - Math.Pow(0.999, o.StepCount))) + 1e-8);
        },
        ["ε is hard-coded as 1e−8"] = Moving((o, V, S, g) => V / C1(o) / (Math.Sqrt(S / C2(o)) + 1e-8)),
    };

    public static TheoryData<string> Sentences => [.. _wrong.Keys];

    [Theory]
    [MemberData(nameof(Sentences))]
    public void A_wrong_loop_is_named(string sentence)
    {
        Verdict verdict = Judge(_wrong[sentence]);

        Assert.False(verdict.IsCorrect);
        Assert.Contains(sentence, verdict.LikelyMistake, StringComparison.Ordinal);
    }

    /// <summary>Moves w[0] alone, or keeps everything in V[0] and S[0].</summary>
    private sealed class FirstOnly(double α, double β1, double β2, double ε, bool moveAll) : Optimizer<double>(α, true, true)
    {
        protected override void Update(Span<double> w, ReadOnlySpan<double> g, Span<double> V, Span<double> S)
        {
            for (int i = 0; i < (moveAll ? w.Length : 1); i++)
            {
                V[0] = β1 * V[0] + (1 - β1) * g[i];
                S[0] = β2 * S[0] + (1 - β2) * g[i] * g[i];
                w[i] -= LearningRate * V[0] / (1 - Math.Pow(β1, StepCount)) / (Math.Sqrt(S[0] / (1 - Math.Pow(β2, StepCount))) + ε);
            }
        }
    }

    [Theory]
    [InlineData(false, "Only the first parameter")]
    [InlineData(true, "share one V and S")]
    public void A_loop_that_forgets_the_index_is_named(bool moveAll, string sentence)
    {
        Verdict verdict = Check.Adam((α, β1, β2, ε) => new FirstOnly(α, β1, β2, ε, moveAll));

        Assert.Contains(sentence, verdict.LikelyMistake, StringComparison.Ordinal);
    }

    /// <summary>Declares in its constructor that it keeps no averages.</summary>
    private sealed class WithoutAverages(double α) : Optimizer<double>(α)
    {
        protected override void Update(Span<double> w, ReadOnlySpan<double> g, Span<double> V, Span<double> S) => V[0] = g[0];
    }

    [Fact]
    public void The_starter_nothing_no_optimizer_an_exception_and_another_signature_get_a_verdict()
    {
        Assert.Contains("w has not moved", Judge((Student _, ref double _, double _, ref double _, ref double _) => { }).Message, StringComparison.Ordinal);
        Assert.Equal(VerdictState.NotYet, Check.Adam(null).State);
        Assert.Contains("`null`", Check.Adam((_, _, _, _) => null!).Message, StringComparison.Ordinal);
        Assert.Equal(VerdictState.CouldNotBeChecked, Check.Adam((α, _, _, _) => new WithoutAverages(α)).State);
        Assert.Contains("MyAdam", Check.Adam((double α) => new Adam<double>(α)).Message, StringComparison.Ordinal);
        Assert.Contains("w is NaN from the first step on", Judge((Student _, ref double w, double _, ref double _, ref double _) => w = double.NaN).LikelyMistake, StringComparison.Ordinal);
    }
}
