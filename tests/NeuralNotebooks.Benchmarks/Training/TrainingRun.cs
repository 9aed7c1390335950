namespace NeuralNotebooks.Benchmarks;

internal sealed class TrainingRun(TrainingCase trainingCase)
{
    private readonly Dataset<float> _examples = trainingCase.Load();

    public double Examples => (double)_examples.Count * trainingCase.Epochs;

    /// <summary>The fraction of the examples that the network classified correctly in its last epoch.</summary>
    public double Accuracy { get; private set; }

    /// <summary>The duration of the given number of runs in seconds, including the allocation of batches but not the
    /// creation of the network.</summary>
    public double Seconds(
        long repetitions, IProgress<TrainingProgress>? progress = null, CancellationToken cancellation = default)
    {
        double seconds = 0;
        for (long i = 0; i < repetitions; i++)
        {
            Mlp<float> network = trainingCase.CreateNetwork();
            Optimizer<float> optimizer = trainingCase.CreateOptimizer();
            long start = Stopwatch.GetTimestamp();
            History history = Trainer.Fit(
                network,
                _examples,
                new SoftmaxCrossEntropy<float>(),
                optimizer,
                new()
                {
                    Epochs = trainingCase.Epochs,
                    BatchSize = trainingCase.Batch,
                    Progress = progress,
                },
                cancellation: cancellation);
            seconds += Stopwatch.GetElapsedTime(start).TotalSeconds;
            Accuracy = history.Last.Accuracy ?? 0;
        }
        return seconds;
    }
}
