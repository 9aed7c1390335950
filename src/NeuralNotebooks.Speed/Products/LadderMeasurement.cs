using System.Globalization;

namespace NeuralNotebooks.Speed;

/// <summary>Every stage of the ladder over the size of the matrices, in GFLOP/s and as a share of the peak of the same
/// run.</summary>
internal sealed class LadderMeasurement(SpeedRequest request, IProgress<SpeedLine> progress)
{
    private static readonly TimeSpan _warmUp = TimeSpan.FromSeconds(0.25);

    private readonly Measurements _measurements = new();
    private readonly Dictionary<string, double> _lastRate = [];
    private readonly SortedSet<int> _shortened = [];

    private int[] Sizes => request.IsQuick ? [32, 128, 512] : [16, 32, 64, 128, 256, 512, 1024];

    /// <summary>A slow stage is left out if running it once would take longer.</summary>
    private double MaxSeconds => request.IsQuick ? 0.1 : 0.4;

    public Measurements Run()
    {
        int done = 0, of = Sizes.Length * (request.Threads > 1 ? 2 : 1);
        foreach (int n in Sizes)
        {
            progress.Report(new(done++, of, Invariant($"{n} × {n}")));
            Measure(n, threads: 1, Ladder.Stages);
            if (request.Threads > 1)
            {
                progress.Report(
                    new(
                        done++,
                        of,
                        Invariant($"{n} × {n} on {request.Threads} threads")
                    )
                );
                Measure(n, request.Threads, Ladder.Stages.Where(stage => stage.Name == Ladder.Last));
            }
        }
        return _measurements;
    }

    /// <summary>The sizes at which stages are left out, and why.</summary>
    public IEnumerable<string> Notes =>
        _shortened.Count == 0
            ? []
            :
            [
                Invariant(
                    $"At n = {string.Join(" and ", _shortened)} the slow stages are left out: one product "
                        + $"would take longer than {MaxSeconds} s."
                ),
            ];

    private void Measure(int n, int threads, IEnumerable<LadderStage> ofTheLadder)
    {
        ThreadTeam.Size = threads;
        Matrix<float> A = Matrix.Uniform<float>(n, n, seed: 1),
            B = Matrix.Uniform<float>(n, n, seed: 2),
            C = Matrix.Zeros<float>(n, n);
        double operations = 2.0 * n * n * n / 1e9;
        LadderStage[] wanted = [.. ofTheLadder],
            stages =

            [
                .. wanted.Where(stage =>
                    operations / _lastRate.GetValueOrDefault(stage.Name, double.PositiveInfinity) <= MaxSeconds
                ),
            ];
        if (stages.Length < wanted.Length)
            _shortened.Add(n);
        Contender[] contenders =
        [
            .. stages.Select(stage => Contender.Of(stage.Name, operations, () => stage.Multiply(A, B, C))),
            Contender.Peak<float>(threads),
        ];
        Race race = new() { Rounds = request.IsQuick ? 5 : 9, WarmUp = n == Sizes[0] ? _warmUp : TimeSpan.Zero };
        IReadOnlyList<Rate> rates = race.Run(contenders);

        _measurements.AddPeak(threads, rates[^1].Best);
        foreach (Rate rate in rates.SkipLast(1))
        {
            if (threads == 1)
                _lastRate[rate.Name] = rate.Best;
            _measurements.Add(
                rate.Name,
                n.ToString(CultureInfo.InvariantCulture),
                threads,
                value: rate.Best,
                gigaflops: rate.Best
            );
        }
    }
}
