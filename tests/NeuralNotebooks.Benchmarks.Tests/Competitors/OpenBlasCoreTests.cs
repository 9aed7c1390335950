namespace NeuralNotebooks.Benchmarks.Tests;

public class OpenBlasCoreTests
{
    [Theory]
    [Cases("SkylakeX", "Cooperlake", "SAPPHIRERAPIDS")]
    public void A_core_with_512_bit_vectors_is_accepted(string core) =>
        Assert.Null(OpenBlasCore.Refusal(core, hasAvx512: true));

    [Theory]
    [Cases("Haswell", "Zen", "")]
    public void Another_core_on_a_machine_with_AVX_512_is_refused_with_advice(string core)
    {
        string? refusal = OpenBlasCore.Refusal(core, hasAvx512: true);

        refusal.ShouldContain(core, "OPENBLAS_CORETYPE=SKYLAKEX");
    }

    [Fact]
    public void A_machine_without_AVX_512_takes_any_core() =>
        Assert.Null(OpenBlasCore.Refusal("Haswell", hasAvx512: false));

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
