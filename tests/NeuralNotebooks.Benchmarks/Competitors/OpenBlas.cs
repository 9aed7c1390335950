using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace NeuralNotebooks.Benchmarks;

/// <summary>OpenBLAS, on the core that is right for this machine.</summary>
internal sealed unsafe class OpenBlas
{
    private static readonly string[] _names = ["libopenblas.so.0", "libopenblas", "openblas"];

    private readonly CblasLibrary _library;

    private OpenBlas(CblasLibrary library)
    {
        _library = library;
        Core = Marshal.PtrToStringUTF8(((delegate* unmanaged<nint>)library.Export("openblas_get_corename"))()) ?? "";
        string config =
            Marshal.PtrToStringUTF8(((delegate* unmanaged<nint>)library.Export("openblas_get_config"))()) ?? "";
        Version = config.Split(' ') is [_, var version, ..] ? version : config;
    }

    /// <summary>The kernels in use, such as SkylakeX.</summary>
    public string Core { get; }

    /// <summary>The version, such as 0.3.21.</summary>
    public string Version { get; }

    /// <summary>Loads the library and checks its core.</summary>
    /// <exception cref="ComparisonRefusedException">There is no OpenBLAS, or one that would make the comparison
    /// unfair.</exception>
    public static OpenBlas Load(int maxThreads)
    {
        NativeEnvironment.Apply(NativeEnvironment.ForOpenBlas(maxThreads, Avx512F.IsSupported));
        if (!CblasLibrary.TryLoad(_names, out CblasLibrary? library))
            throw new ComparisonRefusedException(
                "There is no OpenBLAS (libopenblas.so.0) for gemm to compare with. On Debian and Ubuntu: apt "
                    + "install libopenblas0-pthread. The other groups do not need it."
            );
        OpenBlas openBlas = new(library);
        if (OpenBlasCore.Refusal(openBlas.Core, Avx512F.IsSupported) is { } refusal)
            throw new ComparisonRefusedException(refusal);
        return openBlas;
    }

    public override string ToString() => $"{Version} on its core {Core}";

    public void UseThreads(int threads) =>
        ((delegate* unmanaged<int, void>)_library.Export("openblas_set_num_threads"))(threads);

    public void Multiply<T>(Product<T> product)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => _library.Multiply(product);
}
