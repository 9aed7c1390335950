using FsCheck;
using FsCheck.Fluent;

namespace NeuralNotebooks.Tests.Matrices;

public class MatrixReductionTests
{
    private static readonly Matrix<double> _x = Matrix.Of(new[,] { { 1, 2, 3 }, { 4, 5, -6 } });

    [Fact]
    public void Sums_and_means_go_over_everything_over_rows_and_over_columns()
    {
        Assert.Equal(9, _x.Sum());
        Assert.Equal(1.5, _x.Mean());
        Assert.Equal(new double[,] { { 6 }, { 3 } }, _x.RowSums().ToArray());
        Assert.Equal(new double[,] { { 2 }, { 1 } }, _x.RowMeans().ToArray());
        Assert.Equal(new double[,] { { 5, 7, -3 } }, _x.ColumnSums().ToArray());
        Assert.Equal(new double[,] { { 2.5, 3.5, -1.5 } }, _x.ColumnMeans().ToArray());
        Assert.Equal((5, -6), (_x.Max(), _x.Min()));
        Assert.Equal(Math.Sqrt(91), _x.Norm(), tolerance: 1e-14);
    }

    [Fact]
    public void Sums_of_rows_are_the_product_with_a_column_of_ones() =>
        Prop.ForAll(MatrixTests.Matrices(), A => Assert.True(A.RowSums().IsCloseTo(A * Matrix.Ones<double>(A.Columns, 1), 1e-13)))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_destination_for_row_sums_must_have_one_entry_per_row() => Assert.Equal(
        "The sums of the rows of a 2×3 matrix need 2 entries; the destination has 3.",
        Assert.Throws<ArgumentException>(() => _x.RowSums(new double[3])).Message);

    [Fact]
    public void Matrices_are_close_when_no_entry_differs_by_more_than_the_tolerance()
    {
        Matrix<double> other = _x.Copy();
        other[1, 2] += 0.25;
        Assert.Equal(0.25, _x.MaxAbsoluteDifference(other));
        Assert.True(_x.IsCloseTo(other, 0.25));
        Assert.False(_x.IsCloseTo(other, 0.2));
        Assert.False(_x.IsCloseTo(_x.Transpose(), 100));
        Assert.Equal(
            "this matrix is 2×3 and _x.Transpose() is 3×2: the shapes must be equal",
            Assert.Throws<ArgumentException>(() => _x.MaxAbsoluteDifference(_x.Transpose())).Message);
    }

    [Fact]
    public void NaN_is_close_only_to_itself()
    {
        Matrix<double> a = Matrix.Row(double.NaN, 1), b = Matrix.Row(double.NaN, 1), c = Matrix.Row(0, 1);
        Assert.True(a.IsCloseTo(b, 0));
        Assert.False(a.IsCloseTo(c, double.PositiveInfinity));
        Assert.True(double.IsNaN(c.MaxAbsoluteDifference(a)));
        Assert.True(double.IsNaN(a.Max()));
    }

    [Fact]
    public void An_empty_matrix_has_a_sum_and_no_largest_entry()
    {
        Matrix<double> empty = new(3, 0);
        Assert.Equal(0, empty.Sum());
        Assert.True(double.IsNaN(empty.Mean()));
        Assert.Equal(0, empty.MaxAbsoluteDifference(new(3, 0)));
        Assert.Equal(
            "A 3×0 matrix has no entries, so none is the largest or smallest.",
            Assert.Throws<InvalidOperationException>(() => empty.Max()).Message);
    }
}
