namespace NeuralNotebooks.Tests.Matrices;

public class MatrixTests
{
    private static readonly Matrix<double> W = Matrix.Of(new double[,] { { 1, 2 }, { 3, 4 } });

    [Fact]
    public void Rows_are_written_as_they_are_read()
    {
        Assert.Equal(2, W[0, 1]);
        Assert.Equal(3, W[1, 0]);
        Assert.Equal([1, 3, 2, 4], W.AsSpan());
    }

    [Fact]
    public void Whole_numbers_become_doubles()
    {
        Matrix<double> matrix = Matrix.Of(new[,] { { 1, 2, 3 } });
        Assert.Equal((1, 3), (matrix.Rows, matrix.Columns));
    }

    [Fact]
    public void Columns_with_arguments_is_a_view_and_without_them_a_number()
    {
        Matrix<double> X = Matrix.Of(new[,] { { 1, 2, 3 }, { 4, 5, 6 } });
        Matrix<double> batch = X.Columns(1, 2);
        batch[0, 0] = 20;
        Assert.Equal(20, X[0, 1]);
        Assert.Equal(3, X.Columns);
        Assert.Equal(2, batch.Columns);
    }

    [Fact]
    public void A_column_is_added_to_every_column()
    {
        Matrix<double> Z = W * W + Matrix.Column(10, 20);
        Assert.Equal(new double[,] { { 17, 20 }, { 35, 42 } }, Z.ToArray());
    }
}
