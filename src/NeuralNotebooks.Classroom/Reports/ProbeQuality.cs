namespace NeuralNotebooks.Classroom;

/// <summary>How well a probe distinguishes between the students of a class: whether students who pass it also have more
/// points elsewhere.</summary>
/// <param name="Discrimination">The point-biserial correlation between passing the probe and the points for everything
/// else. Null if all students pass it, none does, or all have the same points elsewhere.</param>
/// <param name="Advice">Advice for the teacher; null if there is none.</param>
/// <remarks>Source: F. M. Lord, M. R. Novick, Statistical Theories of Mental Test Scores, 1968.</remarks>
internal sealed record ProbeQuality(double? Discrimination, string? Advice)
{
    /// <summary>With fewer students than this the correlation is not meaningful.</summary>
    public const int MinStudents = 10;

    /// <summary>A test item with a discrimination below this is usually called poor.</summary>
    private const double Poor = 0.2;

    /// <summary>The quality of each probe of an assignment; null if too few students have values for it.</summary>
    public static IReadOnlyList<ProbeQuality?> Of(IReadOnlyList<ProbeReport> probes) =>
        [.. probes.Select((probe, i) => probe.Total < MinStudents ? null : Of(probe, [.. probes.Take(i)]))];

    private static ProbeQuality Of(ProbeReport probe, IReadOnlyList<ProbeReport> before)
    {
        double? discrimination = Correlation(
            [.. probe.Results.Values.Select(result => result.HasPassed ? 1.0 : 0)],
            [.. probe.Results.Values.Select(result => result.Rest)]
        );
        string? advice =
            probe.Passed == probe.Total
                ? "Everybody passes it, so it does not distinguish students: make it harder, or keep it to encourage."
            : probe.Passed == 0
                ? "Nobody passes it: compare its expected value with the task's text."
            : before.FirstOrDefault(other => AlwaysAgrees(probe, other)) is { } twin
                ? $"The same students pass it and “{twin.Probe.Name}”: remove one of the two, or change one so that "
                    + "it tests something else."
            : discrimination < -2 * StandardError(probe)
                ? "Students who pass it have fewer points elsewhere: its expected value may be wrong, or the task "
                    + "ambiguous."
            : discrimination < Poor - StandardError(probe)
                ? "Students who pass it are not better elsewhere: it may be passed by chance, or test something other "
                    + "than the rest of the assignment."
            : null;
        return new(discrimination, advice);
    }

    /// <summary>The standard error of a correlation coefficient whose true value is 0.</summary>
    private static double StandardError(ProbeReport probe) => 1 / Math.Sqrt(probe.Total);

    private static bool AlwaysAgrees(ProbeReport one, ProbeReport other) =>
        one.Total == other.Total
        && one.Results.All(result =>
            other.Results.TryGetValue(result.Key, out var same) && same.HasPassed == result.Value.HasPassed
        );

    /// <summary>r = Σ(x − x̄)(y − ȳ) / √(Σ(x − x̄)² Σ(y − ȳ)²).</summary>
    private static double? Correlation(double[] x, double[] y)
    {
        double meanX = x.Average(), meanY = y.Average();
        double xy = x.Zip(y, (a, b) => (a - meanX) * (b - meanY)).Sum(),
            xx = x.Sum(a => (a - meanX) * (a - meanX)),
            yy = y.Sum(b => (b - meanY) * (b - meanY));
        return xx * yy > 0 ? xy / Math.Sqrt(xx * yy) : null;
    }
}
