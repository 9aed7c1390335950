namespace NeuralNotebooks;

internal static partial class TiledProduct
{
    /// <summary>A tile of three registers by four columns, for .NET's interpreter in browsers.</summary>
    /// <remarks>The interpreter does not hold structs in registers: with columns as structs, it would copy three
    /// vectors for each multiply-add, which takes longer than the arithmetic. Here each vector is a separate local
    /// variable. The sums are the same as in <see cref="Strip{TColumn, T}"/>, in the same order.</remarks>
    internal static void InterpretedTile<T>(in Product<T> product, int j, ref T a, nint aColumn, ref T c, nint cColumn)
        where T : unmanaged
    {
        int depth = product.K;
        nint bRow = product.B.RowStride, bColumn = product.B.ColumnStride;
        int second = Vector128<T>.Count, third = 2 * second;
        ref T c1 = ref Unsafe.Add(ref c, cColumn),
            c2 = ref Unsafe.Add(ref c1, cColumn),
            c3 = ref Unsafe.Add(ref c2, cColumn);
        Vector128<T> x0 = default, x1 = x0, x2 = x0, x3 = x0;
        Vector128<T> y0 = x0, y1 = x0, y2 = x0, y3 = x0;
        Vector128<T> z0 = x0, z1 = x0, z2 = x0, z3 = x0;
        if (product.Accumulate)
        {
            (x0, y0, z0) = Load(ref c);
            (x1, y1, z1) = Load(ref c1);
            (x2, y2, z2) = Load(ref c2);
            (x3, y3, z3) = Load(ref c3);
        }

        ref T b = ref product.B[0, j],
            b1 = ref Unsafe.Add(ref b, bColumn),
            b2 = ref Unsafe.Add(ref b1, bColumn),
            b3 = ref Unsafe.Add(ref b2, bColumn);
        for (int p = 0; p < depth; p++)
        {
            Vector128<T> x = Vector128.LoadUnsafe(ref a),
                y = Vector128.LoadUnsafe(ref a, (nuint)second),
                z = Vector128.LoadUnsafe(ref a, (nuint)third);
            Vector128<T> weight = Vector128.Create(b);
            x0 += x * weight;
            y0 += y * weight;
            z0 += z * weight;
            weight = Vector128.Create(b1);
            x1 += x * weight;
            y1 += y * weight;
            z1 += z * weight;
            weight = Vector128.Create(b2);
            x2 += x * weight;
            y2 += y * weight;
            z2 += z * weight;
            weight = Vector128.Create(b3);
            x3 += x * weight;
            y3 += y * weight;
            z3 += z * weight;
            a = ref Unsafe.Add(ref a, aColumn);
            b = ref Unsafe.Add(ref b, bRow);
            b1 = ref Unsafe.Add(ref b1, bRow);
            b2 = ref Unsafe.Add(ref b2, bRow);
            b3 = ref Unsafe.Add(ref b3, bRow);
        }

        Store(x0, y0, z0, ref c);
        Store(x1, y1, z1, ref c1);
        Store(x2, y2, z2, ref c2);
        Store(x3, y3, z3, ref c3);

        (Vector128<T> Top, Vector128<T> Middle, Vector128<T> Bottom) Load(ref T column) =>
            (Vector128.LoadUnsafe(ref column),
             Vector128.LoadUnsafe(ref column, (nuint)second),
             Vector128.LoadUnsafe(ref column, (nuint)third));

        void Store(Vector128<T> x, Vector128<T> y, Vector128<T> z, ref T column)
        {
            x.StoreUnsafe(ref column);
            y.StoreUnsafe(ref column, (nuint)second);
            z.StoreUnsafe(ref column, (nuint)third);
        }
    }
}
