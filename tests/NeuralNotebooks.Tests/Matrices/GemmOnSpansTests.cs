using FsCheck;
using FsCheck.Fluent;

namespace NeuralNotebooks.Tests.Matrices;

/// <summary>The product of plain memory with leading dimensions.</summary>
public class GemmOnSpansTests
{
    [Fact]
    public void Parts_of_larger_matrices_are_multiplied_and_nothing_else_is_touched() =>
        Prop.ForAll(Cases(), part =>
        {
            (int m, int n, int k, bool transposeA, bool transposeB, bool accumulate, int gap, int seed) = part;
            (int Rows, int Columns) a = transposeA ? (k, m) : (m, k), b = transposeB ? (n, k) : (k, n);
            int leadingA = a.Rows + gap, leadingB = b.Rows + 2 * gap, leadingC = m + gap;
            Random random = new(seed);
            double[] A = Numbers(leadingA * a.Columns), B = Numbers(leadingB * b.Columns), C = Numbers(leadingC * n), before = [.. C];
            Gemm.Multiply(m, n, k, A, leadingA, B, leadingB, C, leadingC, transposeA, transposeB, accumulate);

            for (int j = 0; j < n; j++)
            {
                for (int i = 0; i < leadingC; i++)
                {
                    int at = i + j * leadingC;
                    if (i >= m)
                    {
                        Assert.Equal(before[at], C[at]);
                        continue;
                    }

                    double expected = accumulate ? before[at] : 0;
                    for (int p = 0; p < k; p++)
                        expected += A[transposeA ? p + i * leadingA : i + p * leadingA] * B[transposeB ? j + p * leadingB : p + j * leadingB];
                    Assert.Equal(expected, C[at], tolerance: 1e-12);
                }
            }

            double[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => 2 * random.NextDouble() - 1)];
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_last_column_need_not_be_followed_by_a_gap()
    {
        double[] A = [1, 2, 0, 3, 4], C = new double[5]; // 2×2 with a leading dimension of 3
        Gemm.Multiply(2, 2, 2, A, 3, [1, 0, 0, 1], 2, C, 3);
        Assert.Equal([1, 2, 0, 3, 4], C);
    }

    [Fact]
    public void What_does_not_fit_is_named_and_nothing_is_written()
    {
        float[] A = new float[12], B = new float[20], C = [.. Enumerable.Repeat(7f, 15)];
        Refuses<ArgumentOutOfRangeException>("A is 3×4: its leading dimension, from one column to the next, must be at least 3.", () => Gemm.Multiply(3, 5, 4, A, 2, B, 4, C, 3));
        Refuses<ArgumentOutOfRangeException>("B is 5×4: its leading dimension, from one column to the next, must be at least 5.", () => Gemm.Multiply(3, 5, 4, A, 3, B, 4, C, 3, transposeB: true));
        Refuses<ArgumentException>("A is 3×4 with a leading dimension of 4, which takes 15 entries: the span has 12.", () => Gemm.Multiply(3, 5, 4, A, 4, B, 4, C, 3));
        Refuses<ArgumentException>("B is 4×5 with a leading dimension of 4, which takes 20 entries: the span has 0.", () => Gemm.Multiply(3, 5, 4, A, 3, default, 4, C, 3));
        Refuses<ArgumentException>("C is 3×5 with a leading dimension of 3, which takes 15 entries: the span has 0.", () => Gemm.Multiply<float>(3, 5, 4, A, 3, B, 4, default, 3));
        Refuses<ArgumentException>("A is 3×2000000000 with a leading dimension of 2000000000, which takes 3999999998000000003 entries: the span has 12.", () => Gemm.Multiply(3, 5, 2_000_000_000, A, 2_000_000_000, B, 2_000_000_000, C, 3));
        Refuses<ArgumentOutOfRangeException>("m ('-3') must be a non-negative value.", () => Gemm.Multiply(-3, 5, 4, A, 3, B, 4, C, 3));
        Assert.All(C, entry => Assert.Equal(7, entry));

        float[] shared = [.. Enumerable.Range(0, 40).Select(i => (float)i)];
        var overlap = Assert.Throws<ArgumentException>(() => Gemm.Multiply(3, 5, 4, shared.AsSpan(0, 12), 3, B, 4, shared.AsSpan(11), 3));
        Assert.StartsWith("C, 3×5, shares memory with A or B", overlap.Message, StringComparison.Ordinal);
        Assert.Equal(Enumerable.Range(0, 40).Select(i => (float)i), shared);

        static void Refuses<TException>(string sentence, Action product)
            where TException : ArgumentException =>
            Assert.StartsWith(sentence, Assert.Throws<TException>(product).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Neighbouring_parts_of_one_array_do_not_count_as_shared()
    {
        float[] all = [1, 2, 3, 4, 5, 6, 7, 8, 0, 0, 0, 0];
        Gemm.Multiply(2, 2, 2, all.AsSpan(0, 4), 2, all.AsSpan(4, 4), 2, all.AsSpan(8), 2);
        Assert.Equal([23, 34, 31, 46], all[8..]);
    }

    private static Arbitrary<(int M, int N, int K, bool TransposeA, bool TransposeB, bool Accumulate, int Gap, int Seed)> Cases() =>
        (from m in Gen.Choose(0, 40)
         from n in Gen.Choose(0, 40)
         from k in Gen.Choose(0, 40)
         from flags in Gen.Choose(0, 7)
         from gap in Gen.Choose(0, 9)
         from seed in Gen.Choose(0, int.MaxValue)
         select (m, n, k, (flags & 1) != 0, (flags & 2) != 0, (flags & 4) != 0, gap, seed)).ToArbitrary();
}
