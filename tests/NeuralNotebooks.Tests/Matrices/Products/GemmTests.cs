using System.Runtime.Intrinsics;

namespace NeuralNotebooks.Tests.Matrices;

public class GemmTests
{
    public delegate void Stage<T>(
        Matrix<T> A, Matrix<T> B, Matrix<T> destination, bool transposeA, bool transposeB, bool accumulate)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;

    public static TheoryData<string> Stages => new(
        ["Naive", "Blocked", "Simd", "RegisterTiled", "Packed", "Multiply", .. Widths]);

    public static TheoryData<string> WidthStages => new(Widths);

    /// <summary>The two stages whose code depends on the register width, at each width.</summary>
    private static string[] Widths =>
        ["128 bits", "256 bits", "512 bits", "128 bits packed", "256 bits packed", "512 bits packed"];

    [Theory]
    [MemberData(nameof(Stages))]
    public void Every_stage_computes_the_product_of_finite_numbers_infinities_and_NaN(string stage) =>
        Prop.ForAll(
                Products(),
                product =>
                {
                    foreach (Product numbers in (Product[])[product, product with { HasSpecialNumbers = true }])
                    {
                        Agrees(numbers, Named<float>(stage));
                        Agrees(numbers, Named<double>(stage));
                    }
                })
            .QuickCheckThrowOnFailure();

    [Theory]
    [Cases(
        0, 0, 0,
        0, 3, 2,
        3, 0, 2,
        3, 2, 0,
        1, 1, 1,
        1, 1, 700, // computed as a dot product
        300, 1, 257, // computed as a matrix times a column
        33, 7, 257, // one more than a tile of rows, with tiles of 4, 2 and 1 columns
        33, 9, 385, // one more than a tile of rows, of columns, and the depth of a strip
        65, 505, 130, // one more than tiles of rows and of columns
        34, 18, 388, // last rows in four parts, in two parts of k
        17, 11, 64, // the smallest k for four parts, in a strip that is not full
        96, 12, 512, // whole tiles only
        10, 70, 40, // fewer rows than a register holds: transposed where B is transposed
        545, 20, 300, // more than one block of A, plus a row
        40, 1030, 260 // more than one panel of B
    )]
    public void Sizes_at_the_edges_of_blocks_are_right(int m, int n, int k)
    {
        Stage<float>[] inFloat = [.. Stages.Select(row => Named<float>(row.Data))];
        Stage<double>[] inDouble = [.. Stages.Select(row => Named<double>(row.Data))];
        foreach (bool transposeA in new[] { false, true })
        {
            foreach (bool transposeB in new[] { false, true })
            {
                Agrees(new Product(m, n, k, transposeA, transposeB, Accumulate: true, Seed: m + n), inFloat);
                Agrees(new Product(m, n, k, transposeA, transposeB, Accumulate: false, Seed: k), inDouble);
            }
        }
    }

    [Theory]
    [MemberData(nameof(WidthStages))]
    public void Blocks_of_a_larger_matrix_can_be_multiplied_without_a_copy(string stage)
    {
        Matrix<double> A = Matrix.Uniform<double>(50, 60, seed: 1), B = Matrix.Uniform<double>(70, 40, seed: 2);
        Matrix<double> C = Matrix.Uniform<double>(80, 30, seed: 3), before = C.Copy();
        var operands = new Product<double>(
            A.View().Block(3, 5, 41, 33), B.View().Block(7, 2, 33, 17), C.View().Block(9, 4, 41, 17), false);
        Run(stage, operands);

        for (int i = 0; i < 80; i++)
        {
            for (int j = 0; j < 30; j++)
            {
                double expected = before[i, j];
                if (i is >= 9 and < 50 && j is >= 4 and < 21)
                    expected = Enumerable.Range(0, 33).Sum(p => A[i - 6, p + 5] * B[p + 7, j - 2]);
                Assert.Equal(expected, C[i, j], tolerance: 1e-13);
            }
        }
    }

    /// <summary>Compares with the definition in double. Non-finite entries must be the same; the rest may differ by k +
    /// 1 roundings.</summary>
    /// <remarks>A computed entry ĉ satisfies |ĉ − c| ≤ γ (|c₀| + Σₚ |a[i, p]| |b[p, j]|) with γ = (k + 1) u / (1 − (k +
    /// 1) u), in any order of summation, with each multiply-add rounded once or twice; u is half of the distance from 1
    /// to the next number. The reference, computed in double, has such an error too, so both bounds are added. N. J.
    /// Higham, "Accuracy and Stability of Numerical Algorithms", 2nd edition, section 3.5.</remarks>
    private static void Agrees<T>(Product product, params Stage<T>[] stages)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        (Matrix<T> A, Matrix<T> B, Matrix<T> before) = product.Make<T>();
        Matrix<double> expected = before.To<double>(), magnitudes = expected.Map(Math.Abs);
        Gemm.Naive(
            A.To<double>(), B.To<double>(), expected, product.TransposeA, product.TransposeB, product.Accumulate);
        Gemm.Naive(
            A.To<double>().Map(Math.Abs),
            B.To<double>().Map(Math.Abs),
            magnitudes,
            product.TransposeA,
            product.TransposeB,
            product.Accumulate);

        double γ =
            Roundings(product.K + 1, typeof(T) == typeof(float) ? Math.Pow(2, -24) : Math.Pow(2, -53))
            + Roundings(product.K + 1, Math.Pow(2, -53));
        foreach (Stage<T> stage in stages)
        {
            // C is a view of some columns; the columns on either side must not change.
            Matrix<T> storage = Matrix.Uniform<T>(product.M, product.N + 2, seed: 1),
                untouched = storage.Copy(),
                C = storage.Columns(1, product.N);
            before.CopyTo(C);
            stage(A, B, C, product.TransposeA, product.TransposeB, product.Accumulate);
            storage.Column(0).ShouldEqual(untouched.Column(0));
            storage.Column(product.N + 1).ShouldEqual(untouched.Column(product.N + 1));
            for (int i = 0; i < C.Count; i++)
            {
                double entry = double.CreateChecked(C.AsSpan()[i]),
                    right = expected.AsSpan()[i],
                    bound = γ * magnitudes.AsSpan()[i];
                if (!(double.IsFinite(right) ? Math.Abs(entry - right) <= bound : entry.Equals(right)))
                    Assert.Fail(
                        Invariant($"{product}: [{i % product.M}, {i / product.M}] is {entry}, not {right} ± {bound}"));
            }
        }
    }

    private static double Roundings(int count, double u) => count * u / (1 - count * u);

    private static Stage<T> Named<T>(string stage)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => stage switch
        {
            "Naive" => Gemm.Naive,
            "Blocked" => Gemm.Blocked,
            "Simd" => Gemm.Simd,
            "RegisterTiled" => Gemm.RegisterTiled,
            "Packed" => Gemm.Packed,
            "Multiply" => (A, B, C, transposeA, transposeB, accumulate) =>
                Gemm.Multiply(A, B, C, transposeA, transposeB, accumulate),
            _ => (A, B, C, transposeA, transposeB, accumulate) =>
                Run(stage, new Product<T>(A.View(transposeA), B.View(transposeB), C.View(), accumulate)),
        };

    // All widths can be tested on every machine: .NET emulates registers that the processor does not have.
    private static void Run<T>(string width, Product<T> operands)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (width.EndsWith("packed", StringComparison.Ordinal))
            operands = operands.Packed;
        if (width.StartsWith("128", StringComparison.Ordinal))
            TiledProduct.InTiles<T>.Run<Simd128<T>, Vector128<T>>(in operands);
        else if (width.StartsWith("256", StringComparison.Ordinal))
            TiledProduct.InTiles<T>.Run<Simd256<T>, Vector256<T>>(in operands);
        else
            TiledProduct.InTiles<T>.Run<Simd512<T>, Vector512<T>>(in operands);
    }

    private static Arbitrary<Product> Products()
    {
        // Sizes of 1 are frequent, since products with a single row, a single column, or both have special kernels.
        Gen<int> size = Gen.OneOf(Gen.Constant(1), Gen.Choose(0, 8), Gen.Choose(0, 70));
        return (from m in size
                from n in size
                from k in Gen.OneOf(size, Gen.Choose(250, 270))
                from flags in Gen.Choose(0, 7)
                from seed in Gen.Choose(0, int.MaxValue - 10)
                select new Product(m, n, k, (flags & 1) != 0, (flags & 2) != 0, (flags & 4) != 0, seed)).ToArbitrary();
    }

    public sealed record Product(int M, int N, int K, bool TransposeA, bool TransposeB, bool Accumulate, int Seed)
    {
        private static readonly double[] _special = [double.NaN, double.PositiveInfinity, double.NegativeInfinity, 0];

        public bool HasSpecialNumbers { get; init; }

        public (Matrix<T> A, Matrix<T> B, Matrix<T> C) Make<T>()
            where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            (TransposeA ? Numbers<T>(K, M, Seed) : Numbers<T>(M, K, Seed),
             TransposeB ? Numbers<T>(N, K, Seed + 1) : Numbers<T>(K, N, Seed + 1),
             Numbers<T>(M, N, Seed + 2));

        private Matrix<T> Numbers<T>(int rows, int columns, int seed)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            Matrix<T> numbers = Matrix.Uniform<T>(rows, columns, seed);
            Random random = new(seed);
            for (int left = HasSpecialNumbers && numbers.Count > 0 ? 3 : 0; left > 0; left--)
                numbers[random.Next(rows), random.Next(columns)] =
                    T.CreateChecked(_special[random.Next(_special.Length)]);
            return numbers;
        }
    }
}
