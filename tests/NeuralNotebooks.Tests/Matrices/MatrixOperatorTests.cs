using FsCheck;
using FsCheck.Fluent;

namespace NeuralNotebooks.Tests.Matrices;

public class MatrixOperatorTests
{
    private static readonly Matrix<double> _a = Matrix.Of(new[,] { { 1, 2 }, { 3, 4 } });
    private static readonly Matrix<double> _b = Matrix.Of(new[,] { { 10, 20 }, { 30, 40 } });

    [Fact]
    public void A_column_is_added_to_and_subtracted_from_every_column()
    {
        Matrix<double> b = Matrix.Column(10, 20);
        Assert.Equal(new double[,] { { 11, 12 }, { 23, 24 } }, (_a + b).ToArray());
        Assert.Equal(new double[,] { { -9, -8 }, { -17, -16 } }, (_a - b).ToArray());
        Assert.Equal(new double[,] { { 17, 20 }, { 35, 42 } }, (_a * _a + b).ToArray());
    }

    [Fact]
    public void Equal_shapes_are_added_and_subtracted_entry_by_entry()
    {
        Assert.Equal(new double[,] { { 11, 22 }, { 33, 44 } }, (_a + _b).ToArray());
        Assert.Equal(new double[,] { { 9, 18 }, { 27, 36 } }, (_b - _a).ToArray());
        Assert.Equal(new double[,] { { -1, -2 }, { -3, -4 } }, (-_a).ToArray());
        Assert.Equal(new double[,] { { 10, 40 }, { 90, 160 } }, _a.Hadamard(_b).ToArray());
    }

    [Fact]
    public void A_number_acts_on_every_entry_from_either_side()
    {
        Assert.Equal(new double[,] { { 2, 4 }, { 6, 8 } }, (2 * _a).ToArray());
        Assert.Equal((2 * _a).ToArray(), (_a * 2).ToArray());
        Assert.Equal(new double[,] { { 2, 3 }, { 4, 5 } }, (1 + _a).ToArray());
        Assert.Equal((1 + _a).ToArray(), (_a + 1).ToArray());
        Assert.Equal(new double[,] { { 0, -1 }, { -2, -3 } }, (1 - _a).ToArray());
        Assert.Equal(new double[,] { { 0, 1 }, { 2, 3 } }, (_a - 1).ToArray());
        Assert.Equal(new double[,] { { 0.5, 1 }, { 1.5, 2 } }, (_a / 2).ToArray());
        Assert.Equal(new double[,] { { 12, 6 }, { 4, 3 } }, (12 / _a).ToArray());
    }

    [Fact]
    public void Operators_leave_their_operands_alone()
    {
        _ = _a + _b;
        _ = _a - _b;
        _ = 2 * _a;
        _ = _a.Map(x => x + 1);
        Assert.Equal(new double[,] { { 1, 2 }, { 3, 4 } }, _a.ToArray());
    }

    [Fact]
    public void Only_a_column_on_the_right_is_broadcast()
    {
        Matrix<double> row = Matrix.Row(1, 2), column = Matrix.Column(1, 2), one = Matrix.Row(1);
        Fails.As<ArgumentException>(
            "left is 2×2 and right is 1×2: the shapes must be equal, or right a column of 2 rows",
            () => _a + row
        );
        Fails.As<ArgumentException>(
            "left is 2×1 and right is 2×2: the shapes must be equal, or right a column of 2 rows",
            () => column - _a
        );
        Assert.Throws<ArgumentException>(() => _a + one);
        Fails.As<ArgumentException>(
            "this matrix is 2×2 and row is 1×2: the shapes must be equal",
            () => _a.Hadamard(row)
        );
        Fails.As<ArgumentException>(
            "this matrix is 2×2 and row is 1×2: the shapes must be equal, or row a column of 2 rows",
            () => _a.Add(row)
        );
    }

    [Fact]
    public void Addition_in_place_equals_addition() =>
        Prop.ForAll(MatrixTests.Matrices(), M =>
        {
            Matrix<double> column = Matrix.Normal<double>(M.Rows, 1, seed: 1), sum = M.Copy();
            sum.Add(column);
            Assert.Equal((M + column).ToArray(), sum.ToArray());
            Assert.Equal((M + column * Matrix.Ones<double>(1, M.Columns)).ToArray(), sum.ToArray());
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Empty_matrices_have_empty_results()
    {
        Matrix<double> noRows = new(0, 3), noColumns = new(2, 0);
        Assert.Equal((0, 3), Shape(noRows + noRows));
        Assert.Equal((2, 0), Shape(noColumns + Matrix.Column(1, 2)));
        Assert.Equal((3, 0), Shape(noRows.T));
        Assert.Equal(new double[,] { { 0, 0, 0 }, { 0, 0, 0 } }, (noColumns * noRows).ToArray());
    }

    private static (int Rows, int Columns) Shape(Matrix<double> matrix) => (matrix.Rows, matrix.Columns);

    [Fact]
    public void A_column_of_a_matrix_is_added_to_it_as_it_was_before()
    {
        Matrix<double> A = Matrix.Of(new double[,] { { 1, 10 }, { 2, 20 } });
        A.Add(A.Column(0));
        Assert.Equal(new double[,] { { 2, 11 }, { 4, 22 } }, A.ToArray());
    }

    [Fact]
    public void Columns_of_a_matrix_are_added_to_others_that_overlap_them_as_they_were_before()
    {
        Matrix<double> A = Matrix.Of(new double[,] { { 1, 10, 100 } });
        A.Columns(1, 2).Add(A.Columns(0, 2));
        Assert.Equal(new double[,] { { 1, 11, 110 } }, A.ToArray());
    }
}
