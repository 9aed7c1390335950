using System.Globalization;

namespace NeuralNotebooks.Course;

public static partial class Check
{
    private const string SoftmaxPart = "softmax";

    private static readonly Exercise<double[]> _softmaxExercise = new()
    {
        Cases = () => [[0, 1, 2], [1, 0, -1], [2.1, -1.5, 0.3, 0.7], [2000, -1500, 1990], [1000, 1001, 1002], [-1000, -1001, -1003], [-2000, 0, 1000]],
        Describe = scores => $"for the scores ({string.Join(", ", scores.Select(score => score.ToString(CultureInfo.InvariantCulture).Replace('-', '−')))})",
        Reference = scores => [new(SoftmaxPart, Shifted(scores, scores.Max()))],
        Starter = scores => [new(SoftmaxPart, Matrix.Column(scores))],
        Praise = "These are probabilities, for scores of any size. Subtracting the largest score changes no probability and prevents overflow.",
        Mistakes =
        [
            new(SoftmaxPart, "`Math.Exp(1000)` is more than a `double` can hold, and ∞/∞ is not a number. Subtract the largest score from all scores first: that changes no probability.",
                scores => Shifted(scores, 0)),
            new(SoftmaxPart, "You subtract the smallest score; the others can still be too large to raise e to. Subtract the largest: then no exponent is above 0.",
                scores => Shifted(scores, scores.Min())),
            new(SoftmaxPart, "You subtract the first score; another can still be too far above it. Subtract the largest: then no exponent is above 0.",
                scores => Shifted(scores, scores[0])),
            new(SoftmaxPart, "The sum leaves out the last score: the loop ends one too early. It runs while `i < o.Length`.",
                scores => Column(scores, s => Math.Exp(s - scores.Max()) / scores[..^1].Sum(v => Math.Exp(v - scores.Max())))),
            new(SoftmaxPart, "You subtract the mean; the largest score can still be too far above it. Subtract the largest: then no exponent is above 0.",
                scores => Shifted(scores, scores.Average())),
            new(SoftmaxPart, "The largest entry is 1 and they do not sum to 1: divide by the sum of the powers, not by the largest of them.",
                scores => Column(scores, s => Math.Exp(s - scores.Max()))),
            new(SoftmaxPart, "These are the powers of e. They do not sum to 1 yet: divide each by their sum.", scores => Column(scores, Math.Exp)),
            new(SoftmaxPart, "The numerator is shifted by the largest score, the sum below it is not. Shift both.",
                scores => Column(scores, s => Math.Exp(s - scores.Max()) / scores.Sum(Math.Exp))),
            new(SoftmaxPart, "The sum is shifted by the largest score, the numerator is not. Shift both.",
                scores => Column(scores, s => Math.Exp(s) / scores.Sum(v => Math.Exp(v - scores.Max())))),
            new(SoftmaxPart, "You divide the scores by their sum. Raise e to them first: scores can be negative, probabilities cannot.",
                scores => Column(scores, s => s / scores.Sum()), IsNear: false),
            new(SoftmaxPart, "This is σ of each score by itself. The probabilities of several classes share one sum.",
                scores => Column(scores, s => 1 / (1 + Math.Exp(-s))), IsNear: false),
            new(SoftmaxPart, "You divide the scores by the largest of them before you raise e to them. Subtract it: only differences of scores matter.",
                scores => Shifted([.. scores.Select(s => s / scores.Max())], 0)),
            new(SoftmaxPart, "These are the logarithms of the probabilities.", LogSoftmax),
            new(SoftmaxPart, "These are the logarithms of the probabilities.", scores => Shifted(scores, scores.Max()).Map(p => Math.Log(p))),
            new(SoftmaxPart, "The smallest score got the largest probability: the sign in the exponent is wrong.",
                scores => Shifted([.. scores.Select(s => -s)], -scores.Min())),
            new(SoftmaxPart, "The smallest score got the largest probability: the sign in the exponent is wrong. (And subtract the largest score first.)",
                scores => Shifted([.. scores.Select(s => -s)], 0), IsNear: false),
        ],
    };

    /// <summary>Notebook 05: softmax, for scores of any size.</summary>
    /// <param name="softmax">The student's function: from scores to one probability for each.</param>
    public static Verdict Softmax(Func<double[], double[]> softmax) => softmax is null
        ? Signature.Differs(softmax, "double[] (double[])")
        : _softmaxExercise.Judge(scores => [new(SoftmaxPart, softmax(scores) is { } p ? Matrix.Column(p) : null)]);

    /// <summary>A function with the wrong signature: the verdict shows the expected one.</summary>
    public static Verdict Softmax(Delegate softmax) => Signature.Differs(softmax, "double[] (double[])");

    private static Matrix<double> Shifted(double[] scores, double shift)
    {
        double sum = scores.Sum(score => Math.Exp(score - shift));
        return Column(scores, score => Math.Exp(score - shift) / sum);
    }

    private static Matrix<double> LogSoftmax(double[] scores)
    {
        double largest = scores.Max(), logarithm = Math.Log(scores.Sum(score => Math.Exp(score - largest)));
        return Column(scores, score => score - largest - logarithm);
    }

    private static Matrix<double> Column(double[] numbers, Func<double, double> f) => Matrix.Column([.. numbers.Select(f)]);
}
