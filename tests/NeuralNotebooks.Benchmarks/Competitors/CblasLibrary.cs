using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
// Without the GC transition the call costs the same as in C; at n = 16 the difference would be visible.
using unsafe DoubleProduct = delegate* unmanaged[Cdecl, SuppressGCTransition]<
    int, int, int, int, int, int, double, double*, int, double*, int, double, double*, int, void>;
using unsafe SingleProduct = delegate* unmanaged[Cdecl, SuppressGCTransition]<
    int, int, int, int, int, int, float, float*, int, float*, int, float, float*, int, void>;

namespace NeuralNotebooks.Benchmarks;

/// <summary>A library with the C interface of BLAS, loaded while the program runs.</summary>
internal sealed unsafe class CblasLibrary
{
    private const int ColumnMajor = 102, AsItIs = 111, Transposed = 112;

    private readonly nint _handle;
    private readonly SingleProduct _sgemm;
    private readonly DoubleProduct _dgemm;

    private CblasLibrary(nint handle)
    {
        _handle = handle;
        _sgemm = (SingleProduct)Export("cblas_sgemm");
        _dgemm = (DoubleProduct)Export("cblas_dgemm");
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
        if (product is Product<float> single)
            MultiplySingle(single);
        else if (product is Product<double> twice)
            MultiplyDouble(twice);
        else
            throw new NotSupportedException($"BLAS has no product of {typeof(T).Name}.");
    }

    private void MultiplySingle(Product<float> product)
    {
        (int m, int n, int k) = product.Sizes;
        _sgemm(
            ColumnMajor,
            product.TransposeA ? Transposed : AsItIs,
            product.TransposeB ? Transposed : AsItIs,
            m,
            n,
            k,
            1,
            product.A.Pointer,
            product.A.Matrix.Rows,
            product.B.Pointer,
            product.B.Matrix.Rows,
            0,
            product.C.Pointer,
            m
        );
    }

    private void MultiplyDouble(Product<double> product)
    {
        (int m, int n, int k) = product.Sizes;
        _dgemm(
            ColumnMajor,
            product.TransposeA ? Transposed : AsItIs,
            product.TransposeB ? Transposed : AsItIs,
            m,
            n,
            k,
            1,
            product.A.Pointer,
            product.A.Matrix.Rows,
            product.B.Pointer,
            product.B.Matrix.Rows,
            0,
            product.C.Pointer,
            m
        );
    }
}
