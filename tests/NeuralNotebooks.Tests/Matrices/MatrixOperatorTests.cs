namespace NeuralNotebooks.Tests.Matrices;

public class MatrixOperatorTests
{
    private static readonly Matrix<double> _a = Matrix.Of(new[,] { { 1, 2 }, { 3, 4 } });
    private static readonly Matrix<double> _b = Matrix.Of(new[,] { { 10, 20 }, { 30, 40 } });

    [Fact]
    public void A_column_is_added_to_and_subtracted_from_every_column()
    {
        Matrix<double> b = Matrix.Column(10, 20);
        (_a + b).ShouldHaveRows([11, 12], [23, 24]);
        (_a - b).ShouldHaveRows([-9, -8], [-17, -16]);
        (_a * _a + b).ShouldHaveRows([17, 20], [35, 42]);
    }

    [Fact]
    public void Equal_shapes_are_added_and_subtracted_entry_by_entry()
    {
        (_a + _b).ShouldHaveRows([11, 22], [33, 44]);
        (_b - _a).ShouldHaveRows([9, 18], [27, 36]);
        (-_a).ShouldHaveRows([-1, -2], [-3, -4]);
        _a.Hadamard(_b).ShouldHaveRows([10, 40], [90, 160]);
    }

    [Fact]
    public void A_number_acts_on_every_entry_from_either_side()
    {
        (2 * _a).ShouldHaveRows([2, 4], [6, 8]);
        (_a * 2).ShouldEqual(2 * _a);
        (1 + _a).ShouldHaveRows([2, 3], [4, 5]);
        (_a + 1).ShouldEqual(1 + _a);
        (1 - _a).ShouldHaveRows([0, -1], [-2, -3]);
        (_a - 1).ShouldHaveRows([0, 1], [2, 3]);
        (_a / 2).ShouldHaveRows([0.5, 1], [1.5, 2]);
        (12 / _a).ShouldHaveRows([12, 6], [4, 3]);
    }

    [Fact]
    public void Operators_leave_their_operands_alone()
    {
        _ = _a + _b;
        _ = _a - _b;
        _ = 2 * _a;
        _ = _a.Map(x => x + 1);
        _a.ShouldHaveRows([1, 2], [3, 4]);
    }

    [Fact]
    public void Addition_in_place_equals_addition() =>
        Prop.ForAll(MatrixTests.Matrices(), M =>
        {
            Matrix<double> column = Matrix.Normal<double>(M.Rows, 1, seed: 1), sum = M.Copy();
            sum.Add(column);
            sum.ShouldEqual(M + column);
            sum.ShouldEqual(M + column * Matrix.Ones<double>(1, M.Columns));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Empty_matrices_have_empty_results()
    {
        Matrix<double> noRows = new(0, 3), noColumns = new(2, 0);
        Assert.Equal((0, 3), Shape(noRows + noRows));
        Assert.Equal((2, 0), Shape(noColumns + Matrix.Column(1, 2)));
        Assert.Equal((3, 0), Shape(noRows.T));
        (noColumns * noRows).ShouldHaveRows([0, 0, 0], [0, 0, 0]);
    }

    private static (int Rows, int Columns) Shape(Matrix<double> matrix) => (matrix.Rows, matrix.Columns);

    [Fact]
    public void A_column_of_a_matrix_is_added_to_it_as_it_was_before()
    {
        Matrix<double> A = Matrix.Of(new double[,] { { 1, 10 }, { 2, 20 } });
        A.Add(A.Column(0));
        A.ShouldHaveRows([2, 11], [4, 22]);
    }

    [Fact]
    public void Columns_of_a_matrix_are_added_to_others_that_overlap_them_as_they_were_before()
    {
        Matrix<double> A = Matrix.Of(new double[,] { { 1, 10, 100 } });
        A.Columns(1, 2).Add(A.Columns(0, 2));
        A.ShouldHaveRows([1, 11, 110]);
    }
}
