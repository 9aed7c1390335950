namespace NeuralNotebooks.Speed;

/// <summary>Examples per second of the five training cases, and as a share of what the peak would allow.</summary>
internal sealed class TrainingMeasurement(SpeedRequest request, IProgress<SpeedLine> progress)
{
    private static readonly TimeSpan s_peakSlice = TimeSpan.FromMilliseconds(4);

    private readonly Dictionary<int, double> _peaks = [];

    public (IReadOnlyList<SpeedRow> Rows, IReadOnlyList<SpeedPeak> Peaks) Run()
    {
        // The largest takes as long as the others together.
        TrainingCase[] cases = [.. TrainingCase.All.Take(request.IsQuick ? 4 : 5)];
        int[] threads = [.. new[] { 1, request.Threads }.Distinct()];
        List<SpeedRow> rows = [];
        foreach (TrainingCase trained in cases)
        {
            TrainingRun run = new(trained);
            foreach (int count in threads)
            {
                progress.Report(new(rows.Count, cases.Length * threads.Length, $"{trained.Name}{(count == 1 ? "" : FormattableString.Invariant($" on {count} threads"))}"));
                rows.Add(Measure(trained, run, count));
            }
        }
        return (rows, [.. _peaks.Select(peak => new SpeedPeak(peak.Key, peak.Value / 1e9))]);
    }

    private SpeedRow Measure(TrainingCase trained, TrainingRun run, int threads)
    {
        ThreadTeam.Size = threads;
        long turns = FmaPeak.Turns<float>(s_peakSlice);
        Contender[] contenders =
        [
            new(trained.Name, repetitions => run.Seconds(repetitions)),
            new(Contender.PeakName, repetitions => FmaPeak.Seconds<float>(repetitions * turns, threads)),
        ];
        bool isLong = trained.Data == "mnist";
        Race race = new() { Rounds = isLong ? 3 : request.IsQuick ? 6 : 12, Repetitions = 1, WarmUp = TimeSpan.FromSeconds(isLong ? 0 : 0.25) };
        IReadOnlyList<Timing> timings = race.Run(contenders);
        double peak = threads * turns * FmaPeak.OperationsPerTurn<float>() / timings[1].Best;
        _peaks[threads] = Math.Max(_peaks.GetValueOrDefault(threads), peak);
        double rate = run.Examples / timings[0].Best;
        return new(trained.Name, trained.Text, threads, rate, rate * trained.OperationsPerExample / peak);
    }
}
