namespace NeuralNotebooks.Plotting;

public static partial class Plot
{
    /// <summary>The probability of the second of two classes over a plane of two features as contours, the line p = ½,
    /// and the examples of both classes; those on the wrong side of the line are ringed.</summary>
    /// <param name="probability">p as a function of the horizontal and the vertical feature.</param>
    /// <param name="set">The examples, of two classes. Their colours and symbols are those of the classes' numbers in
    /// the set, which may have other classes without examples.</param>
    /// <param name="horizontal">The feature on the horizontal axis.</param>
    /// <param name="vertical">The feature on the vertical axis.</param>
    /// <param name="title">The title.</param>
    /// <param name="borders">Named functions, each with a line where it is 0.</param>
    /// <exception cref="ArgumentException">The examples are not of two classes, or the function returns a number that
    /// is not a probability.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such feature.</exception>
    public static Picture Probability(
        Surface probability, Dataset<double> set, int horizontal = 0, int vertical = 1, string title = "",
        params IEnumerable<(string Name, Surface Score)> borders)
    {
        ArgumentNullException.ThrowIfNull(probability);
        ClassPoints points = ClassPoints.Of(set, horizontal, vertical);
        int[] classes = [.. points.Labels.Distinct().Order()];
        if (classes.Length != 2)
            throw new ArgumentException(
                $"The set has examples of {classes.Length} classes: a probability separates two.", nameof(set));
        return ProbabilityFigure.Of(points, classes, (a, b) => CheckedProbability(probability, a, b), borders)
            .WithTitle(title);
    }

    private static double CheckedProbability(Surface probability, double a, double b)
    {
        double p = probability(a, b);
        return p is >= 0 and <= 1
            ? p
            : throw new ArgumentException(
                $"The function is {NumberText.Plain(p)} at ({NumberText.Plain(a)}, {NumberText.Plain(b)}): a "
                + $"probability lies between 0 and 1.", nameof(probability));
    }
}
