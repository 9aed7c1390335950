using NeuralNotebooks.Speed;

namespace NeuralNotebooks.Benchmarks;

/// <summary>Whole training runs against PyTorch, NumPy and scikit-learn, and against what the peak of the machine would allow.</summary>
internal sealed class TrainingComparison(PythonWorkers workers, CompareOptions options)
{
    public const string Group = "train", BoundName = "FLOP bound";

    public IEnumerable<ComparisonCase> Cases() =>
        from threads in options.Threads
        from trained in TrainingCase.All
        select new ComparisonCase(Group, trained.Name, trained.Text, "fp32", threads, cancellation => Run(trained, threads, cancellation));

    private Comparison Run(TrainingCase trained, int threads, CancellationToken cancellation)
    {
        ThreadTeam.Size = threads;
        TrainingRun ours = new(trained);
        object request = new
        {
            data = trained.Data,
            layers = trained.Layers,
            batch = trained.Batch,
            optimizer = trained.UsesAdam ? "adam" : "sgd",
            epochs = trained.Epochs,
        };
        long turns = FmaPeak.Turns<float>(TimeSpan.FromMilliseconds(20));
        List<Contender> contenders =
        [
            new(Comparison.OurName, repetitions => ours.Seconds(repetitions, cancellation)),
            .. workers.Of(threads, PythonWorkers.PyTorch, PythonWorkers.NumPy, PythonWorkers.ScikitLearn).Select(worker => worker.Contender("train", request)),
            new(BoundName, repetitions => FmaPeak.Seconds<float>(repetitions * turns, threads)),
        ];

        // One run of the larger cases takes a second: a third of the rounds is enough.
        int rounds = trained.Data == "mnist" ? Math.Max(3, options.Rounds / 3) : options.Rounds;
        Race race = new() { Rounds = rounds, Repetitions = 1, WarmUp = TimeSpan.FromSeconds(0.5), Rest = TimeSpan.FromMilliseconds(45) };
        IReadOnlyList<Timing> timings = race.Run(contenders, cancellation);
        double boundExamples = turns * threads * FmaPeak.OperationsPerTurn<float>() / trained.OperationsPerExample;
        Rate[] rates = [.. contenders.Zip(timings, (contender, timing) =>
        {
            double examples = contender.Name == BoundName ? boundExamples : ours.Examples;
            return new Rate(contender.Name, examples / timing.Best, examples / timing.Median);
        })];
        CheckLearned(trained, ours.Accuracy);
        return new(Group, trained.Name, trained.Text, "fp32", threads, "examples/s", rates, TrainingGoals.Of(trained, threads));
    }

    /// <summary>A contender that is fast but does not learn is rejected.</summary>
    private static void CheckLearned(TrainingCase trained, double accuracy)
    {
        const double Least = 0.85;
        if (accuracy < Least)
            throw new InvalidOperationException(FormattableString.Invariant($"{trained.Name}: only {accuracy:0.00} of the examples are classified correctly after {trained.Epochs} epochs."));
    }
}
