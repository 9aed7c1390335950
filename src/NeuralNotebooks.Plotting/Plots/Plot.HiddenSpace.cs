using Score = (double W1, double W2, double B);

namespace NeuralNotebooks.Plotting;

public static partial class Plot
{
    /// <summary>The outputs of the last hidden layer, which has two units, as a point for each example, and the lines
    /// with which the output layer divides that plane.</summary>
    /// <exception cref="ArgumentException">The last hidden layer does not have two units, or the network's inputs do
    /// not match the set's features.</exception>
    public static Picture HiddenSpace<T>(Mlp<T> network, Dataset<T> set, string title = "")
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => HiddenSpace([("the hidden layer", network)], set, title);

    /// <summary>
    /// The outputs of the last hidden layer, which has two units, as a point for each example, and the lines with which
    /// the output layer divides that plane; a frame for each snapshot of training.
    /// </summary>
    /// <param name="frames">A label, such as "epoch 10", and a snapshot of the network, as <see cref="Mlp{T}.Copy"/>
    /// takes it.</param>
    /// <param name="set">The examples.</param>
    /// <param name="title">The title.</param>
    /// <remarks>Between classes i and j the line is (wᵢ − wⱼ)·h + bᵢ − bⱼ = 0, wherever no third class has a larger
    /// score.</remarks>
    /// <exception cref="ArgumentException">There are no frames, or the last hidden layer does not have two units, or a
    /// network's inputs do not match the set's features.</exception>
    public static Picture HiddenSpace<T>(
        IEnumerable<(string Label, Mlp<T> Network)> frames, Dataset<T> set, string title = "")
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(set);
        (string Label, Mlp<T> Network)[] moments = Checked.NotEmpty(frames, "frames");
        double[][][] hidden = [.. moments.Select(moment => HiddenOutputs(moment.Label, moment.Network, set))];
        Interval x = Checked.Around(hidden.SelectMany(rows => rows[0]), 0.1),
            y = Checked.Around(hidden.SelectMany(rows => rows[1]), 0.1);
        string[] names = ClassPoints.Names(set.ClassNames, set.ClassCount);
        int[] labels = set.Labels();

        (string, Figure)[] figures = [.. moments.Select((moment, k) =>
        {
            ClassPoints points = new(("hidden unit 1", hidden[k][0]), ("hidden unit 2", hidden[k][1]), labels, names);
            Trace[] traces = [.. points.Traces(), .. Boundaries(moment.Network.Layers[^1], x, y)];
            return (moment.Label,
                new Figure(traces, Layout.Plane(points.X.Name, x, points.Y.Name, y)) { Height = 460 });
        })];
        int right = Metrics.Classify(moments[^1].Network, set).Zip(labels).Count(pair => pair.First == pair.Second);
        return Picture.OfFrames(
            figures,
            $"The plane of the two hidden units with {set.Count} "
                + $"examples{Course(moments.Length, moments[0].Label, moments[^1].Label)} the lines of the output "
                + $"layer put {right} of {set.Count} examples on the correct side.")
            .WithTitle(title);
    }

    private static string Course(int moments, string first, string last) =>
        moments == 1 ? ", where" : $", {moments} moments from {first} to {last}. At the end";

    private static double[][] HiddenOutputs<T>(string label, Mlp<T> network, Dataset<T> set)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (network is null || network.Layers.Count < 2 || network.Layers[^2].Units != 2)
            throw new ArgumentException(
                $"The network of '{label}' must have two units in its last hidden layer; it is "
                + $"{network?.ToString() ?? "null"}.", nameof(network));
        if (network.Inputs != set.Features.Rows)
            throw new ArgumentException(
                $"The network of '{label}' takes {network.Inputs} features and X is {Shape.Of(set.Features)}.",
                nameof(network));
        network.Forward(set.Features);
        return Checked.Rows(network.Layers[^2].Output, $"The hidden layer of '{label}'");
    }

    /// <summary>The line between each pair of classes, where these two have the largest scores.</summary>
    private static IEnumerable<Trace> Boundaries<T>(
        Dense<T> output, Interval x, Interval y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // One output unit is the score of class 1; the score of class 0 is then zero.
        Score[] scores = [.. Enumerable.Range(0, output.Units).Select(k =>
            (double.CreateChecked(output.Weights[k, 0]), double.CreateChecked(output.Weights[k, 1]),
                double.CreateChecked(output.Biases[k, 0])))];
        if (scores.Length == 1)
            scores = [(0, 0, 0), scores[0]];
        IEnumerable<Point[]> lines = scores.SelectMany((p, i) => scores.Skip(i + 1).Select(q =>
            PointsOnLine(p, q, x, y)
                .Where(point => scores.All(score => At(score, point) <= At(p, point) + 1e-9)).ToArray()));
        return lines.Where(line => line.Length >= 2).Select((line, k) =>
            new LineTrace([line[0], line[^1]], new(Palette.Ink, 1.5)) { Name = "boundary", ShowLegend = k == 0 });

        static double At(Score score, Point point) =>
            (score.W1 * point.X) + (score.W2 * point.Y) + score.B;
    }

    /// <summary>Closely spaced points of the line on which two scores are equal, inside the frame.</summary>
    private static IEnumerable<Point> PointsOnLine(
        Score p, Score q, Interval x, Interval y)
    {
        double a = p.W1 - q.W1, b = p.W2 - q.W2, c = p.B - q.B, size = (a * a) + (b * b);
        if (size == 0)
            yield break;
        double reach = x.Length + y.Length, length = Math.Sqrt(size);
        double mx = (x.From + x.To) / 2, my = (y.From + y.To) / 2, off = ((a * mx) + (b * my) + c) / size;
        for (int step = -400; step <= 400; step++)
        {
            double t = reach * step / 400;
            Point point = (mx - (a * off) - (b / length * t), my - (b * off) + (a / length * t));
            if (x.Contains(point.X) && y.Contains(point.Y))
                yield return point;
        }
    }
}
