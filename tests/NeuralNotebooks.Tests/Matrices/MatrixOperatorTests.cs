namespace NeuralNotebooks.Tests.Matrices;

public class MatrixOperatorTests
{
    [Fact]
    public void Operators_and_reductions_have_the_results_of_the_textbook()
    {
        Matrix<double> A = Matrix.Of(new[,] { { 1, 2 }, { 3, 4 } }), B = 10 * A, b = Matrix.Column(10, 20);
        Matrix<double> noRows = new(0, 3), noColumns = new(2, 0);
        new Shown(asHtml: false)   // texts are made at the end: no operation may change A or B
        {
            A,
            B,
            b,
            A + b,
            A - b,
            A * A + b,
            A + B,
            B - A,
            -A,
            A.Hadamard(B),
            2 * A,
            A * 2,
            1 + A,
            A + 1,
            A.Map(x => x + 1),
            1 - A,
            A - 1,
            A / 2,
            12 / A,
            A.T,
            A.Sum(),
            A.Mean(),
            (A - 3).Max(),
            (A - 3).Min(),
            Matrix.Row(3, -4).Norm(),
            A.RowSums(),
            A.RowMeans(),
            A.ColumnSums(),
            noRows + noRows,
            noRows.T,
            noColumns + b,
            noColumns * noRows,
            noColumns.Sum(),
            noColumns.Mean(),
            noColumns.RowSums(),
            noColumns.MaxAbsoluteDifference(new(2, 0)),
        }.ShouldBeApproved();
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
    public void Columns_of_a_matrix_are_added_to_others_that_overlap_them_as_they_were_before()
    {
        Matrix<double> A = Matrix.Of(new double[,] { { 1, 10, 100 } });
        A.Columns(1, 2).Add(A.Columns(0, 2));
        A.ShouldHaveRows([1, 11, 110]);
    }
}
