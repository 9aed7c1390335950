namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<Scores> _softmax = new()
    {
        Cases = () =>
            [new([0, 1, 2]), new([1, 0, -1]), new([2.1, -1.5, 0.3, 0.7]), new([2000, -1500, 1990]),
            new([1000, 1001, 1002]), new([-1000, -1001, -1003]), new([-2000, 0, 1000])],
        Describe = o => $"for the scores ({o.Numbers})",
        Praise = "These are probabilities, for scores of any size. Subtracting the largest score changes no "
            + "probability and prevents overflow.",
        Parts = o => o.Parts,
    };

    /// <summary>Notebook 05: softmax, for scores of any size.</summary>
    /// <param name="softmax">The student's function: from scores to one probability for each.</param>
    public static Verdict Softmax(Func<double[], double[]> softmax) => _softmax.Judge(o => softmax(o.Numbers));

    /// <summary>Some scores, and their powers of e, shifted by the largest.</summary>
    private sealed record Scores(double[] Numbers)
    {
        public double Shift { get; init; } = Numbers.Max();

        public M Column => Matrix.Column(Numbers);

        public M Powers => Column.Map(score => Exp(score - Shift));

        public Scores Unshifted => this with { Shift = 0 };

        public Scores Negative => new([.. Numbers.Select(score => -score)]);

        public Part<Scores>[] Parts => [new("softmax", o => o.Powers / o.Powers.Sum())
        {
            { ("`Math.Exp(1000)` is more than a `double` can hold, and ∞/∞ is not a number.",
                "Subtract the largest score from all scores first: that changes no probability."),
                this with { Shift = 0 } },
            { ("You subtract the smallest score; the others can still be too large to raise e to.",
                "Subtract the largest: then no exponent is above 0."), this with { Shift = Numbers.Min() } },
            { ("You subtract the first score; another can still be too far above it.",
                "Subtract the largest: then no exponent is above 0."), this with { Shift = Numbers[0] } },
            { ("The sum leaves out the last score:", "the loop ends one too early. It runs while `i < o.Length`."),
                Powers / (Powers.Sum() - Powers[Numbers.Length - 1, 0]) },
            { ("You subtract the mean; the largest score can still be too far above it.",
                "Subtract the largest: then no exponent is above 0."), this with { Shift = Numbers.Average() } },
            { ("The largest entry is 1 and they do not sum to 1:",
                "divide by the sum of the powers, not by the largest of them."), Powers },
            { ("These are the powers of e.", "They do not sum to 1 yet: divide each by their sum."), Unshifted.Powers },
            { ("The numerator is shifted by the largest score, the sum below it is not.", "Shift both."),
                Powers / Unshifted.Powers.Sum() },
            { ("The sum is shifted by the largest score, the numerator is not.", "Shift both."),
                Unshifted.Powers / Powers.Sum() },
            { ("You divide the scores by their sum.",
                "Raise e to them first: scores can be negative, probabilities cannot."),
                Column / Column.Sum(), NotYet },
            { ("This is σ of each score by itself.", "The probabilities of several classes share one sum."),
                Matrix.Sigmoid(Column), NotYet },
            { ("You divide the scores by the largest of them before you raise e to them.",
                "Subtract it: only differences of scores matter."),
                new Scores([.. Numbers.Select(score => score / Shift)]) },
            { "These are the logarithms of the probabilities.", Column - Shift - Log(Powers.Sum()) },
            { "These are the logarithms of the probabilities.", (Powers / Powers.Sum()).Map(Log) },
            { ("The smallest score got the largest probability:", "the sign in the exponent is wrong."), Negative },
            { ("The smallest score got the largest probability:",
                "the sign in the exponent is wrong. (And subtract the largest score first.)"),
                Negative.Unshifted, NotYet },
        }];
    }
}
