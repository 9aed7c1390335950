namespace NeuralNotebooks.Tests;

/// <summary>Compares the kernel for tiles that is used in browsers with the definition of the product.</summary>
public class InterpretedTileTests
{
    [Theory]
    [Cases(0, false, 1, true, 7, true, 128, false)]
    public void A_tile_is_the_sum_over_k(int depth, bool accumulate)
    {
        Check(6, depth, accumulate, tolerance: 1e-13);
        Check(12, depth, accumulate, tolerance: 1e-4f);
    }

    private static void Check<T>(int rows, int depth, bool accumulate, T tolerance)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var random = new Random(1);
        int aColumn = rows + 2, bRow = 5, bColumn = 1,
            cColumn = rows + 1; // gaps everywhere, and B transposed
        T[] a = Numbers<T>(random, (depth + 1) * aColumn),
            b = Numbers<T>(random, (depth + 1) * bRow),
            c = Numbers<T>(random, 4 * cColumn),
            expected = [.. c];
        for (int j = 0; j < 4; j++)
        {
            for (int i = 0; i < rows; i++)
            {
                T sum = accumulate ? c[i + j * cColumn] : T.Zero;
                for (int p = 0; p < depth; p++)
                    sum += a[i + p * aColumn] * b[p * bRow + j * bColumn];
                expected[i + j * cColumn] = sum;
            }
        }

        Product<T> product = new(
            new(a, rows, depth, 1, aColumn), new(b, depth, 4, bRow, bColumn), new(c, rows, 4, 1, cColumn), accumulate);
        TiledProduct.InterpretedTile(in product, 0, ref a[0], aColumn, ref c[0], cColumn);

        Assert.All(
            c.Zip(expected),
            pair => Assert.True(T.Abs(pair.First - pair.Second) <= tolerance, $"{pair.First} instead of {pair.Second}")
        );
    }

    private static T[] Numbers<T>(Random random, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            [.. Enumerable.Range(0, count).Select(_ => T.CreateChecked(random.NextDouble() - 0.5))];
}
