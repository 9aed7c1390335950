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
        ["starters of pieces"] = () => Check.Forward((W, b, X) => (new M[W.Length], new M[W.Length])),
        ["A[0] is missing"] = () => Check.Forward((W, b, X) =>
        {
            (M[] Z, M[] A) = new DeepNetwork(W, b, X, X).Forward();
            return (Z, [null!, .. A[1..]]);
        }),
        ["layers counted from 0"] = () => Check.Forward((W, b, X) => ([W[0] * X + b[0]], [X])),
        ["W times A where the shapes do not tell, WᵀA elsewhere"] = () => Check.Forward((W, b, X) =>
            (new DeepNetwork(W, b, X, X) with
            {
                Weighted = (l, A) => W[l].Rows == W[l].Columns ? W[l] * A : W[l].T * A,
            }).Forward()),
        ["softmax over the whole batch"] = () => Check.SoftmaxDelta((S, Y) =>
            (S.Map(Math.Exp) / S.Map(Math.Exp).Sum(), Y)),
        ["δ for a batch of four"] = () => Check.SoftmaxDelta((S, Y) => (Softmax.Of(S), (Softmax.Of(S) - Y) / 4)),
        ["the same for every class"] = () => Check.SoftmaxDelta((S, Y) => (S.Map(_ => 1.0 / S.Rows), Y)),
        ["V, S and w in variables of its own"] = () => Check.Step((w, g, V, S, t, α, β1, β2, ε) =>
            w = w - α * g.Map(x => x / (Math.Abs(x) + ε))),
        ["weights of zeros"] = () => Check.He((k, n, _) => 2 / n * Matrix.Normal<double>(k, n, 1)),
        ["a seed that is not used"] = () => Check.He((k, n, _) => Math.Sqrt(2.0 / n) * Matrix.Normal<double>(k, n, 1)),
        ["a new seed in each call"] = () => Check.He((k, n, _) =>
            Math.Sqrt(2.0 / n) * Matrix.Normal<double>(k, n, new Random())),
        ["one row for all units"] = () => Check.He((k, n, seed) =>
            Matrix.Ones<double>(k, 1) * (Math.Sqrt(2.0 / n) * Matrix.Normal<double>(1, n, seed))),
        ["no weights below zero"] = () => Check.He((k, n, seed) =>
            Matrix.Normal<double>(k, n, seed).Map(x => Math.Sqrt(5.5 / n) * Math.Abs(x))),

        ["shapes that fit the notebook's batch only"] = () =>
            Check.OutputLayer((yHat, y, A) =>
                (1.0 / 3 * (yHat - y) * A.T, 1.0 / 3 * (yHat - y) * Matrix.Ones<double>(3, 1))),
        ["one entry is wrong"] = () => OneWrongEntry,
        ["δW"] = () => Check.BackwardStep((d, W, Z, A, slope) => d * W),
        ["two factors of one shape"] = () => Check.BackwardStep((d, W, Z, A, slope) => Z * A),
        ["δ ⊙ W"] = () => Check.BackwardStep((d, W, Z, A, slope) => d.Hadamard(W)),

        ["an index outside the layers"] = () => Check.Backward((W, Z, A, δ) => ([W[W.Length]], W)),
        ["the layer 0"] = () => Check.Backward((W, Z, A, δ) => ([W[0] * A[0]], W)),
        ["gradients of another shape"] = () =>
            Check.Backward((W, Z, A, δ) => ([.. W.Select(_ => Matrix.Zeros<double>(2, 1))], W)),
        ["no gradients of weights"] = () => Check.Backward((W, Z, A, δ) => ([], W)),
        ["no arrays"] = () => Check.Backward((W, Z, A, δ) => (null!, null!)),
        ["a pass for three layers only"] = () => Check.Backward((W, Z, A, δ) => W[3].Rows == 0 ? (W, W)
            : new DeepNetwork(W, [.. W.Select(w => w.RowSums())], A[0], δ).Backward()),

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
}
