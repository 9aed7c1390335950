using System.Runtime.Intrinsics.X86;

namespace NeuralNotebooks.Benchmarks;

/// <summary>The library OpenBLAS, with the kernels (its "core") that suit this machine.</summary>
internal sealed unsafe class OpenBlas
{
    public const string Avx512CoreType = "SKYLAKEX";

    private static readonly string[] _avx512 = ["SkylakeX", "Cooperlake", "SapphireRapids"];

    private const int ColumnMajor = 102, AsItIs = 111, Transposed = 112;

    private readonly nint _handle, _sgemm, _dgemm;
    private readonly string _core, _version;

    private OpenBlas(nint handle)
    {
        _handle = handle;
        _sgemm = Export("cblas_sgemm");
        _dgemm = Export("cblas_dgemm");
        _core = Text("openblas_get_corename");
        string config = Text("openblas_get_config");
        _version = config.Split(' ') is [_, var version, ..] ? version : config;
    }

    public override string ToString() => $"{_version} on its core {_core}";

    public static (OpenBlas? Library, string? Reason) Load(int maxThreads)
    {
        NativeEnvironment.Apply(NativeEnvironment.ForOpenBlas(maxThreads, Avx512F.IsSupported));
        nint handle = 0;
        if (!((string[])["libopenblas.so.0", "libopenblas", "openblas"])
            .Any(name => NativeLibrary.TryLoad(name, out handle)))
            return (null, "there is no libopenblas.so.0 (on Debian and Ubuntu: apt install libopenblas0-pthread)");
        OpenBlas openBlas = new(handle);
        return ReasonNotToCompare(openBlas._core, Avx512F.IsSupported) is { } unfair
            ? (null, unfair)
            : (openBlas, null);
    }

    public static string? ReasonNotToCompare(string core, bool hasAvx512) =>
        !hasAvx512 || _avx512.Contains(core, StringComparer.OrdinalIgnoreCase)
            ? null
            : $"OpenBLAS runs its kernels for the core {core} on a machine with AVX-512, where kernels for "
                + $"AVX-512 are up to twice as fast: the comparison would be unfair. "
                + $"It must run those of {string.Join(" or ", _avx512)}: set "
                + $"OPENBLAS_CORETYPE={Avx512CoreType}, and install an OpenBLAS that was built with DYNAMIC_ARCH.";

    public void UseThreads(int threads) =>
        ((delegate* unmanaged<int, void>)Export("openblas_set_num_threads"))(threads);

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

    private nint Export(string name) => NativeLibrary.GetExport(_handle, name);

    private string Text(string function) =>
        Marshal.PtrToStringUTF8(((delegate* unmanaged<nint>)Export(function))()) ?? "";
}
