using Backward = System.Func<NeuralNotebooks.Matrix<double>, NeuralNotebooks.Matrix<double>,
    NeuralNotebooks.Matrix<double>, NeuralNotebooks.Matrix<double>,
    (NeuralNotebooks.Matrix<double> delta1, NeuralNotebooks.Matrix<double> dW1, NeuralNotebooks.Matrix<double> db1)>;

namespace NeuralNotebooks.Course.Tests;

public class HiddenLayerTests
{
    private static Matrix<double> Delta(Matrix<double> delta2, Matrix<double> w2, Matrix<double> A) =>
        (w2.Transpose() * delta2).Hadamard(A).Hadamard(1 - A);

    private static (Matrix<double>, Matrix<double>, Matrix<double>) From(Matrix<double> delta1, Matrix<double> X) =>
        (delta1, delta1 * X.Transpose(), delta1.RowSums());

    public static TheoryData<Backward> RightWays() => new()
    {
        (d, w, A, X) => From(Delta(d, w, A), X),
        (d, w, A, X) => From((w.Transpose() * d).Hadamard(A - A.Hadamard(A)), X),
        (d, w, A, X) =>
            From((d.Transpose() * w).Transpose().Hadamard(Matrix.Ones<double>(A.Rows, A.Columns) - A).Hadamard(A), X),
        (d, w, A, X) =>
            (Delta(d, w, A), (X * Delta(d, w, A).Transpose()).Transpose(),
            Delta(d, w, A) * Matrix.Ones<double>(X.Columns, 1)),
    };

    [Theory]
    [MemberData(nameof(RightWays), DisableDiscoveryEnumeration = true)]
    public void Right_answers_are_accepted(Backward answer) =>
        Assert.Equal(VerdictState.Correct, Check.HiddenLayer(answer).State);

    [Fact]
    public void What_is_already_right_is_mentioned_first()
    {
        Verdict verdict = Check.HiddenLayer((d, w, A, X) =>
            From(Delta(d, w, A), X) with { Item3 = Matrix.Column(0, 0) });
        Assert.StartsWith("δ₁ and ∂L/∂W₁ are right.", verdict.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Null_and_other_types_get_a_verdict()
    {
        Assert.Equal(VerdictState.NotYet, Check.HiddenLayer(null).State);
        Assert.Equal(VerdictState.CouldNotBeChecked, Check.HiddenLayer((Matrix<double> A) => A).State);
    }
}
