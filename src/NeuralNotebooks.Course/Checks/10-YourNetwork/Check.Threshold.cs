namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<Confidences> _threshold = new()
    {
        Cases = () =>
        [
            new(0.3, (0.95, true), (0.6, false), (0.92, true), (0.85, true), (0.9, false), (0.5, true), (0.45, false),
                (0.8, true)),
            new(0.25, (0.8, true), (0.99, false), (0.9, true), (0.7, true)),
            new(0, (0.95, true), (0.8, true), (0.8, false), (0.8, true)),
            new(0, (0.9, false), (0.8, true)),
            new(0.25, (0.7, true)),
            .. Enumerable.Range(1, 6).Select(Confidences.Drawn),
        ],
        Describe = c => $"for {TextOf.Count(c.Images.Length, "image")} and a share of {c.Allowed}",
        Praise = "The network answers as often as it may, and says so where it cannot tell.",
        Parts = c => c.Parts,
    };

    /// <summary>Notebook 10: the lowest confidence at which at most a share of the answers is wrong; 2 if there is
    /// none.</summary>
    /// <param name="threshold">From probabilities, classes × images, labels and the share to the confidence.</param>
    public static Verdict Threshold(Func<M, int[], double, double> threshold) => _threshold.Judge(
        c => threshold(c.Read.Scores, c.Read.Labels, c.Allowed));

    /// <summary>Notebook 10: the right threshold, for what follows the checkpoint.</summary>
    public static double RightThreshold(M P, int[] labels, double allowed)
    {
        LabelledScores read = Attempt.CoursesOwn(new LabelledScores(P, labels));
        return new Confidences(
            allowed, [.. read.All.Select(j => (read.Confidence(j), read.Answer(j) == labels[j]))]).Right;
    }

    /// <summary>How sure a network of ten classes is of its answer for each image, and whether it is right.</summary>
    private sealed record Confidences(double Allowed, params (double Sure, bool IsRight)[] Images)
    {
        public LabelledScores Read { get; } = new(
            Matrices.Of(10, Images.Length, (k, j) => k == 7 * j % 10 ? Images[j].Sure : (1 - Images[j].Sure) / 9),
            [.. Images.Select((one, j) => (7 * j + (one.IsRight ? 0 : 1 + j % 9)) % 10)]);

        /// <summary>Images drawn at random, among them some of the same confidence.</summary>
        public static Confidences Drawn(int seed)
        {
            Random random = new(seed);
            double[] sure = [.. Enumerable.Range(0, 9 * seed)
                .Select(k => Round(0.3 + 0.7 * random.NextDouble(), k % 3 == 0 ? 4 : 2))];
            return new(seed / 16.0, [.. sure.Select(one => (one, random.NextDouble() < one))]);
        }

        private (double Sure, bool IsRight)[] SurestFirst => [.. Images.OrderByDescending(one => one.Sure)];

        private double Wrong(double from) => Images.Count(one => one.Sure >= from && !one.IsRight);

        private double Given(double from) => Images.Count(one => one.Sure >= from);

        private bool Suffices(double from) => Wrong(from) <= Allowed * Given(from);

        private double Lowest(Func<double, bool> suffices) =>
            Images.Select(one => one.Sure).Order().Where(suffices).FirstOrDefault(2);

        public double Right => Lowest(Suffices);

        public Part<Confidences>[] Parts => [new("The threshold", c => c.Right)
        {
            { ("A lower threshold is enough:", "below one with too many mistakes, there may be one that suffices."),
                Images.Select(one => one.Sure).OrderDescending().TakeWhile(Suffices).LastOrDefault(2) },
            { ("You take the share of *all* images.", "Divide by the number of those that get an answer."),
                Lowest(from => Wrong(from) <= Allowed * Images.Length) },
            { ("“At most” includes the share itself:", "compare with `<=`."),
                Lowest(from => Wrong(from) < Allowed * Given(from)) },
            { ("An image whose confidence is the threshold gets an answer, too:", "compare with `>=`."),
                Lowest(from => Images.Count(one => one.Sure > from && !one.IsRight)
                    <= Allowed * Images.Count(one => one.Sure > from)) },
            { ("Images with the same confidence get an answer together:", "look at the share after the last of them."),
                SurestFirst.Where((_, k) => SurestFirst[..(k + 1)].Count(one => !one.IsRight) <= Allowed * (k + 1))
                    .Select(one => one.Sure).LastOrDefault(2) },
            { ("No threshold suffices here.", "Return 2: 0 answers every image, and 1 can be a confidence."),
                Right is 2 ? 0 : Right },
        }];
    }
}
