namespace NeuralNotebooks.Speed;

/// <summary>The measurements, and the best peak of the run for each number of threads.</summary>
/// <remarks>
/// Shares are of that best peak: the scheduler may leave two threads on one core for a whole race, and the peak of that
/// race is then half of what they can do.
/// </remarks>
internal sealed class Measurements
{
    private readonly List<(SpeedRow Row, double Gigaflops)> _rows = [];
    private readonly SortedDictionary<int, double> _peaks = [];

    /// <summary>The peaks, by the number of threads.</summary>
    public IReadOnlyList<SpeedPeak> Peaks => [.. _peaks.Select(peak => new SpeedPeak(peak.Key, peak.Value))];

    /// <summary>The measurements in the order in which they were made.</summary>
    public IReadOnlyList<SpeedRow> Rows =>
        [.. _rows.Select(measured => measured.Row with { Share = measured.Gigaflops / _peaks[measured.Row.Threads] })];

    /// <summary>Adds a measured peak, in GFLOP/s.</summary>
    public void AddPeak(int threads, double peak) =>
        _peaks[threads] = Math.Max(_peaks.GetValueOrDefault(threads), peak);

    /// <summary>Adds a measurement.</summary>
    /// <param name="series">A stage of the ladder, or the name of a training case.</param>
    /// <param name="name">The size of the matrices, or the network.</param>
    /// <param name="threads">The number of threads.</param>
    /// <param name="value">The rate per second.</param>
    /// <param name="gigaflops">The operations per second that this takes, in billions.</param>
    public void Add(string series, string name, int threads, double value, double gigaflops) =>
        _rows.Add((new(series, name, threads, value, Share: 0), gigaflops));
}
