using TorchSharp;
using TorchSharp.Modules;

namespace NeuralNotebooks.Benchmarks;

/// <summary>Trains a case with TorchSharp repeatedly, each time from the start, in the way that its documentation
/// shows.</summary>
internal sealed class TorchTraining
{
    private const double AdamRate = 1e-3, DescentRate = 0.1;

    private readonly TrainingCase _case;
    private readonly (torch.Tensor Inputs, torch.Tensor Classes)[] _batches;

    public TorchTraining(TrainingCase trainingCase)
    {
        _case = trainingCase;
        Dataset<float> examples = trainingCase.Load();
        int count = examples.Count, inputs = trainingCase.Layers[0];
        // The library stores an example in a column, column by column: for libtorch these are rows.
        torch.Tensor x = torch.tensor(examples.Features.AsSpan().ToArray(), [count, inputs]);
        torch.Tensor y = torch.tensor(examples.Targets.AsSpan().ToArray(), [count, trainingCase.Layers[^1]]).argmax(1);
        _batches = [.. x.split(trainingCase.Batch).Zip(y.split(trainingCase.Batch))];
    }

    /// <summary>The seconds of the given number of runs, without the creation of the network.</summary>
    public double Seconds(long repetitions)
    {
        double seconds = 0;
        for (long i = 0; i < repetitions; i++)
            seconds += Run();
        return seconds;
    }

    private double Run()
    {
        torch.manual_seed(1);
        using Sequential network = CreateNetwork();
        using torch.optim.Optimizer optimizer = _case.UsesAdam
            ? torch.optim.Adam(network.parameters(), AdamRate)
            : torch.optim.SGD(network.parameters(), DescentRate);
        long start = Stopwatch.GetTimestamp();
        for (int epoch = 0; epoch < _case.Epochs; epoch++)
        {
            foreach ((torch.Tensor x, torch.Tensor classes) in _batches)
            {
                using DisposeScope scope = torch.NewDisposeScope();
                optimizer.zero_grad();
                torch.nn.functional.cross_entropy(network.forward(x), classes).backward();
                optimizer.step();
            }
        }
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private Sequential CreateNetwork()
    {
        List<torch.nn.Module<torch.Tensor, torch.Tensor>> modules = [];
        for (int l = 1; l < _case.Layers.Count; l++)
        {
            if (l > 1)
                modules.Add(torch.nn.ReLU());
            modules.Add(torch.nn.Linear(_case.Layers[l - 1], _case.Layers[l]));
        }
        return torch.nn.Sequential(modules);
    }
}
