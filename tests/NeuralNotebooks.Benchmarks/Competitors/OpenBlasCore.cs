namespace NeuralNotebooks.Benchmarks;

/// <summary>The kernels that OpenBLAS has chosen, and whether a comparison with them is fair.</summary>
internal static class OpenBlasCore
{
    /// <summary>The value of OPENBLAS_CORETYPE for the kernels with 512-bit vectors.</summary>
    public const string Avx512CoreType = "SKYLAKEX";

    /// <summary>The cores with 512-bit vectors, as openblas_get_corename names them.</summary>
    private static readonly string[] _avx512 = ["SkylakeX", "Cooperlake", "SapphireRapids"];

    /// <summary>Why a comparison with this core would be unfair, or null if it is fair.</summary>
    /// <param name="core">What openblas_get_corename returns.</param>
    /// <param name="hasAvx512">Whether the machine has 512-bit vectors.</param>
    public static string? Refusal(string core, bool hasAvx512) =>
        !hasAvx512 || _avx512.Contains(core, StringComparer.OrdinalIgnoreCase)
            ? null
            : $"OpenBLAS runs its kernels for the core {core} on a machine with AVX-512, where its own would "
                + $"be up to twice as fast: the comparison would be unfair. "
                + $"It must run those of {string.Join(" or ", _avx512)}: set "
                + $"OPENBLAS_CORETYPE={Avx512CoreType}, and take an OpenBLAS that was built with DYNAMIC_ARCH.";
}
