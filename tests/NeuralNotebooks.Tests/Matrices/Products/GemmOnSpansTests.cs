using FsCheck;
using FsCheck.Fluent;

namespace NeuralNotebooks.Tests.Matrices;

/// <summary>The product of plain memory with leading dimensions.</summary>
public class GemmOnSpansTests
{
    [Fact]
    public void Parts_of_larger_matrices_are_multiplied_and_nothing_else_is_touched() =>
        Prop.ForAll(
                Cases(),
                part =>
                {
                    (int m, int n, int k, bool transposeA, bool transposeB, bool accumulate, int gap, int seed) = part;
                    (int Rows, int Columns) a = transposeA ? (k, m) : (m, k),
                        b = transposeB ? (n, k) : (k, n);
                    int leadingA = a.Rows + gap,
                        leadingB = b.Rows + 2 * gap,
                        leadingC = m + gap;
                    Random random = new(seed);
                    double[] A = Numbers(leadingA * a.Columns),
                        B = Numbers(leadingB * b.Columns),
                        C = Numbers(leadingC * n),
                        before = [.. C];
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
                                expected +=
                                    A[transposeA ? p + i * leadingA : i + p * leadingA]
                                    * B[transposeB ? j + p * leadingB : p + j * leadingB];
                            Assert.Equal(expected, C[at], tolerance: 1e-12);
                        }
                    }

                    double[] Numbers(int count) =>
                        [.. Enumerable.Range(0, count).Select(_ => 2 * random.NextDouble() - 1)];
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void The_last_column_need_not_be_followed_by_a_gap()
    {
        double[] A = [1, 2, 0, 3, 4], C = new double[5]; // 2×2 with a leading dimension of 3
        Gemm.Multiply(2, 2, 2, A, 3, [1, 0, 0, 1], 2, C, 3);
        Assert.Equal([1, 2, 0, 3, 4], C);
    }

    [Theory]
    [InlineData(1, 28)]
    [InlineData(3, 28)]
    [InlineData(3, 0)]
    public void A_product_without_rows_writes_nothing(int n, int k)
    {
        double[] C = [.. Enumerable.Repeat(7.0, 6 * n)];
        Gemm.Multiply(0, n, k, new double[6 * k], 6, new double[k * n], k, C, 6);
        Assert.All(C, entry => Assert.Equal(7, entry));
    }

    [Fact]
    public void The_largest_leading_dimension_works_where_there_is_one_column()
    {
        float[] A = [1, 2, 3], C = new float[3];
        Gemm.Multiply(3, 1, 1, A, int.MaxValue, [2f], int.MaxValue, C, int.MaxValue);
        Assert.Equal([2, 4, 6], C);
        Gemm.Multiply(
            1,
            1,
            3,
            A,
            int.MaxValue,
            [1f, 1, 1],
            int.MaxValue,
            C.AsSpan(0, 1),
            int.MaxValue,
            transposeA: true,
            accumulate: true
        );
        Assert.Equal([8, 4, 6], C);
    }

    [Fact]
    public void Products_without_entries_need_no_memory()
    {
        Gemm.Multiply<float>(0, 0, 0, default, 0, default, 0, default, 0);
        Gemm.Multiply<float>(0, 5, 4, default, 0, new float[20], 4, default, 0);
        double[] C = [1, 2, 3];
        Gemm.Multiply(1, 2, 0, default, 1, default, 0, C, 2);
        Assert.Equal([0, 2, 0], C);
        Gemm.Multiply(1, 2, 0, default, 1, default, 0, C, 2, accumulate: true);
        Assert.Equal([0, 2, 0], C);
    }

    [Fact]
    public void Blocks_of_one_matrix_may_be_multiplied_into_another_block_of_it()
    {
        // As in a blocked factorization: the lower right block gets the product of the one on its left and the one
        // above it.
        Matrix<double> M = Matrix.Uniform<double>(9, 9, seed: 1), before = M.Copy();
        Span<double> all = M.AsSpan();
        Gemm.Multiply(5, 5, 4, all[4..], 9, all[(4 * 9)..], 9, all[(4 * 9 + 4)..], 9, accumulate: true);
        for (int i = 0; i < 9; i++)
        {
            for (int j = 0; j < 9; j++)
                Assert.Equal(
                    before[i, j] + (i < 4 || j < 4 ? 0 : Enumerable.Range(0, 4).Sum(p => before[i, p] * before[p, j])),
                    M[i, j],
                    tolerance: 1e-14
                );
        }
    }

    [Fact]
    public void Memory_counts_as_shared_exactly_when_an_entry_is()
    {
        const int leading = 5;
        int[] sizes = [1, 2, 4, 5];
        float[] memory = new float[60];
        foreach (int rows in sizes)
        {
            foreach (int otherRows in sizes)
            {
                for (int at = 0; at <= 26; at++)
                {
                    Strided<float> one = Gemm.Part<float>("one", memory.AsSpan(10), rows, 3, leading).View;
                    Strided<float> other = Gemm.Part<float>("other", memory.AsSpan(at), otherRows, 2, leading).View;
                    bool shared = Entries(10, rows, 3).Intersect(Entries(at, otherRows, 2)).Any();
                    Assert.Equal(shared, one.SharesEntriesWith(other));
                    Assert.Equal(shared, other.SharesEntriesWith(one));
                }
            }
        }

        static IEnumerable<int> Entries(int start, int rows, int columns) =>
            from column in Enumerable.Range(0, columns)
            from row in Enumerable.Range(0, rows)
            select start + column * leading + row;
    }

    [Fact]
    public void Neighbouring_parts_of_one_array_do_not_count_as_shared()
    {
        float[] all = [1, 2, 3, 4, 5, 6, 7, 8, 0, 0, 0, 0];
        Gemm.Multiply(2, 2, 2, all.AsSpan(0, 4), 2, all.AsSpan(4, 4), 2, all.AsSpan(8), 2);
        Assert.Equal([23, 34, 31, 46], all[8..]);
    }

    private static Arbitrary<(
        int M,
        int N,
        int K,
        bool TransposeA,
        bool TransposeB,
        bool Accumulate,
        int Gap,
        int Seed
    )> Cases() =>
        (
            from m in Gen.Choose(0, 40)
            from n in Gen.Choose(0, 40)
            from k in Gen.Choose(0, 40)
            from flags in Gen.Choose(0, 7)
            from gap in Gen.Choose(0, 9)
            from seed in Gen.Choose(0, int.MaxValue)
            select (m, n, k, (flags & 1) != 0, (flags & 2) != 0, (flags & 4) != 0, gap, seed)
        ).ToArbitrary();
}
