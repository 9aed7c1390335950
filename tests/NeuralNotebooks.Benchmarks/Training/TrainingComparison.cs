using NeuralNotebooks.Course;

namespace NeuralNotebooks.Benchmarks;

/// <summary>Compares whole training runs with PyTorch, NumPy and scikit-learn, and with the upper bound that
/// follows from the peak of the machine.</summary>
internal sealed class TrainingComparison(CompetitorWorkers workers, CompareOptions options)
{
    public const string Group = "train", BoundName = "FLOP bound";

    public IEnumerable<ComparisonCase> Cases() =>
        from threads in options.Threads
        from trainingCase in TrainingCase.All
        select new ComparisonCase(
            new(Group, trainingCase.Name, trainingCase.Text, "fp32", threads, "examples/s", []),
            cancellation => Measure(trainingCase, threads, cancellation));

    private RaceResult Measure(TrainingCase trainingCase, int threads, CancellationToken cancellation)
    {
        ThreadTeam.Size = threads;
        TrainingRun ours = new(trainingCase);
        object request = new
        {
            data = trainingCase.Data,
            layers = trainingCase.Layers,
            batch = trainingCase.Batch,
            optimizer = trainingCase.UsesAdam ? "adam" : "sgd",
            epochs = trainingCase.Epochs,
        };
        const double SecondsOfBound = 0.02;
        long iterations = (long)(SecondsOfBound * FmaPeak.Measure<float>() / FmaPeak.OperationsPerIteration<float>());
        double boundExamples =
            iterations * threads * FmaPeak.OperationsPerIteration<float>() / trainingCase.OperationsPerExample;
        List<Contender> contenders =
        [
            new(
                Comparison.OurName,
                ours.Examples,
                repetitions => ours.Seconds(repetitions, cancellation: cancellation)),
            .. workers
                .Of(
                    threads,
                    CompetitorWorkers.PyTorch,
                    CompetitorWorkers.NumPy,
                    CompetitorWorkers.ScikitLearn)
                .Select(worker => worker.Contender("train", request, ours.Examples)),
            new(BoundName, boundExamples, repetitions => PeakLoop.Seconds<float>(repetitions * iterations, threads)),
        ];
        // One run of the MNIST cases takes about a second, so they have only a third of the rounds.
        int rounds = trainingCase.Data == "mnist" ? Math.Max(3, options.Rounds / 3) : options.Rounds;
        Race race = new()
        {
            Rounds = rounds,
            Repetitions = 1,
            WarmUp = TimeSpan.FromSeconds(0.5),
            Rest = TimeSpan.FromMilliseconds(45),
        };
        RaceResult result = race.Run(contenders, cancellation);
        CheckLearned(trainingCase, ours.Accuracy);
        return result;
    }

    private static void CheckLearned(TrainingCase trainingCase, double accuracy)
    {
        const double Least = 0.85;
        if (accuracy < Least)
            throw new InvalidOperationException(
                Invariant(
                    $"{trainingCase.Name}: only {accuracy:0.00} of the examples are classified correctly "
                        + $"after {trainingCase.Epochs} epochs."));
    }
}
