using System.Runtime.Intrinsics.X86;

namespace NeuralNotebooks.Benchmarks;

/// <summary>OpenBLAS, on the core that is right for this machine.</summary>
internal sealed unsafe class OpenBlas : Blas
{
    private OpenBlas(nint handle)
        : base(handle)
    {
        Core = Text("openblas_get_corename");
        string config = Text("openblas_get_config");
        Version = config.Split(' ') is [_, var version, ..] ? version : config;
    }

    /// <summary>Loads the library and checks its core.</summary>
    /// <exception cref="ComparisonRefusedException">There is no OpenBLAS, or one that would make the comparison
    /// unfair.</exception>
    public static OpenBlas Load(int maxThreads)
    {
        NativeEnvironment.Apply(NativeEnvironment.ForOpenBlas(maxThreads, Avx512F.IsSupported));
        nint handle = LoadFirst("libopenblas.so.0", "libopenblas", "openblas");
        if (handle == 0)
            throw new ComparisonRefusedException(
                "There is no OpenBLAS (libopenblas.so.0) for gemm to compare with. On Debian and Ubuntu: apt "
                    + "install libopenblas0-pthread. The other groups do not need it."
            );
        OpenBlas openBlas = new(handle);
        if (OpenBlasCore.Refusal(openBlas.Core, Avx512F.IsSupported) is { } refusal)
            throw new ComparisonRefusedException(refusal);
        return openBlas;
    }

    public void UseThreads(int threads) =>
        ((delegate* unmanaged<int, void>)Export("openblas_set_num_threads"))(threads);
}
