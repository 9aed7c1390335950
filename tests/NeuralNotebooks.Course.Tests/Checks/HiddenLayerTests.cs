using Backward = System.Func<NeuralNotebooks.Matrix<double>, NeuralNotebooks.Matrix<double>, NeuralNotebooks.Matrix<double>, NeuralNotebooks.Matrix<double>, (NeuralNotebooks.Matrix<double> delta1, NeuralNotebooks.Matrix<double> dW1, NeuralNotebooks.Matrix<double> db1)>;

namespace NeuralNotebooks.Course.Tests;

public class HiddenLayerTests
{
    private static Matrix<double> Delta(Matrix<double> delta2, Matrix<double> w2, Matrix<double> A) =>
        (w2.Transpose() * delta2).Hadamard(A).Hadamard(1 - A);

    private static (Matrix<double>, Matrix<double>, Matrix<double>) From(Matrix<double> delta1, Matrix<double> X) =>
        (delta1, delta1 * X.Transpose(), delta1.RowSums());

    private static Matrix<double> Sigmoid(Matrix<double> z) => z.Map(v => 1 / (1 + Math.Exp(-v)));

    private static Matrix<double> Diagonal(Matrix<double> like)
    {
        Matrix<double> ones = Matrix.Zeros<double>(like.Rows, like.Columns);
        for (int i = 0; i < Math.Min(like.Rows, like.Columns); i++)
            ones[i, i] = 1;
        return ones;
    }

    public static TheoryData<string, Backward> Mutants() => new()
    {
        { "forgot σ′", (d, w, A, X) => From(w.Transpose() * d, X) },
        { "This is δ₂Xᵀ", (d, w, A, X) => (Delta(d, w, A), d * X.Transpose(), Delta(d, w, A).RowSums()) },
        { "This is δ₂uᵀ", (d, w, A, X) => (Delta(d, w, A), Delta(d, w, A) * X.Transpose(), d.RowSums()) },
        { "multiplied by A only", (d, w, A, X) => From((w.Transpose() * d).Hadamard(A), X) },
        { "multiplied by 1 − A only", (d, w, A, X) => From((w.Transpose() * d).Hadamard(1 - A), X) },
        { "identity matrix for the all-ones", (d, w, A, X) => From((w.Transpose() * d).Hadamard(A).Hadamard(Diagonal(A) - A), X) },
        { "σ is applied twice", (d, w, A, X) => From((w.Transpose() * d).Hadamard(Sigmoid(A)).Hadamard(1 - Sigmoid(A)), X) },
        { "σ′(Z) alone", (d, w, A, X) => From(A.Hadamard(1 - A), X) },
        { "A ⊙ A", (d, w, A, X) => From((w.Transpose() * d).Hadamard(A).Hadamard(A), X) },
        { "A − 1 instead of 1 − A", (d, w, A, X) => From((w.Transpose() * d).Hadamard(A).Hadamard(A - 1), X) },
        { "1/m appears twice", (d, w, A, X) => From(Delta(d, w, A) / X.Columns, X) },
        { "2/m appears twice", (d, w, A, X) => From(2 * Delta(d, w, A) / X.Columns, X) },
        { "transpose", (d, w, A, X) => From(Delta(d, w, A), X) with { Item1 = Delta(d, w, A).Transpose() } },
        { "put Xᵀ for Aᵀ", (d, w, A, X) => From(Delta(d, w, A), X) with { Item2 = Delta(d, w, A) * A.Transpose() } },
        { "This is the transpose, Xδ₁ᵀ", (d, w, A, X) => From(Delta(d, w, A), X) with { Item2 = X * Delta(d, w, A).Transpose() } },
        { "use δ₁, not w₂ᵀδ₂", (d, w, A, X) => From(Delta(d, w, A), X) with { Item2 = w.Transpose() * d * X.Transpose() } },
        { "1/m appears twice: δ₁ already contains it", (d, w, A, X) => From(Delta(d, w, A), X) with { Item2 = Delta(d, w, A) * X.Transpose() / X.Columns } },
        { "sign is wrong", (d, w, A, X) => From(Delta(d, w, A), X) with { Item2 = -(Delta(d, w, A) * X.Transpose()) } },
        { "one slope for each example", (d, w, A, X) => From(Delta(d, w, A), X) with { Item3 = Delta(d, w, A) } },
        { "misprint of the lecture notes", (d, w, A, X) => From(Delta(d, w, A), X) with { Item3 = Delta(d, w, A) * X.Transpose() } },
        { "sum over the wrong axis", (d, w, A, X) => From(Delta(d, w, A), X) with { Item3 = Delta(d, w, A).ColumnSums() } },
        { "mean over the examples", (d, w, A, X) => From(Delta(d, w, A), X) with { Item3 = Delta(d, w, A).RowMeans() } },
        { "adds everything up", (d, w, A, X) => From(Delta(d, w, A), X) with { Item3 = Matrix.Column(Delta(d, w, A).Sum()) } },
        { "transpose", (d, w, A, X) => From(Delta(d, w, A), X) with { Item3 = Delta(d, w, A).RowSums().Transpose() } },
        { "σ′ is missing here", (d, w, A, X) => From(Delta(d, w, A), X) with { Item3 = (w.Transpose() * d).RowSums() } },
    };

    [Theory]
    [MemberData(nameof(Mutants), DisableDiscoveryEnumeration = true)]
    public void Each_known_mistake_is_caught_and_named(string phrase, Backward mutant)
    {
        Verdict verdict = Check.HiddenLayer(mutant);
        Assert.False(verdict.IsCorrect);
        Assert.Contains(phrase, verdict.ToString(), StringComparison.Ordinal);
    }

    public static TheoryData<Backward> RightWays() => new()
    {
        (d, w, A, X) => From(Delta(d, w, A), X),
        (d, w, A, X) => From((w.Transpose() * d).Hadamard(A - A.Hadamard(A)), X),
        (d, w, A, X) => From((d.Transpose() * w).Transpose().Hadamard(Matrix.Ones<double>(A.Rows, A.Columns) - A).Hadamard(A), X),
        (d, w, A, X) => (Delta(d, w, A), (X * Delta(d, w, A).Transpose()).Transpose(), Delta(d, w, A) * Matrix.Ones<double>(X.Columns, 1)),
    };

    [Theory]
    [MemberData(nameof(RightWays), DisableDiscoveryEnumeration = true)]
    public void Right_answers_are_accepted(Backward answer) => Assert.Equal(VerdictState.Correct, Check.HiddenLayer(answer).State);

    [Fact]
    public void What_is_already_right_is_mentioned_first()
    {
        Verdict verdict = Check.HiddenLayer((d, w, A, X) => From(Delta(d, w, A), X) with { Item3 = Matrix.Column(0, 0) });
        Assert.StartsWith("δ₁ and ∂L/∂W₁ are right.", verdict.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Null_and_other_types_get_a_verdict()
    {
        Assert.Equal(VerdictState.NotYet, Check.HiddenLayer(null).State);
        Assert.Equal(VerdictState.CouldNotBeChecked, Check.HiddenLayer((Matrix<double> A) => A).State);
    }
}
