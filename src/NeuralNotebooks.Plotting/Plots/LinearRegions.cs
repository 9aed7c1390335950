namespace NeuralNotebooks.Plotting;

/// <summary>The regions into which the scores of one layer divide a plane. Scores are linear, so that each region is a
/// convex polygon.</summary>
internal static class LinearRegions
{
    /// <summary>A corner of a polygon, with the score of each class there.</summary>
    private sealed record Corner(Point At, double[] Scores)
    {
        public double Lead(int one, int other) => Scores[one] - Scores[other];

        public Corner Towards(Corner end, double part) => new(
            (Between(At.X, end.At.X, part), Between(At.Y, end.At.Y, part)),
            [.. Scores.Zip(end.Scores, (from, to) => Between(from, to, part))]);

        private static double Between(double from, double to, double part) => from + part * (to - from);
    }

    /// <summary>Whether a network is a single layer whose activation keeps the order of its scores.</summary>
    public static bool Has<T>(Mlp<T> network) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        network.Layers is [{ Activation: not Activation.Relu }];

    public static Point[][] Of<T>(Dense<T> layer, (Point At, Matrix<T> Example)[] corners)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Corner[] plane = [.. corners.Select(corner => new Corner(corner.At, Scores(layer, corner.Example)))];
        return [.. Enumerable.Range(0, plane[0].Scores.Length)
            .Select(k => Region(plane, k).Select(corner => corner.At).ToArray())];
    }

    private static double[] Scores<T>(Dense<T> layer, Matrix<T> example)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double[] scores = [.. (layer.Weights * example + layer.Biases).AsSpan().ToArray().Select(double.CreateChecked)];
        return scores.Length == 1 ? [0, scores[0]] : scores;
    }

    private static Corner[] Region(Corner[] plane, int k)
    {
        Corner[] region = plane;
        foreach (int other in Enumerable.Range(0, plane[0].Scores.Length).Where(other => other != k))
            region = other < k && region.All(corner => corner.Lead(k, other) <= 0) ? []
                : [.. region.Zip([.. region.Skip(1), .. region.Take(1)]).SelectMany(
                    side => LeadingPart(side.First, side.Second, k, other))];
        return region;
    }

    /// <summary>The beginning of a side if a class leads there, and where the lead begins or ends.</summary>
    private static IEnumerable<Corner> LeadingPart(Corner from, Corner to, int one, int other)
    {
        double here = from.Lead(one, other), there = to.Lead(one, other);
        if (here >= 0)
            yield return from;
        if (here * there < 0)
            yield return from.Towards(to, here / (here - there));
    }
}
