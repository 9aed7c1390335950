namespace NeuralNotebooks.Benchmarks;

/// <summary>A library with the C interface of BLAS, which is loaded at run time.</summary>
internal abstract unsafe class Blas
{
    private const int ColumnMajor = 102, AsItIs = 111, Transposed = 112;

    private readonly nint _handle, _sgemm, _dgemm;

    protected Blas(nint handle)
    {
        _handle = handle;
        _sgemm = Export("cblas_sgemm");
        _dgemm = Export("cblas_dgemm");
    }

    /// <summary>The name of the kernels that the library uses on this machine (its "core"), such as SkylakeX.</summary>
    public string Core { get; protected init; } = "";

    public string Version { get; protected init; } = "";

    public override string ToString() => $"{Version} on its core {Core}";

    protected static nint LoadFirst(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
            if (NativeLibrary.TryLoad(name, out nint handle))
                return handle;
        return 0;
    }

    protected nint Export(string name) => NativeLibrary.GetExport(_handle, name);

    protected string Text(string function) =>
        Marshal.PtrToStringUTF8(((delegate* unmanaged<nint>)Export(function))()) ?? "";

    /// <summary>C ← op(A) · op(B). The matrices are column-major and in pinned memory, so nothing is copied.</summary>
    public void Multiply<T>(Product<T> product)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ProductShape shape = product.Shape;
        nint function = typeof(T) == typeof(float) ? _sgemm : _dgemm;
        // Without the GC transition the call costs the same as in C; at n = 16 the difference would be visible.
        ((delegate* unmanaged[Cdecl, SuppressGCTransition]<
            int, int, int, int, int, int, T, T*, int, T*, int, T, T*, int, void>)function)(
            ColumnMajor,
            shape.TransposeA ? Transposed : AsItIs,
            shape.TransposeB ? Transposed : AsItIs,
            shape.M,
            shape.N,
            shape.K,
            T.One,
            product.A.Pointer,
            product.A.Matrix.Rows,
            product.B.Pointer,
            product.B.Matrix.Rows,
            T.Zero,
            product.C.Pointer,
            shape.M);
    }
}
