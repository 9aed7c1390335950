namespace NeuralNotebooks.Benchmarks.Tests;

public class OpenBlasTests
{
    [Theory]
    [Cases(
        "SkylakeX", true, true,
        "Cooperlake", true, true,
        "SAPPHIRERAPIDS", true, true,
        "Haswell", true, false,
        "", true, false,
        "Haswell", false, true
    )]
    public void A_core_without_512_bit_vectors_is_rejected_with_advice_if_the_machine_has_them(
        string core,
        bool hasAvx512,
        bool isFair
    )
    {
        string? reason = OpenBlas.ReasonNotToCompare(core, hasAvx512);

        Assert.Equal(isFair, reason is null);
        if (!isFair)
            reason.ShouldContain($"the core {core} ", "OPENBLAS_CORETYPE=SKYLAKEX");
    }

    [Fact]
    public void OpenBLAS_gets_its_core_and_loses_presets_that_would_slow_it_down()
    {
        IReadOnlyDictionary<string, string?> variables = NativeEnvironment.ForOpenBlas(threads: 2, hasAvx512: true);

        Assert.Equal("SKYLAKEX", variables["OPENBLAS_CORETYPE"]);
        Assert.Equal("2", variables["OPENBLAS_NUM_THREADS"]);
        Assert.Null(variables["OPENBLAS_L2_SIZE"]);
        Assert.Null(NativeEnvironment.ForOpenBlas(threads: 2, hasAvx512: false)["OPENBLAS_CORETYPE"]);
    }
}
