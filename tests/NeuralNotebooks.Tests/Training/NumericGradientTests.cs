namespace NeuralNotebooks.Tests;

public sealed class NumericGradientTests
{
    [Fact]
    public void A_numeric_gradient_has_the_shape_of_the_matrix_and_the_slope_of_each_entry()
    {
        Matrix<double> at = Matrix.Of(new double[,] { { 1, -2, 0 }, { 3, 0.5, 4 } });

        Matrix<double> slopes = NumericGradient.Of(at, W => 0.5 * W.Hadamard(W).Sum() + 7 * W[1, 2]);

        Assert.Equal((2, 3), (slopes.Rows, slopes.Columns));
        for (int row = 0; row < 2; row++)
            for (int column = 0; column < 3; column++)
                Assert.Equal(at[row, column] + ((row, column) == (1, 2) ? 7 : 0), slopes[row, column], 1e-9);
    }

    [Fact]
    public void The_slope_is_over_the_difference_of_the_rounded_entries()
    {
        // Near 10⁷, doubles are 2⁻²⁹ apart, so 10⁷ ± 10⁻⁸ are rounded to 10⁷ ± 5 · 2⁻²⁹ = 10⁷ ± 0.93 · 10⁻⁸.
        Assert.Equal(3, NumericGradient.Of(Matrix.Column(1e7), W => 3 * (W[0, 0] - 1e7), h: 1e-8)[0, 0], 1e-12);
    }

    [Fact]
    public void The_matrix_is_restored_even_if_the_function_changes_its_argument()
    {
        Matrix<double> at = Matrix.Row(1, 2);

        Matrix<double> slopes = NumericGradient.Of(at, W => W[0, 0] = 3 * W[0, 0]);

        Assert.Equal([1, 2], at.AsSpan().ToArray());
        Assert.Equal(3, slopes[0, 0], 1e-9);
    }
}
