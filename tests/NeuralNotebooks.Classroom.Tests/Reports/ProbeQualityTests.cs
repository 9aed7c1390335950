namespace NeuralNotebooks.Classroom.Tests;

/// <summary>The quality of probes in a simulated class, in which the ability of each student is known.</summary>
public class ProbeQualityTests
{
    /// <summary>The students' abilities are normally distributed with σ = 1. A student passes a probe if the ability,
    /// for some probes plus a random number, exceeds the probe's difficulty.</summary>
    private static readonly double[] _ability = [.. Normal(1).Take(120)];

    private static readonly double[] _rest = [.. _ability.Zip(Normal(2), (ability, luck) => 10 + 3 * ability + luck)];

    private static readonly double[] _luck = [.. Normal(3).Take(120)];

    [Fact]
    public void Probes_that_follow_ability_get_no_advice_and_more_discrimination_the_less_luck_they_need()
    {
        ProbeReport[] probes =
        [
            Asked("sharp", i => _ability[i] > 0),
            Asked("hard", i => _ability[i] + 0.2 * _luck[i] > 1),
            Asked("lucky", i => _ability[i] + 2 * _luck[i] > 0),
        ];

        ProbeQuality?[] qualities = [.. ProbeQuality.Of(probes)];

        Assert.All(qualities, quality => Assert.Null(quality!.Advice));
        // If students with an ability above 0 pass, the correlation with a normally distributed ability is √(2/π) =
        // 0.80. Randomness in the other points reduces it.
        Assert.InRange(qualities[0]!.Discrimination!.Value, 0.7, 0.85);
        Assert.InRange(qualities[2]!.Discrimination!.Value, 0.2, 0.55);
        Assert.InRange((double)probes[1].Passed / probes[1].Total, 0.08, 0.25);
    }

    [Fact]
    public void A_probe_that_does_not_distinguish_students_gets_advice()
    {
        string?[] advice =
        [
            .. ProbeQuality
                .Of(
                    [
                        Asked("good", i => _ability[i] > 0.3),
                        Asked("all", _ => true),
                        Asked("none", _ => false),
                        Asked("coin", i => _luck[i] > 0),
                        Asked("reversed", i => _ability[i] < 0),
                        Asked("twin", i => _ability[i] > 0.3),
                    ]
                )
                .Select(quality => quality!.Advice),
        ];

        Assert.Null(advice[0]);
        advice[1].ShouldContain("Everybody passes it");
        advice[2].ShouldContain("Nobody passes it");
        advice[3].ShouldContain("are not better elsewhere");
        advice[4].ShouldContain("have fewer points elsewhere");
        advice[5].ShouldContain("The same students pass it and “good”");
    }

    [Fact]
    public void Without_different_results_or_with_few_students_there_is_no_discrimination()
    {
        Assert.Null(Assert.Single(ProbeQuality.Of([Asked("all", _ => true)]))!.Discrimination);
        Assert.Null(Assert.Single(ProbeQuality.Of([Asked("few", i => i > 4, students: 9)])));
        Assert.NotNull(Assert.Single(ProbeQuality.Of([Asked("enough", i => i > 4, students: 10)])));
    }

    [Fact]
    public void Discrimination_is_the_correlation_of_passing_with_the_rest()
    {
        var probe = new ProbeReport(new Probe("p", "P()", 1));
        foreach (int i in Enumerable.Range(0, 10))
            probe.Add($"s{i}", hasPassed: i >= 5, rest: i);

        // (x − x̄)·(y − ȳ) = 12.5; Σ(x − x̄)² = 2.5; Σ(y − ȳ)² = 82.5.
        Assert.Equal(12.5 / Math.Sqrt(2.5 * 82.5), Assert.Single(ProbeQuality.Of([probe]))!.Discrimination!.Value, 12);
    }

    private static ProbeReport Asked(string name, Func<int, bool> passes, int students = 120)
    {
        var probe = new ProbeReport(new Probe(name, $"{name}()", 1));
        for (int i = 0; i < students; i++)
            probe.Add($"student {i}", passes(i), _rest[i]);
        return probe;
    }

    private static IEnumerable<double> Normal(int seed)
    {
        var random = new Random(seed);
        while (true)
            yield return Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()))
                * Math.Cos(2 * Math.PI * random.NextDouble());
    }
}
