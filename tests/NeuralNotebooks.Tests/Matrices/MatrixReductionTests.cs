namespace NeuralNotebooks.Tests.Matrices;

public class MatrixReductionTests
{
    private static readonly Matrix<double> _x = Matrix.Of(new[,] { { 1, 2, 3 }, { 4, 5, -6 } });

    /// <summary>Matrices of integers, column after column: their sums are exact in a long.</summary>
    private static Arbitrary<(int Rows, long[] Entries)> Integers() =>
        (from rows in Gen.Choose(1, 20)
         from columns in Gen.Choose(0, 1_500)
         from seed in Gen.Choose(0, int.MaxValue)
         let random = new Random(seed)
         select (rows, Enumerable.Range(0, rows * columns).Select(_ => random.NextInt64(-1 << 24, 1 << 24)).ToArray()))
        .ToArbitrary();

    [Fact]
    public void The_sum_of_a_row_of_floats_is_that_of_exact_arithmetic_rounded_once() => Prop.ForAll(Integers(), one =>
    {
        (int rows, long[] entries) = one;
        Matrix<float> A = Matrix.Over([.. entries.Select(entry => (float)entry)], 0, rows, entries.Length / rows);
        long[] sums = new long[rows];
        foreach ((int i, long entry) in entries.Index())
            sums[i % rows] += entry;
        Assert.Equal(sums.Select(sum => (float)sum), A.RowSums().AsSpan().ToArray());
        if (A.Columns > 0)
            Assert.Equal(sums.Select(sum => (float)((double)sum / A.Columns)), A.RowMeans().AsSpan().ToArray());
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_row_has_the_same_sum_wherever_it_is_in_a_matrix() => Prop.ForAll(Integers(), one =>
    {
        (int rows, long[] entries) = one;
        Matrix<double> A = Matrix.Over([.. entries.Select(entry => entry / 3.0)], 0, rows, entries.Length / rows);
        double[] alone = [.. Enumerable.Range(0, rows).Select(row => A.Row(row).RowSums()[0, 0])];
        Assert.Equal(alone, A.RowSums().AsSpan().ToArray());
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_long_sum_of_floats_stays_accurate()
    {
        const int Count = 20_000_000;
        Matrix<float> ones = Matrix.Filled(1, Count, 1f), column = ones.Transpose();
        Assert.Equal((Count, Count), (ones.Sum(), ones.RowSums()[0, 0]));
        Assert.Equal(Count, column.ColumnSums()[0, 0]);

        Matrix<float> tenths = Matrix.Filled(1, Count / 2, 0.1f);
        Assert.Equal(1, tenths.Mean() / 0.1f, 2e-6);
        Assert.Equal(0.1f, tenths.RowMeans()[0, 0]);
        Assert.Equal(1, tenths.Norm() / (0.1f * Math.Sqrt(Count / 2)), 1e-7);
    }

    // Three rows are added up by scalar code, nine in vector registers. The expected sum is a product, which is rounded
    // once.
    [Theory]
    [Cases(3, 9)]
    public void A_long_sum_of_doubles_stays_accurate(int rows)
    {
        const int Columns = 1_000_000;
        Matrix<double> tenths = Matrix.Filled(rows, Columns, 0.1);
        Assert.All(tenths.RowSums().AsSpan().ToArray(), sum => Assert.Equal(1, sum / (Columns * 0.1), 1e-14));
        Assert.Equal(1, tenths.Sum() / (rows * Columns * 0.1), 1e-14);
    }

    [Fact]
    public void The_squares_of_a_norm_do_not_overflow() => Assert.Equal(5e30f, Matrix.Row<float>(3e30f, 4e30f).Norm());

    [Fact]
    public void Matrices_are_close_when_no_entry_differs_by_more_than_the_tolerance()
    {
        Matrix<double> other = _x.Copy();
        other[1, 2] += 0.25;
        Assert.Equal(0.25, _x.MaxAbsoluteDifference(other));
        Assert.True(_x.IsCloseTo(other, 0.25));
        Assert.False(_x.IsCloseTo(other, 0.2));
        Assert.False(_x.IsCloseTo(_x.Transpose(), 100));
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
}
