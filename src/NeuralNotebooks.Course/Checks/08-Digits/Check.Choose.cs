namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<Trials> _choose = new()
    {
        Cases = () =>
        [
            new([[5, 5.2, 5.1], [2.3, 2.6, 2.3], [2, 3, 2.5], [2.1, 2.2, double.NaN]],
                [[5.3, 5.1, 5.5], [2.6, 2.7, 3.1], [2.5, 2.4, 2.6], [2.2, 2.1, 2.4]]),
            new([[double.NaN, 9], [3, 3.5], [2, 2.75], [1.5, 4]],
                [[double.NaN, 9], [2, 2.5], [2.9, 3], [3.1, 3.9]]),
            new([[4, 4.4, 4.2, 4.3], [3, 3.4, 8, 3]], [[4, 4.5, 4.6, 4.7], [3.5, 3.1, 7.5, 3.2]]),
            new([[2, 2, 2, 3.2], [2.5, 2.5, 2.5, 2.5]], [[2.1, 2.3, 2.2, 3.4], [2.6, 2.5, 2.6, 2.7]]),
            .. Enumerable.Range(1, 6).Select(Trials.Drawn),
        ],
        Describe = c => $"for {c.Validation.Length} settings",
        Praise = "Chosen on one part, reported from the other: nobody can say that the number was chosen for being "
            + "small.",
        Parts = c => c.Parts,
    };

    /// <summary>Notebook 08: the setting with the smallest mean validation error, and its mean test error.</summary>
    /// <param name="choose">From the errors of each setting, one for each seed; NaN where a run exploded.</param>
    public static Verdict Choose(Func<double[][], double[][], (int Setting, double Report)> choose) =>
        _choose.Judge(c => choose(c.Validation, c.Test));

    private sealed record Trials(double[][] Validation, double[][] Test)
    {
        public static Trials Drawn(int seed) => new(Errors(seed, 2), Errors(seed, 3));

        private static double[][] Errors(int size, int low) => [.. Enumerable.Range(size, 2 + size)
            .Select(i => Matrices.Entries(Matrix.Uniform<double>(1, 1 + ((size + i) % 4), 9 * i + low, low, high: 5)))];

        /// <summary>From the errors of the seeds to the number that is compared.</summary>
        public Func<double[], double> Value { get; init; } = runs => runs.Average();

        /// <summary>Whether a setting with a NaN is compared, too.</summary>
        public bool MayExplode { get; init; }

        public int Chosen => Enumerable.Range(0, Validation.Length)
            .Where(i => MayExplode || Validation[i].All(double.IsFinite)).MinBy(i => Value(Validation[i]));

        public Part<Trials>[] Parts =>
        [
            new("The setting", c => c.Chosen)
            {
                { ("Chosen on the test errors:", "then nothing is left to say how good the choice is."),
                    this with { Validation = Test } },
                { ("A run that exploded was counted as the best:",
                    "a NaN sorts below every number. Leave that setting out."), this with { MayExplode = true } },
                { ("The luckiest single seed has won.", "Compare the means over the seeds."),
                    this with { Value = runs => runs.Min() } },
                { ("The exploded run was dropped, and the rest of its setting kept.",
                    "A setting that can explode is out."),
                    this with { MayExplode = true, Value = runs => runs.Where(double.IsFinite).Average() } },
                { ("The median ignores the bad seed:", "a setting that fails once in four runs is not the best."),
                    this with { Value = runs => runs.Order().ElementAt(runs.Length / 2) } },
            },
            new("The report", c => c.Test[c.Chosen].Average())
            {
                { ("The validation error of the winner is too good:", "it was chosen for being small."),
                    Validation[Chosen].Average() },
                { ("The smallest test error of all settings.", "Report that of the one you chose."),
                    this with { Validation = Test } },
                { ("The best seed's test error is luck.", "Report the mean over the seeds."), Test[Chosen].Min() },
            },
        ];
    }
}
