using BenchmarkDotNet.Attributes;

namespace NeuralNotebooks.Benchmarks;

/// <summary>Elementwise functions.</summary>
public class ElementwiseBenchmarks
{
    private float[] _x = [], _positive = [], _result = [];

    /// <summary>How many entries.</summary>
    [Params(1_280, 262_144)]
    public int Length { get; set; }

    /// <summary>Makes the numbers.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        _x = Matrix.Uniform<float>(Length, 1, seed: 1, low: -2, high: 2).AsSpan().ToArray();
        _positive = Matrix.Uniform<float>(Length, 1, seed: 2, low: 0.1, high: 1.1).AsSpan().ToArray();
        _result = new float[Length];
    }

    /// <summary>eˣ.</summary>
    [Benchmark]
    public void Exp() => Elementwise.Exp<float>(_x, _result);

    /// <summary>ln x.</summary>
    [Benchmark]
    public void Log() => Elementwise.Log<float>(_positive, _result);

    /// <summary>1 / (1 + e⁻ˣ).</summary>
    [Benchmark]
    public void Sigmoid() => Elementwise.Sigmoid<float>(_x, _result);

    /// <summary>tanh x.</summary>
    [Benchmark]
    public void Tanh() => Elementwise.Tanh<float>(_x, _result);

    /// <summary>max(0, x).</summary>
    [Benchmark]
    public void Relu() => Elementwise.Relu<float>(_x, _result);
}
