using TransposedFunction = System.Func<double[], double[], int, int, int, double[]>;

namespace NeuralNotebooks.Course.Tests;

public class TransposedProductTests
{
    [Fact]
    public void Exchanged_indices_of_W_are_correct()
    {
        Verdict verdict = Check.TransposedProduct(Written((i, p, m, k) => p + i * m, (i, j, k, n) => i + j * k));

        Assert.True(verdict.IsCorrect, verdict.ToString());
    }

    [Fact]
    public void W_without_a_transpose_leaves_its_array_and_is_explained_by_the_three_indices()
    {
        Verdict verdict = Check.TransposedProduct(Written((i, p, m, k) => i + p * m, (i, j, k, n) => i + j * k));

        Assert.Contains("Look at the three indices", verdict.LikelyMistake, StringComparison.Ordinal);
    }

    private static TransposedFunction Written(
        Func<int, int, int, int, int> w, Func<int, int, int, int, int> result, Func<double, double, int, int,
            double>? add = null,
        Func<int, int, int>? terms = null, bool guard = false) => (W, δ, m, k, n) =>
    {
        double[] C = new double[k * n];
        for (int j = 0; j < n; j++)
            for (int i = 0; i < k; i++)
                for (int p = 0; p < (terms?.Invoke(m, k) ?? m); p++)
                {
                    int at = w(i, p, m, k), to = result(i, j, k, n);
                    double term = (guard && at >= W.Length ? double.NaN : W[at]) * δ[p + j * m];
                    C[to] = add?.Invoke(C[to], term, p, m) ?? C[to] + term;
                }
        return C;
    };
}
