using BenchmarkDotNet.Attributes;

namespace NeuralNotebooks.Benchmarks;

/// <summary>The stages of the matrix product.</summary>
public class ProductBenchmarks
{
    private Matrix<float> _a = null!, _b = null!, _c = null!;

    /// <summary>n of an n × n by n × n product.</summary>
    [Params(64, 256, 1024)]
    public int N { get; set; }

    /// <summary>Makes the matrices.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        ThreadTeam.Size = 1;
        (_a, _b, _c) = (
            Matrix.Uniform<float>(N, N, seed: 1),
            Matrix.Uniform<float>(N, N, seed: 2),
            Matrix.Zeros<float>(N, N)
        );
    }

    /// <summary>Stage 4.</summary>
    [Benchmark]
    public void Simd() => Gemm.Simd(_a, _b, _c);

    /// <summary>Stage 5.</summary>
    [Benchmark]
    public void RegisterTiled() => Gemm.RegisterTiled(_a, _b, _c);

    /// <summary>Stage 6.</summary>
    [Benchmark]
    public void Packed() => Gemm.Packed(_a, _b, _c);

    /// <summary>What the library uses.</summary>
    [Benchmark(Baseline = true)]
    public void Multiply() => Gemm.Multiply(_a, _b, _c);
}
