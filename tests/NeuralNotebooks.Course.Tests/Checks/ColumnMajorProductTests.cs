using ProductFunction = System.Func<double[], double[], int, int, int, double[]>;

namespace NeuralNotebooks.Course.Tests;

public class ColumnMajorProductTests
{
    [Fact]
    public void Sums_over_p_with_column_major_indices_are_correct_in_any_order_of_the_loops()
    {
        Assert.True(Check.ColumnMajorProduct(Written((i, j, m, n) => i + j * m, (i, p, m, k) => i + p * m, (p, j, k, n) => p + j * k)).IsCorrect);
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

    public static TheoryData<string, ProductFunction> Mutants => new()
    {
        { "All three matrices are read by rows", Written((i, j, m, n) => i * n + j, (i, p, m, k) => i * k + p, (p, j, k, n) => p * n + j) },
        { "C is written by rows", Written((i, j, m, n) => i * n + j, (i, p, m, k) => i + p * m, (p, j, k, n) => p + j * k) },
        { "A is read by rows", Written((i, j, m, n) => i + j * m, (i, p, m, k) => i * k + p, (p, j, k, n) => p + j * k) },
        { "B is read by rows", Written((i, j, m, n) => i + j * m, (i, p, m, k) => i + p * m, (p, j, k, n) => p * n + j) },
        { "Only the last term", Summed((sum, term, p, k) => term) },
        { "The last term of each sum is missing", Summed((sum, term, p, k) => p == k - 1 ? sum : sum + term) },
        { "The first term of each sum is missing", Summed((sum, term, p, k) => p == 0 ? sum : sum + term) },
        { "not set back to 0 before the next entry.", Running(byColumns: false) },
        { "your loops go down the columns", Running(byColumns: true) },
    };

    [Theory]
    [MemberData(nameof(Mutants), DisableDiscoveryEnumeration = true)]
    public void A_wrong_product_is_named(string sentence, ProductFunction mutant)
    {
        Verdict verdict = Check.ColumnMajorProduct(mutant);

        Assert.False(verdict.IsCorrect);
        Assert.Contains(sentence, verdict.LikelyMistake, StringComparison.Ordinal);
    }

    [Fact]
    public void An_index_outside_an_array_is_explained_by_the_three_indices()
    {
        Verdict verdict = Check.ColumnMajorProduct(Written((i, j, m, n) => i + j * m, (i, p, m, k) => i + p * k, (p, j, k, n) => p + j * k));

        Assert.Equal(VerdictState.CouldNotBeChecked, verdict.State);
        Assert.Contains("Look at the three indices", verdict.LikelyMistake, StringComparison.Ordinal);
    }

    [Fact]
    public void The_starter_and_an_array_of_another_length_are_not_yet_right()
    {
        Assert.Equal(VerdictState.NotYet, Check.ColumnMajorProduct((A, B, m, k, n) => new double[m * n]).State);
        Assert.Contains("must be 2 × 2", Check.ColumnMajorProduct((A, B, m, k, n) => new double[3]).Message, StringComparison.Ordinal);
    }

    private static ProductFunction Written(Func<int, int, int, int, int> c, Func<int, int, int, int, int> a, Func<int, int, int, int, int> b) => (A, B, m, k, n) =>
    {
        double[] C = new double[m * n];
        for (int i = 0; i < m; i++)
            for (int j = 0; j < n; j++)
                for (int p = 0; p < k; p++)
                    C[c(i, j, m, n)] += A[a(i, p, m, k)] * B[b(p, j, k, n)];
        return C;
    };

    private static ProductFunction Summed(Func<double, double, int, int, double> add) => (A, B, m, k, n) =>
    {
        double[] C = new double[m * n];
        for (int i = 0; i < m; i++)
            for (int j = 0; j < n; j++)
                for (int p = 0; p < k; p++)
                    C[i + j * m] = add(C[i + j * m], A[i + p * m] * B[p + j * k], p, k);
        return C;
    };

    private static ProductFunction Running(bool byColumns) => (A, B, m, k, n) =>
    {
        double[] C = new double[m * n];
        double sum = 0;
        for (int outer = 0; outer < (byColumns ? n : m); outer++)
        {
            for (int inner = 0; inner < (byColumns ? m : n); inner++)
            {
                (int i, int j) = byColumns ? (inner, outer) : (outer, inner);
                for (int p = 0; p < k; p++)
                    sum += A[i + p * m] * B[p + j * k];
                C[i + j * m] = sum;
            }
        }
        return C;
    };
}
