using BenchmarkDotNet.Attributes;
using NeuralNotebooks.Speed;

namespace NeuralNotebooks.Benchmarks;

/// <summary>Whole training runs.</summary>
[MemoryDiagnoser]
public class TrainingBenchmarks
{
    private TrainingRun _run = null!;

    /// <summary>The name of the case.</summary>
    [ParamsSource(nameof(Cases))]
    public string Case { get; set; } = "";

    /// <summary>The names of the cases.</summary>
    public static IEnumerable<string> Cases => TrainingCase.All.Select(trained => trained.Name);

    /// <summary>Loads the examples.</summary>
    [GlobalSetup]
    public void SetUp() => _run = new TrainingRun(TrainingCase.All.Single(trained => trained.Name == Case));

    /// <summary>A new network is trained.</summary>
    [Benchmark]
    public void Train() => _run.Seconds(1);
}
