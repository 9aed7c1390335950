namespace NeuralNotebooks.Course.Tests;

public class GradientsTests
{
    private static Matrix<double> W => Matrix.Of(new double[,] { { 1, -2, 0.5 }, { 3, 1, -1 } });
    private static Matrix<double> X => Matrix.Of(new double[,] { { 1, 2 }, { 0, -1 }, { 4, 0.5 } });

    /// <summary>f(W, X) = Σ (WX)², whose gradients are 2WX Xᵀ and Wᵀ 2WX.</summary>
    private static Verdict Judged(Func<Matrix<double>?> dW, Func<Matrix<double>?> dX) => Check.Gradients(
        ("∂f/∂W", w => (w * X).Hadamard(w * X).Sum(), W, dW), ("∂f/∂X", x => (W * x).Hadamard(W * x).Sum(), X, dX));

    private static Matrix<double> Right => 2 * (W * X) * X.Transpose();

    private static Matrix<double> RightX => 2 * (W.Transpose() * (W * X));

    [Fact]
    public void Right_gradients_are_accepted() => Assert.True(Judged(() => Right, () => RightX).IsCorrect);

    [Fact]
    public void The_first_wrong_gradient_is_named_after_those_that_are_right()
    {
        Verdict verdict = Judged(() => Right, () => -RightX);

        Assert.StartsWith("∂f/∂W is right. ", verdict.Message, StringComparison.Ordinal);
        Assert.Contains("The sign is wrong", verdict.LikelyMistake, StringComparison.Ordinal);
    }

    [Fact]
    public void A_transpose_a_constant_factor_and_a_wrong_shape_are_named()
    {
        Assert.Contains("This is the transpose", Judged(() => Right.Transpose(), () => RightX).LikelyMistake,
            StringComparison.Ordinal);
        Assert.Contains("0.5 times what it should be", Judged(() => 0.5 * Right, () => RightX).LikelyMistake,
            StringComparison.Ordinal);
        Assert.Contains("it must be 2 × 3", Judged(() => W * X, () => RightX).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gradient_that_is_missing_or_throws_gets_a_verdict()
    {
        Assert.Equal(VerdictState.NotYet, Judged(() => null, () => RightX).State);
        Assert.Contains("shapes do not fit", Judged(() => X * X, () => RightX).Message, StringComparison.Ordinal);
    }
}
