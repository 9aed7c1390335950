using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NeuralNotebooks;

internal static partial class TiledProduct<T>
{
    /// <summary>A tile of <see cref="ThreeRegisters{V, T}"/> by four columns, for .NET's interpreter in
    /// browsers.</summary>
    /// <remarks>
    /// The interpreter keeps no struct in registers: it would copy three vectors for each multiply-add, which takes
    /// longer than the arithmetic. Here each vector is a separate local. The sums are those of <see cref="Tile4"/>, in
    /// the same order.
    /// </remarks>
    internal static void InterpretedTile(in Tile tile)
    {
        Vector128<T> x0 = default, x1 = x0, x2 = x0, x3 = x0;
        Vector128<T> y0 = x0, y1 = x0, y2 = x0, y3 = x0;
        Vector128<T> z0 = x0, z1 = x0, z2 = x0, z3 = x0;
        if (!tile.Overwrite)
        {
            Load(ref tile.C, out x0, out y0, out z0);
            Load(ref tile.CAt(1), out x1, out y1, out z1);
            Load(ref tile.CAt(2), out x2, out y2, out z2);
            Load(ref tile.CAt(3), out x3, out y3, out z3);
        }

        ref T a = ref tile.A;
        ref T b = ref tile.B;
        ref T b1 = ref tile.BAt(1);
        ref T b2 = ref tile.BAt(2);
        ref T b3 = ref tile.BAt(3);
        nint aColumn = tile.AColumn, bRow = tile.BRow;
        nuint middle = (nuint)Vector128<T>.Count, bottom = 2 * middle;
        for (int p = 0; p < tile.Depth; p++)
        {
            Vector128<T> x = Vector128.LoadUnsafe(ref a);
            Vector128<T> y = Vector128.LoadUnsafe(ref a, middle);
            Vector128<T> z = Vector128.LoadUnsafe(ref a, bottom);
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

        Store(x0, y0, z0, ref tile.C);
        Store(x1, y1, z1, ref tile.CAt(1));
        Store(x2, y2, z2, ref tile.CAt(2));
        Store(x3, y3, z3, ref tile.CAt(3));

        static void Load(ref T column, out Vector128<T> x, out Vector128<T> y, out Vector128<T> z)
        {
            x = Vector128.LoadUnsafe(ref column);
            y = Vector128.LoadUnsafe(ref column, (nuint)Vector128<T>.Count);
            z = Vector128.LoadUnsafe(ref column, (nuint)(2 * Vector128<T>.Count));
        }

        static void Store(Vector128<T> x, Vector128<T> y, Vector128<T> z, ref T column)
        {
            x.StoreUnsafe(ref column);
            y.StoreUnsafe(ref column, (nuint)Vector128<T>.Count);
            z.StoreUnsafe(ref column, (nuint)(2 * Vector128<T>.Count));
        }
    }
}
