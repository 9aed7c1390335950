using ProductFunction = System.Func<double[], double[], int, int, int, double[]>;

namespace NeuralNotebooks.Course.Tests;

public class ColumnMajorProductTests
{
    [Fact]
    public void Sums_over_p_with_column_major_indices_are_correct_in_any_order_of_the_loops()
    {
        Assert.True(
            Check.ColumnMajorProduct(Written((i, j, m, n) => i + j * m, (i, p, m, k) => i + p * m, (p, j, k, n) =>
            p + j * k)).IsCorrect);
        Assert.True(Check.ColumnMajorProduct((A, B, m, k, n) =>
        {
            double[] C = new double[m * n];
            for (int p = 0; p < k; p++)
                for (int j = 0; j < n; j++)
                    for (int i = 0; i < m; i++)
                        C[i + j * m] += A[i + p * m] * B[p + j * k];
            return C;
        }).IsCorrect);
    }

    [Fact]
    public void An_index_outside_an_array_is_explained_by_the_three_indices()
    {
        Verdict verdict =
            Check.ColumnMajorProduct(Written((i, j, m, n) => i + j * m, (i, p, m, k) => i + p * k, (p, j, k, n) =>
            p + j * k));

        Assert.Equal(VerdictState.CouldNotBeChecked, verdict.State);
        Assert.Contains("Look at the three indices", verdict.LikelyMistake, StringComparison.Ordinal);
    }

    [Fact]
    public void The_starter_and_an_array_of_another_length_are_not_yet_right()
    {
        Assert.Equal(VerdictState.NotYet, Check.ColumnMajorProduct((A, B, m, k, n) => new double[m * n]).State);
        Assert.Contains("must be 2 × 2", Check.ColumnMajorProduct((A, B, m, k, n) => new double[3]).Message,
            StringComparison.Ordinal);
    }

    private static ProductFunction Written(Func<int, int, int, int, int> c, Func<int, int, int, int, int> a, Func<int,
        int, int, int, int> b) => (A, B, m, k, n) =>
    {
        double[] C = new double[m * n];
        for (int i = 0; i < m; i++)
            for (int j = 0; j < n; j++)
                for (int p = 0; p < k; p++)
                    C[c(i, j, m, n)] += A[a(i, p, m, k)] * B[b(p, j, k, n)];
        return C;
    };
}
