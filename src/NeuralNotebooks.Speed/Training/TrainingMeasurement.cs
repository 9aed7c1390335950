namespace NeuralNotebooks.Speed;

/// <summary>Examples per second of the five training cases, and as a share of what the peak would allow.</summary>
internal sealed class TrainingMeasurement(SpeedRequest request, IProgress<SpeedLine> progress)
{
    private static readonly TimeSpan _peakSlice = TimeSpan.FromMilliseconds(4);

    private readonly Measurements _measurements = new();

    // The largest takes as long as the others together.
    private TrainingCase[] Cases => [.. request.IsQuick ? TrainingCase.All.SkipLast(1) : TrainingCase.All];

    /// <summary>What is left out.</summary>
    public IEnumerable<string> Notes =>
        TrainingCase
            .All.Except(Cases)
            .Select(trainingCase => $"{trainingCase.Name} was left out; run without --quick to measure it.");

    public Measurements Run()
    {
        TrainingCase[] cases = Cases;
        int[] threads = [.. new[] { 1, request.Threads }.Distinct()];
        int done = 0;
        foreach (TrainingCase trainingCase in cases)
        {
            TrainingRun run = new(trainingCase);
            foreach (int count in threads)
            {
                progress.Report(
                    new(
                        done++,
                        cases.Length * threads.Length,
                        $"{trainingCase.Name}{(count == 1 ? "" : Invariant($" on {count} threads"))}"
                    )
                );
                Measure(trainingCase, run, count);
            }
        }
        return _measurements;
    }

    private void Measure(TrainingCase trainingCase, TrainingRun run, int threads)
    {
        ThreadTeam.Size = threads;
        long iterations = FmaPeak.Iterations<float>(_peakSlice);
        Contender[] contenders =
        [
            new(trainingCase.Name, run.Examples, repetitions => run.Seconds(repetitions)),
            Contender.Peak<float>(threads, iterations),
        ];
        bool isLong = trainingCase.Data == "mnist";
        Race race = new()
        {
            Rounds =
                isLong ? 3
                : request.IsQuick ? 6
                : 12,
            Repetitions = 1,
            WarmUp = TimeSpan.FromSeconds(isLong ? 0 : 0.25),
        };
        IReadOnlyList<Rate> rates = race.Run(contenders);
        _measurements.AddPeak(threads, rates[1].Best);
        double rate = rates[0].Best;
        _measurements.Add(
            trainingCase.Name,
            trainingCase.Text,
            threads,
            rate,
            rate * trainingCase.OperationsPerExample / 1e9
        );
    }
}
