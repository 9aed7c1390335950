using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace NeuralNotebooks.Benchmarks;

/// <summary>A library with the C interface of BLAS, loaded while the program runs.</summary>
internal sealed unsafe class CblasLibrary
{
    private const int ColumnMajor = 102, AsItIs = 111, Transposed = 112;

    private readonly nint _handle, _sgemm, _dgemm;

    private CblasLibrary(nint handle)
    {
        _handle = handle;
        _sgemm = Export("cblas_sgemm");
        _dgemm = Export("cblas_dgemm");
    }

    /// <summary>Loads the first of these libraries that exists.</summary>
    public static bool TryLoad(IEnumerable<string> names, [NotNullWhen(true)] out CblasLibrary? library)
    {
        library = null;
        foreach (string name in names)
        {
            if (NativeLibrary.TryLoad(name, out nint handle))
            {
                library = new(handle);
                return true;
            }
        }
        return false;
    }

    /// <summary>The address of a function.</summary>
    /// <exception cref="EntryPointNotFoundException">The library has no such function.</exception>
    public nint Export(string name) => NativeLibrary.GetExport(_handle, name);

    /// <summary>C ← op(A) · op(B), with the matrices in place: in pinned memory, column-major.</summary>
    public void Multiply<T>(Product<T> product)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        (int m, int n, int k) = product.Sizes;
        nint function = typeof(T) == typeof(float) ? _sgemm : _dgemm;
        // Without the GC transition the call costs the same as in C; at n = 16 the difference would be visible.
        ((delegate* unmanaged[Cdecl, SuppressGCTransition]<
            int, int, int, int, int, int, T, T*, int, T*, int, T, T*, int, void>)function)(
            ColumnMajor,
            product.TransposeA ? Transposed : AsItIs,
            product.TransposeB ? Transposed : AsItIs,
            m,
            n,
            k,
            T.One,
            product.A.Pointer,
            product.A.Matrix.Rows,
            product.B.Pointer,
            product.B.Matrix.Rows,
            T.Zero,
            product.C.Pointer,
            m
        );
    }
}
