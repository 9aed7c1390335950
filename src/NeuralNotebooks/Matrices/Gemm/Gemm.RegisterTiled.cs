using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NeuralNotebooks;

public static partial class Gemm
{
    /// <summary>The width of a tile of C in columns.</summary>
    private const int TileColumns = 6;

    /// <summary>How far a strip of A goes at a time: 32 rows of 256 floats are 32 KB, which the nearest cache holds.</summary>
    private const int StripDepth = 256;

    /// <summary>How many columns of B a strip meets: 256 rows of 512 floats are 512 KB, which the second cache holds.</summary>
    private const int PanelColumns = 504;

    /// <summary>Stage 5: a tile of C stays in registers, twelve of them, while a strip of A and six columns of B stream past.</summary>
    /// <inheritdoc cref="Multiply{T}"/>
    public static void RegisterTiled<T>(
        Matrix<T> A, Matrix<T> B, Matrix<T> destination,
        bool transposeA = false, bool transposeB = false, bool accumulate = false)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        RegisterTiledOnThisMachine(new GemmOperands<T>(A, B, destination, transposeA, transposeB, accumulate));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void RegisterTiledOnThisMachine<T>(GemmOperands<T> operands)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (Vector512.IsHardwareAccelerated)
            RegisterTiledLoops<Simd512<T>, Vector512<T>, T>(operands);
        else if (Vector256.IsHardwareAccelerated)
            RegisterTiledLoops<Simd256<T>, Vector256<T>, T>(operands);
        else
            RegisterTiledLoops<Simd128<T>, Vector128<T>, T>(operands);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void RegisterTiledLoops<TSimd, TVector, T>(GemmOperands<T> operands)
        where TSimd : ISimd<TVector, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (operands.K == 0)
        {
            operands.Begin();
            return;
        }

        int tall = 2 * TSimd.Width;
        Span<T> buffer = stackalloc T[tall * Math.Min(operands.K, StripDepth)];
        for (int j = 0; j < operands.N; j += PanelColumns)
        {
            int columns = Math.Min(PanelColumns, operands.N - j);
            for (int p = 0; p < operands.K; p += StripDepth)
            {
                int depth = Math.Min(StripDepth, operands.K - p);
                bool fresh = p == 0 && !operands.Accumulate;
                for (int i = 0; i < operands.M; i += tall)
                {
                    int rows = Math.Min(tall, operands.M - i);
                    int height = rows <= TSimd.Width ? TSimd.Width : tall;
                    Strided<T> strip = Strip(operands.A.Block(i, p, rows, depth), height, buffer, uses: columns);
                    MultiplyStrip<TSimd, TVector, T>(
                        strip, operands.B.Block(p, j, depth, columns), operands.C.Block(i, j, rows, columns), fresh);
                }
            }
        }
    }

    /// <summary>A strip of A (height × depth) times a panel of B, tile by tile.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MultiplyStrip<TSimd, TVector, T>(Strided<T> strip, Strided<T> b, Strided<T> c, bool fresh)
        where TSimd : ISimd<TVector, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int height = strip.Rows, depth = strip.Columns;
        int whole = c.Rows == height ? c.Columns / TileColumns * TileColumns : 0;
        for (int j = 0; j < whole; j += TileColumns)
        {
            MultiplyTile<TSimd, TVector, T>(
                strip, ref b[0, j], b.RowStride, b.ColumnStride, ref c[0, j], c.ColumnStride, fresh);
        }

        if (whole == c.Columns)
            return;

        // At the edges the tile is whole but C is not: the tile is computed beside C and its part copied there; columns that B
        // lacks are filled up with zeros.
        Span<T> tile = stackalloc T[height * TileColumns];
        Span<T> filled = stackalloc T[c.Columns % TileColumns == 0 ? 0 : depth * TileColumns];
        for (int j = whole; j < c.Columns; j += TileColumns)
        {
            int columns = Math.Min(TileColumns, c.Columns - j);
            for (int q = 0; q < columns; q++)
                c.Column(j + q).CopyTo(tile[(q * height)..]);

            if (columns == TileColumns)
            {
                MultiplyTile<TSimd, TVector, T>(strip, ref b[0, j], b.RowStride, b.ColumnStride, ref tile[0], height, fresh);
            }
            else
            {
                for (int p = 0; p < depth; p++)
                {
                    for (int q = 0; q < columns; q++)
                        filled[p * TileColumns + q] = b[p, j + q];
                }

                MultiplyTile<TSimd, TVector, T>(strip, ref filled[0], TileColumns, 1, ref tile[0], height, fresh);
            }

            for (int q = 0; q < columns; q++)
                tile.Slice(q * height, c.Rows).CopyTo(c.Column(j + q));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void MultiplyTile<TSimd, TVector, T>(
        Strided<T> strip, ref T b, nint bRow, nint bColumn, ref T c, nint cColumn, bool fresh)
        where TSimd : ISimd<TVector, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ref T a = ref MemoryMarshal.GetReference(strip.Entries);
        if (strip.Rows == TSimd.Width)
            LowTile<TSimd, TVector, T>(strip.Columns, ref a, strip.ColumnStride, ref b, bRow, bColumn, ref c, cColumn, fresh);
        else
            TallTile<TSimd, TVector, T>(strip.Columns, ref a, strip.ColumnStride, ref b, bRow, bColumn, ref c, cColumn, fresh);
    }

    /// <summary>
    /// The rows of A that one tile needs, as contiguous columns of full height: where they lie, if they are so already and few
    /// columns use them, else copied to the buffer, turned round if A is transposed, and filled up with zeros.
    /// </summary>
    /// <remarks>
    /// In the buffer the columns follow each other. In a large matrix they lie far apart, often a power of 2, and then they
    /// crowd each other out of the cache: it files an address by its lower bits.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Strided<T> Strip<T>(Strided<T> a, int height, Span<T> buffer, int uses)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (a.RowStride == 1 && a.Rows == height && uses <= 2 * TileColumns)
            return a;

        if (a.Rows < height)
            buffer.Clear();
        if (a.RowStride == 1)
        {
            for (int p = 0; p < a.Columns; p++)
                a.Column(p).CopyTo(buffer[(p * height)..]);
        }
        else
        {
            TurnRound(a, buffer, height);
        }

        return new Strided<T>(buffer, height, a.Columns, 1, height);
    }

    // A row of Aᵀ is contiguous, a column of the strip is too, and a copy has to jump in one of them. It goes through both in
    // pieces of 16, which touch few enough lines of the cache that each is complete before it has to leave.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void TurnRound<T>(Strided<T> a, Span<T> strip, int height)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        const int piece = 16;
        for (int p = 0; p < a.Columns; p += piece)
        {
            int length = Math.Min(piece, a.Columns - p);
            for (int i = 0; i < a.Rows; i++)
            {
                ReadOnlySpan<T> row = a.Transposed.Column(i).Slice(p, length);
                int to = p * height + i;
                foreach (T entry in row)
                {
                    strip[to] = entry;
                    to += height;
                }
            }
        }
    }
}
