namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<PairedRuns> _better = new()
    {
        Cases = () =>
        [
            new("two models of which neither is better",
                [0.97, 0.93, 1, 0.97, 0.93, 1, 0.97, 0.9], [0.97, 0.97, 0.97, 0.97, 0.97, 1, 0.97, 0.9]),
            new("splits that are hard for both models",
                [0.8, 0.97, 0.9, 0.83, 0.93, 0.87], [0.83, 0.99, 0.93, 0.87, 0.96, 0.9]),
            new("a second model that is far worse", [0.95, 0.97, 0.96, 0.98], [0.8, 0.85, 0.79, 0.84]),
            new("one lucky split", [0.9, 0.92, 0.91, 0.93, 0.9, 0.92], [1, 0.91, 0.91, 0.92, 0.9, 0.92]),
            new("a gain, and twenty splits", [.. Enumerable.Repeat(0.9, 20)],
                [.. Enumerable.Range(0, 20).Select(split => split % 2 == 0 ? 0.95 : 0.91)]),
            new("an uneven gain, and fifty splits", [.. Enumerable.Repeat(0.9, 50)],
                [.. Enumerable.Range(0, 50).Select(split => split % 5 < 3 ? 0.908 : 0.948)]),
            new("a small gain, and twenty splits", [.. Enumerable.Repeat(0.9, 20)],
                [.. Enumerable.Range(0, 20).Select(split => split % 2 == 0 ? 0.9412 : 0.9012)]),
            new("a small gain, and four splits", [0.9, 0.9, 0.9, 0.9], [0.93, 0.91, 0.89, 0.92]),
            new("a gain that four splits cannot show", [0.9, 0.9, 0.9, 0.9], [0.9095, 0.9695, 0.9095, 0.9695]),
            new("a gain that four splits can show", [0.9, 0.9, 0.9, 0.9], [0.914, 0.954, 0.914, 0.954]),
            new("two models that always agree", [0.9, 0.95, 0.92], [0.9, 0.95, 0.92]),
            new("a gain that is the same in each split", [0.75, 0.875, 0.8125], [0.8125, 0.9375, 0.875]),
            new("two models whose hard splits differ", [0.9, 0.96, 0.9, 0.96], [0.97, 0.91, 0.97, 0.91]),
            new("many small wins and one large loss",
                [0.9, 0.92, 0.91, 0.93, 0.9, 0.92], [0.91, 0.93, 0.92, 0.94, 0.91, 0.8]),
        ],
        Describe = runs => $"for {runs.Name}",
        Praise = "Fourteen comparisons, fourteen findings. What both models share, an easy split or a hard one, drops "
            + "out of the differences.",
        Parts = runs => runs.Parts,
    };

    /// <summary>Notebook 05: which of two models is better by more than two standard errors: 1 the first, 2 the second,
    /// 0 where the splits cannot show it. The splits share examples, 120 to learn from and 30 to test, so the standard
    /// error of n splits is sd · √(1/n + 30/120) (Nadeau and Bengio, Machine Learning 52, 2003).</summary>
    /// <param name="better">From the accuracies of both models on the same splits.</param>
    public static Verdict Better(Func<double[], double[], int> better) =>
        _better.Judge(runs => better(runs.First, runs.Second));

    private sealed record PairedRuns(string Name, double[] First, double[] Second)
    {
        private Sample Gain => Sample.Of(First.Zip(Second, (first, second) => second - first));

        /// <summary>The standard error of a mean over these splits, for values of this standard deviation.</summary>
        private double ErrorOf(double deviation) => ErrorOf(deviation, First.Length);

        private static double ErrorOf(double deviation, int splits) => deviation * Sqrt(1.0 / splits + 30 / 120.0);

        private double Error => ErrorOf(Gain.StandardDeviation);

        /// <summary>The standard error as if the splits of the two models were not the same.</summary>
        private double Unpaired => ErrorOf(Sqrt(
            Pow(Sample.Of(First).StandardDeviation, 2) + Pow(Sample.Of(Second).StandardDeviation, 2)));

        private int Wins => First.Zip(Second).Count(split => split.Second > split.First);

        private int Losses => First.Zip(Second).Count(split => split.Second < split.First);

        /// <summary>2 for a gain above the limit, 1 for a loss beyond it, else 0.</summary>
        private static double Finding(double gain, double limit) => gain > limit ? 2 : gain < -limit ? 1 : 0;

        public double Right => Finding(Gain.Mean, 2 * Error);

        public Part<PairedRuns>[] Parts => [new("The finding", runs => runs.Right)
        {
            { ("Your standard error is 0, or not used. `1 / first.Length + 30 / 120` is 0, by integer division.",
                "Write `1.0 / first.Length + 30 / 120.0`, and compare with two standard errors."),
                Finding(Gain.Mean, 0) },
            { ("You took the standard deviation, which belongs to a single split.",
                "The mean of n differences is known better: s √(1/n + 30/120), the standard error."),
                Finding(Gain.Mean, 2 * Gain.StandardDeviation) },
            { ("s/√n is the standard error of splits that share nothing.",
                "These share flowers: s √(1/n + 30/120). (In C# write `30 / 120.0`: of two integers it is 0.)"),
                Finding(Gain.Mean, 2 * Gain.StandardError) },
            { ("Your standard error is a little too small.",
                "It is s √(1/n + 30/120), where 1/n is `1.0 / first.Length`, for any number of splits."),
                Finding(Gain.Mean, 2 * ErrorOf(Gain.StandardDeviation, splits: 50)) },
            { ("The spread of each model by itself says how the splits differ.",
                "A split that is hard is hard for both: take the standard error of the differences."),
                Finding(Gain.Mean, 2 * Unpaired) },
            { ("One standard error is exceeded by luck in every third comparison.", "Ask for two."),
                Finding(Gain.Mean, Error) },
            { ("The two models are exchanged:", "1 is the first, 2 the second."),
                Finding(-Gain.Mean, 2 * Error) },
            { ("Wins were counted.", "That forgets by how much: a single large loss may outweigh many small wins."),
                Finding(Wins - Losses, 0) },
            { ("A loss was not found:", "the first model may be the better one."),
                Gain.Mean > 2 * Error ? 2 : 0 },
            { ("Two models that always agree have a difference of 0 and a standard error of 0.",
                "Neither is better: compare with `<=`."),
                Abs(Gain.Mean) < 2 * Error ? 0 : Gain.Mean > 0 ? 2 : 1 },
        }];
    }
}
