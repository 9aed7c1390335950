using System.Runtime.Intrinsics.X86;

namespace NeuralNotebooks.Benchmarks;

/// <summary>The library OpenBLAS, with the kernels (its "core") that suit this machine.</summary>
internal sealed unsafe class OpenBlas : Blas
{
    public const string Avx512CoreType = "SKYLAKEX";

    private static readonly string[] _avx512 = ["SkylakeX", "Cooperlake", "SapphireRapids"];

    private OpenBlas(nint handle)
        : base(handle)
    {
        Core = Text("openblas_get_corename");
        string config = Text("openblas_get_config");
        Version = config.Split(' ') is [_, var version, ..] ? version : config;
    }

    public static (OpenBlas? Library, string? Reason) Load(int maxThreads)
    {
        NativeEnvironment.Apply(NativeEnvironment.ForOpenBlas(maxThreads, Avx512F.IsSupported));
        nint handle = LoadFirst("libopenblas.so.0", "libopenblas", "openblas");
        if (handle == 0)
            return (null, "there is no libopenblas.so.0 (on Debian and Ubuntu: apt install libopenblas0-pthread)");
        OpenBlas openBlas = new(handle);
        return ReasonNotToCompare(openBlas.Core, Avx512F.IsSupported) is { } unfair ? (null, unfair) : (openBlas, null);
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
}
