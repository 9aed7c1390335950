using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NeuralNotebooks;

/// <summary>An untransposed matrix times one column.</summary>
/// <remarks>It uses every entry of A once, so nothing is worth keeping in registers: what counts is to read A in memory
/// order, four columns at a time.</remarks>
internal readonly struct MatrixTimesColumn<T> : IVectorWork<Product<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // Optimized from the first call, as are the methods below: a single column often comes only once.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<V>(in Product<T> product)
        where V : ISimd<V, T>
    {
        // Rows that tiles would sum in parts are summed in parts here too, so that a single column gets the same bits.
        int rest = product.RowsInParts(V.Width);
        if (rest > 0)
        {
            TiledProduct<T>.RegisterTiled(product.RowRange(product.M - rest, rest));
            Run<V>(product.RowRange(0, product.M - rest));
            return;
        }

        product.ClearUnlessAccumulating();
        int whole = product.K / 4 * 4;
        for (int p = 0; p < whole; p += 4)
            AddFourColumns<V>(in product, p);
        for (int p = whole; p < product.K; p++)
            AddColumn(in product, p, 0);
    }

    /// <summary>c ← c + a₀ b₀ + a₁ b₁ + a₂ b₂ + a₃ b₃, added in this order, from column and entry p on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddFourColumns<V>(in Product<T> product, int p)
        where V : ISimd<V, T>
    {
        ref T a0 = ref MemoryMarshal.GetReference(product.A.Column(p));
        ref T a1 = ref MemoryMarshal.GetReference(product.A.Column(p + 1));
        ref T a2 = ref MemoryMarshal.GetReference(product.A.Column(p + 2));
        ref T a3 = ref MemoryMarshal.GetReference(product.A.Column(p + 3));
        V b0 = V.Broadcast(product.B[p, 0]), b1 = V.Broadcast(product.B[p + 1, 0]);
        V b2 = V.Broadcast(product.B[p + 2, 0]), b3 = V.Broadcast(product.B[p + 3, 0]);
        ref T c = ref MemoryMarshal.GetReference(product.C.Column(0));
        int i = 0;
        for (; i <= product.M - V.Width; i += V.Width)
        {
            V sum = V.Load(ref Unsafe.Add(ref c, i));
            sum = V.MultiplyAdd(V.Load(ref Unsafe.Add(ref a0, i)), b0, sum);
            sum = V.MultiplyAdd(V.Load(ref Unsafe.Add(ref a1, i)), b1, sum);
            sum = V.MultiplyAdd(V.Load(ref Unsafe.Add(ref a2, i)), b2, sum);
            sum = V.MultiplyAdd(V.Load(ref Unsafe.Add(ref a3, i)), b3, sum);
            sum.Store(ref Unsafe.Add(ref c, i));
        }
        for (int column = p; column < p + 4; column++)
            AddColumn(in product, column, i);
    }

    // As in a register: rounded once where the machine has an instruction for it.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddColumn(in Product<T> product, int p, int start)
    {
        ReadOnlySpan<T> a = product.A.Column(p);
        Span<T> c = product.C.Column(0);
        T b = product.B[p, 0];
        for (int i = start; i < c.Length; i++)
            c[i] = OperatingSystem.IsBrowser() ? c[i] + a[i] * b : T.MultiplyAddEstimate(a[i], b, c[i]);
    }
}
