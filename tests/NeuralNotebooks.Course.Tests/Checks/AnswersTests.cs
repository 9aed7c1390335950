namespace NeuralNotebooks.Course.Tests;

/// <summary>Wrong answers that no table of mistakes lists. Answers.approved.txt has the verdicts on them.
/// <see cref="MistakesTests"/> tries the tables.</summary>
public class AnswersTests
{
    private static readonly Dictionary<string, Func<Verdict>> _answers = new()
    {
        ["starter of the shapes"] = () => Check.BatchShapes((0, 0), (0, 0), (0, 0), (0, 0)),
        ["starter of a gate"] = () => Product((x, dz) => new double[x.Length]),
        ["starter of a gradient"] = () => Gradients(dW => 0 * dW, dX => 0 * dX),

        ["w times A where the shapes do not tell, wᵀA elsewhere"] = () =>
            Check.Layer((w, b, A) => Matrix.Sigmoid((w.Rows == w.Columns ? w.T * A : w * A) + b)),
        ["a of another shape"] = () => Check.Layer((w, b, A) => Matrix.Row(1, 2)),

        ["w and b are exchanged"] = () => Check.LogisticDescent((w, b, x, y, alpha, steps) =>
        {
            for (int step = 0; step < steps; step++)
            {
                M minusE = Matrix.Sigmoid(w * x + b) - y;
                (w, b) = (w - alpha * minusE.Hadamard(x).Mean(), b - alpha * minusE.Mean());
            }
            return (b, w);
        }),

        ["a gate's slopes without dz"] = () => Product((x, dz) => [x[1], x[0]]),
        ["dz is added"] = () => Product((x, dz) => [x[1] + dz, x[0] + dz]),
        ["gradients in the opposite order"] = () => Product((x, dz) => [dz * x[0], dz * x[1]]),
        ["nothing for an input that is 0"] = () =>
            Product((x, dz) => [x[0] == 0 ? 0 : dz * x[1], x[1] == 0 ? 0 : dz * x[0]]),
        ["dz for every input"] = () => Product((x, dz) => [dz, dz]),
        ["out over in"] = () => Product((x, dz) => [dz * x[0] * x[1] / x[0], dz * x[0]]),
        ["one gradient of two"] = () => Product((x, dz) => [dz * x[1]]),
        ["no gradients"] = () => Product((_, _) => null),

        ["a forward pass that throws"] = () => Check.Gate(x => x[2], (_, dz) => [dz, dz], [3, -1]),
        ["a forward pass that is not finite"] = () => Check.Gate(x => Math.Log(x[0]), (x, dz) => [dz / x[0]], [-3]),
        ["a forward pass that never ends"] = () => Check.Gate(Endless, (_, dz) => [dz], [3]),
        ["a function that throws"] = () =>
            Check.Gradients(("∂f/∂W", W => (W * W).Sum(), Matrix.Row(1, 2), () => Matrix.Row(1, 2))),
        ["a function that is not finite"] = () =>
            Check.Gradients(("∂f/∂W", W => W[0, 0] / 0, Matrix.Row(1), () => Matrix.Row(1))),

        ["the first gradient of two is right"] = () => Gradients(dW => dW, dX => -dX),
        ["half a gradient"] = () => Gradients(dW => 0.5 * dW, dX => dX),
        ["a gradient of another shape"] = () => Gradients(dW => dW.Columns(0, 2), dX => dX),

        ["one number of three is wrong"] = () => Numbers([3, 4, 6]),
        ["a number too few"] = () => Numbers([3, 4]),
        ["an empty array for numbers"] = () => Numbers([]),
        ["null for numbers"] = () => Numbers(null),

        ["1 / m in integers"] = () =>
            Check.SquaredErrorGradient((w, b, X, y) =>
                (1 / X.Columns * (w * X + b - y) * X.T, 1 / X.Columns * (w * X + b - y).RowSums())),
        ["a single feature"] = () =>
            Check.SquaredErrorGradient((w, b, X, y) =>
                (Matrix.Column(((w * X + b - y).Hadamard(X) / X.Columns).Sum()), (w * X + b - y).RowMeans())),
        ["a finite wrong loss is not taken for one of infinity"] = () => Check.LogisticLoss((s, y) =>
            (new BinaryCrossEntropy<double>().Value(s, y) + (s[0, 0] > 700 ? 0.5 : 0),
                (Matrix.Sigmoid(s) - y) / s.Columns)),
        ["a scale of infinity"] = () => Check.LeakyScale((_, n) => 2.0 * n / 0),

        ["shapes that fit the notebook's batch only"] = () =>
            Check.OutputLayer((yHat, y, A) =>
                (1.0 / 3 * (yHat - y) * A.T, 1.0 / 3 * (yHat - y) * Matrix.Ones<double>(3, 1))),
        ["one entry is wrong"] = () => OneWrongEntry,
        ["δW"] = () => Check.BackwardStep((d, W, Z, A, slope) => d * W),
        ["two factors of one shape"] = () => Check.BackwardStep((d, W, Z, A, slope) => Z * A),
        ["δ ⊙ W"] = () => Check.BackwardStep((d, W, Z, A, slope) => d.Hadamard(W)),

        ["an index outside the layers"] = () => Check.BackwardPass((W, b, A, G, y, alpha) => ([W[W.Length]], b)),
        ["the layer 0"] = () => Check.BackwardPass((W, b, A, G, y, alpha) => ([W[0] * A[0]], b)),
        ["weights of another shape"] = () =>
            Check.BackwardPass((W, b, A, G, y, alpha) => ([.. W.Select(_ => Matrix.Zeros<double>(2, 1))], b)),
        ["no weights"] = () => Check.BackwardPass((W, b, A, G, y, alpha) => ([], b)),
        ["no arrays"] = () => Check.BackwardPass((W, b, A, G, y, alpha) => (null!, null!)),
        ["a layer that has not moved"] = () =>
            Check.BackwardPass((W, b, A, G, y, alpha) =>
            {
                (M[] newW, M[] newB) = RightAnswersTests.Learn(W, b, A, G, y, alpha);
                return ([.. W[..^1], newW[^1]], newB);
            }),
        ["a pass for three layers only"] = () =>
            Check.BackwardPass((W, b, A, G, y, alpha) =>
                W[3].Rows == 0 ? ([], []) : RightAnswersTests.Learn(W, b, A, G, y, alpha)),

        ["the same for every class"] = () => Check.Softmax(o => [.. o.Select(_ => 1.0 / o.Length)]),

        ["an optimizer that keeps no averages"] = () => Check.Adam((α, _, _, _) => new WithoutAverages(α)),
        ["no optimizer"] = () => Check.Adam((_, _, _, _) => null!),

        ["an index outside of the product"] = () => Check.ColumnMajorProduct((A, B, m, k, n) => [A[m * k]]),
        ["an array of another length"] = () => Check.ColumnMajorProduct((A, B, m, k, n) => new double[3]),
        ["an index outside of the tile"] = () => Check.RegisterTile((A, B, C, n) => C[n * n] = A[0]),

        ["four pixels of three images"] = () =>
            Check.PixelFeatures(images =>
            {
                M X = Matrix.Zeros<double>(4, 3);
                for (int j = 0; j < 3; j++)
                    for (int i = 0; i < 4; i++)
                        X[i, j] = images[j][i] / 255.0;
                return X;
            }),
        ["a list that is empty for the first images"] = () =>
            Check.ConfidentMistakes((P, labels) => P.Columns == 8 ? [] : [0]),
    };

    public static TheoryData<string> Answers => [.. _answers.Keys];

    [Theory]
    [MemberData(nameof(Answers))]
    public void A_wrong_answer_gets_its_verdict(string answer) =>
        ApprovedTexts.Check("Checks/Answers", answer, $"{_answers[answer]().OnStep(3)}\n");

    [Fact]
    public void Right_numbers_are_correct() =>
        Assert.Equal("Correct. In this example your numbers are right.", $"{Numbers([3, 4, 5])}");

    [Fact]
    public void A_gate_is_not_checked_without_inputs() =>
        Assert.Throws<ArgumentException>(() => Check.Gate(x => x[0], (_, dz) => [dz]));

    internal static Verdict OneWrongEntry =>
        Check.OutputLayer((yHat, y, A) =>
        {
            M dw2 = 1.0 / y.Columns * (yHat - y) * A.T;
            dw2[0, 1] = -1;
            return (dw2, dw2.RowSums());
        });

    private static double Endless(double[] x)
    {
        Thread.Sleep(Timeout.Infinite);
        return x[0];
    }

    private static Verdict Product(Func<double[], double, double[]?> backward) =>
        Check.Gate(x => x[0] * x[1], backward, [3, -1], [0, 5], [-2, 0.5]);

    /// <summary>f(W, X) = Σ (WX)², whose gradients are 2WX Xᵀ and Wᵀ 2WX.</summary>
    private static Verdict Gradients(Func<M, M?> dW, Func<M, M?> dX)
    {
        M W = Matrix.Of(new[,] { { 1, -2, 0.5 }, { 3, 1, -1 } }),
            X = Matrix.Of(new[,] { { 1, 2 }, { 0, -1 }, { 4, 0.5 } });
        return Check.Gradients(
            ("∂f/∂W", w => (w * X).Hadamard(w * X).Sum(), W, () => dW(2 * (W * X) * X.T)),
            ("∂f/∂X", x => (W * x).Hadamard(W * x).Sum(), X, () => dX(2 * (W.T * (W * X)))));
    }

    private static Verdict Numbers(double[]? yours) => Check.Values(("the fold", [3, 4, 5], () => yours));

    /// <summary>Declares in its constructor that it keeps no averages.</summary>
    private sealed class WithoutAverages(double α) : Optimizer<double>(α)
    {
        protected override void Update(Span<double> w, ReadOnlySpan<double> g, Span<double> V, Span<double> S) =>
            V[0] = g[0];
    }
}
