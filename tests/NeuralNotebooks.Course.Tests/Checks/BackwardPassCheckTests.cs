using Pass = System.Func<
    NeuralNotebooks.Matrix<double>[], NeuralNotebooks.Matrix<double>[], NeuralNotebooks.Matrix<double>[],
        NeuralNotebooks.Matrix<double>[],
    NeuralNotebooks.Matrix<double>, double, (NeuralNotebooks.Matrix<double>[] W, NeuralNotebooks.Matrix<double>[] b)>;

namespace NeuralNotebooks.Course.Tests;

public class BackwardPassCheckTests
{
    /// <summary>A backward pass written as a student writes it, with a place for each mistake.</summary>
    private sealed record Student
    {
        public Func<Matrix<double>, Matrix<double>, Matrix<double>, Matrix<double>> Top { get; init; } = (A, y, G) =>
            ((A - y) / y.Columns).Hadamard(G);

        public Func<Matrix<double>[], Matrix<double>[], Matrix<double>[], int, Matrix<double>,
            Matrix<double>> Back
        { get; init; } =
            (W, A, G, l, delta) => (W[l + 1].Transpose() * delta).Hadamard(G[l]);

        public Func<Matrix<double>[], int, Matrix<double>> Input { get; init; } = (A, l) => A[l - 1];

        public Func<Matrix<double>, Matrix<double>> Bias { get; init; } = delta => delta.RowSums();

        public Func<double, Matrix<double>, Matrix<double>> Step { get; init; } = (alpha, gradient) =>
            -alpha * gradient;

        public bool ChangesFirst { get; init; }

        public (Matrix<double>[] W, Matrix<double>[] b) Run(Matrix<double>[] W, Matrix<double>[] b, Matrix<double>[] A,
            Matrix<double>[] G, Matrix<double> y, double alpha) =>
            Run(W, b, A, G, y, alpha, W);

        /// <summary>The same, where δ goes back through other weights than those that the step starts from.</summary>
        public (Matrix<double>[] W, Matrix<double>[] b) Run(
            Matrix<double>[] W, Matrix<double>[] b, Matrix<double>[] A, Matrix<double>[] G, Matrix<double> y,
                double alpha, Matrix<double>[] back)
        {
            (Matrix<double>[] newW, Matrix<double>[] newB) = ([.. W], [.. b]);
            Matrix<double> delta = y;
            for (int l = W.Length - 1; l >= 1; l--)
            {
                delta = l == W.Length - 1 ? Top(A[l], y, G[l]) : Back(ChangesFirst ? newW : back, A, G, l, delta);
                newW[l] = W[l] + Step(alpha, delta * Input(A, l).Transpose());
                newB[l] = b[l] + Step(alpha, Bias(delta));
            }

            return (newW, newB);
        }
    }

    private static Matrix<double> Ones(Matrix<double> like) => Matrix.Ones<double>(like.Rows, like.Columns);

    public static TheoryData<string, Pass> Mutants() => new()
    {
        { "outside a matrix or an array", (W, b, A, G, y, alpha) => ([W[W.Length]], b) },
        { "there is no W[N + 1]", (W, b, A, G, y, alpha) => ([W[W.Length]], b) },
        { "Index 0 of W, b and G is unused", (W, b, A, G, y, alpha) => ([W[0] * A[0]], b) },
        { "shapes do not fit", new Student { Bias = delta => delta.Transpose() }.Run },
        { "must be 3 × 3", (W, b, A, G, y, alpha) => ([.. W.Select(w => Matrix.Zeros<double>(2, 1))], b) },
        { "What you returned there is the old value", (W, b, A, G, y, alpha) => (W, b) },
        { "`null`", (W, b, A, G, y, alpha) => ([], b) },
        { "`null`", (W, b, A, G, y, alpha) => (null!, null!) },
    };

    [Theory]
    [MemberData(nameof(Mutants), DisableDiscoveryEnumeration = true)]
    public void Each_known_mistake_is_caught_and_named(string phrase, Pass mutant)
    {
        Verdict verdict = Check.BackwardPass(mutant);

        Assert.False(verdict.IsCorrect);
        Assert.Contains(phrase, verdict.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_index_outside_the_layers_gets_one_hint_that_of_this_exercise()
    {
        string verdict = Check.BackwardPass((W, b, A, G, y, alpha) => ([W[W.Length]], b)).ToString();

        Assert.Contains("Layers are counted from 1", verdict, StringComparison.Ordinal);
        Assert.DoesNotContain("Places count from 0", verdict, StringComparison.Ordinal);
    }

    public static TheoryData<Pass> RightWays() => new()
    {
        new Student().Run,
        new Student { Top = (A, y, G) => 1.0 / y.Columns * G.Hadamard(A - y), Bias = delta =>
            delta * Matrix.Ones<double>(delta.Columns, 1) }.Run,
        InPlace,
        ThroughTheLibrary,
    };

    [Theory]
    [MemberData(nameof(RightWays), DisableDiscoveryEnumeration = true)]
    public void Right_answers_are_accepted(Pass answer) =>
        Assert.True(Check.BackwardPass(answer).IsCorrect, Check.BackwardPass(answer).ToString());

    [Fact]
    public void What_is_already_right_is_mentioned_first_and_a_layer_that_has_not_moved_is_named()
    {
        Verdict verdict = Check.BackwardPass((W, b, A, G, y, alpha) =>
        {
            (Matrix<double>[] newW, Matrix<double>[] newB) = new Student().Run(W, b, A, G, y, alpha);
            return ([.. W[..^1], newW[^1]], newB);
        });

        Assert.StartsWith("∂L/∂W[N] and ∂L/∂b[N] are right. ∂L/∂W[N−1] is still zero", verdict.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_pass_for_three_layers_only_is_told_of_the_case_that_fails()
    {
        Verdict verdict = Check.BackwardPass((W, b, A, G, y, alpha) =>
            W[3].Rows == 0 ? throw new InvalidOperationException() : new Student().Run(W, b, A, G, y, alpha));

        Assert.Contains("for 2 layers, 4 → 2 → 1 units", verdict.Message, StringComparison.Ordinal);
        Assert.Contains("`W.Length - 1`", verdict.LikelyMistake, StringComparison.Ordinal);
    }

    [Fact]
    public void The_starter_null_and_other_types_get_a_verdict()
    {
        Assert.Contains("still the starter", Check.BackwardPass((W, b, A, G, y, alpha) => (W, b)).Message,
            StringComparison.Ordinal);
        Assert.Equal(VerdictState.NotYet, Check.BackwardPass(null).State);
        Assert.Equal(VerdictState.CouldNotBeChecked, Check.BackwardPass((Matrix<double> A) => A).State);
        Assert.Equal(VerdictState.CouldNotBeChecked,
            Check.BackwardPass((W, b, A, G, y, alpha) => throw new InvalidOperationException("boom")).State);
        Assert.Contains("not a finite number",
            Check.BackwardPass(new Student { Step = (alpha, gradient) => gradient / 0.0 }.Run).LikelyMistake,
            StringComparison.Ordinal);
    }

    /// <summary>Writes into the matrices that were given.</summary>
    private static (Matrix<double>[] W, Matrix<double>[] b) InPlace(
        Matrix<double>[] W, Matrix<double>[] b, Matrix<double>[] A, Matrix<double>[] G, Matrix<double> y, double alpha)
    {
        (Matrix<double>[] newW, Matrix<double>[] newB) = new Student().Run(W, b, A, G, y, alpha);
        for (int l = 1; l < W.Length; l++)
        {
            newW[l].CopyTo(W[l]);
            newB[l].CopyTo(b[l]);
        }

        return (W, b);
    }

    /// <summary>By the library's own backward pass, layer by layer, not by the formulas of the check.</summary>
    private static (Matrix<double>[] W, Matrix<double>[] b) ThroughTheLibrary(
        Matrix<double>[] W, Matrix<double>[] b, Matrix<double>[] A, Matrix<double>[] G, Matrix<double> y, double alpha)
    {
        (Matrix<double>[] newW, Matrix<double>[] newB) = ([.. W], [.. b]);
        Matrix<double> arriving = Matrix.Zeros<double>(y.Rows, y.Columns);
        new HalfSquaredError<double>().Gradient(A[^1], y, arriving);
        for (int l = W.Length - 1; l >= 1; l--)
        {
            Mlp<double> layer = new([new Dense<double>(W[l], b[l], Activation.Identity)]);
            layer.Forward(A[l - 1]);
            arriving = layer.Backward(arriving.Hadamard(G[l]));
            newW[l] = W[l] - alpha * layer.Layers[0].WeightGradient;
            newB[l] = b[l] - alpha * layer.Layers[0].BiasGradient;
        }

        return (newW, newB);
    }
}
