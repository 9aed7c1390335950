namespace NeuralNotebooks.Plotting;

/// <summary>The class that a network predicts at each point of a plane, and the examples; misclassified ones are
/// ringed. Several networks are the frames of a film.</summary>
internal static class DecisionRegionsFigure
{
    // Axes have equal scales if their lengths differ by at most this factor, as for two features of one kind.
    public const double MaxStretch = 1.2;

    private const double Opacity = 0.25;

    // The grid on which a network is evaluated: fine enough to look like a curve, small enough for a page.
    public const int Resolution = 180;

    // Coarser than that of a single map, since the page contains all frames.
    public const int FrameResolution = 120;

    /// <param name="network">The network, whose inputs are the set's features.</param>
    /// <param name="grid">The points of the plane at which the network is evaluated.</param>
    /// <param name="behind">What is drawn between the regions and the examples.</param>
    public static Figure Of<T>(
        Mlp<T> network, Dataset<T> set, (int Horizontal, int Vertical) features, PlaneGrid grid,
        params FigurePart[] behind)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ClassPoints points = ClassPoints.Of(set, features.Horizontal, features.Vertical);
        int[] given = Classified(network, set.Features, set.ClassCount);
        List<FigurePart> traces = [Map(network, set, features, grid), .. behind, .. points.Traces()];
        int[] wrong = [.. Enumerable.Range(0, set.Count).Where(i => given[i] != points.Labels[i])];
        if (wrong.Length > 0)
        {
            traces.AddRange(points.TracesOnTop(wrong));
            traces.Add(Rings("misclassified", wrong.Select(i => (points.X.Values[i], points.Y.Values[i]))));
        }
        FigurePart noGrid = new() { ["showgrid"] = false };
        return new(
            traces, points.PlaneLayout(grid, MaxStretch).With(new() { ["xaxis"] = noGrid, ["yaxis"] = noGrid }));
    }

    private static FigurePart Map<T>(
        Mlp<T> network, Dataset<T> set, (int Horizontal, int Vertical) features, PlaneGrid grid)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int[] classes = Classified(network, PointsOf(set, features, grid), set.ClassCount);
        double[][] z = [.. classes.Chunk(grid.X.Length).Select(row => Array.ConvertAll(row, k => (double)k))];
        return Field("heatmap", z, grid, new()
        {
            ["zmin"] = -0.5,
            ["zmax"] = set.ClassCount - 0.5,
            ["colorscale"] = Palette.Classes(set.ClassCount),
            ["showscale"] = false,
            ["opacity"] = Opacity,
            ["showlegend"] = false,
            ["hoverinfo"] = "skip",
        });
    }

    /// <summary>The features that are held at their means, since the plane has only two.</summary>
    public static string Caption<T>(Dataset<T> set, int horizontal, int vertical)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        string[] held =
        [
            .. Enumerable.Range(0, set.Features.Rows).Where(feature => feature != horizontal && feature != vertical)
                .Select(feature =>
                    $"{ClassPoints.FeatureName(set, feature)} = {NumberText.Html(Mean(set, feature))}"),
        ];
        return held.Length == 0 ? "" : $"Held at their means: {string.Join(", ", held)}.";
    }

    private static double Mean<T>(Dataset<T> set, int feature)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Enumerable.Range(0, set.Count).Average(i => double.CreateChecked(set.Features[feature, i]));

    /// <summary>The points of the grid as columns, row by row, with the other features at their means.</summary>
    public static Matrix<T> PointsOf<T>(Dataset<T> set, (int Horizontal, int Vertical) features, PlaneGrid grid)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Matrix<T> points = Matrix.Zeros<T>(set.Features.Rows, grid.X.Length * grid.Y.Length);
        for (int feature = 0; feature < points.Rows; feature++)
        {
            double mean = Mean(set, feature);
            for (int i = 0; i < points.Columns; i++)
                points[feature, i] = T.CreateChecked(
                    feature == features.Horizontal ? grid.X[i % grid.X.Length]
                    : feature == features.Vertical ? grid.Y[i / grid.X.Length] : mean);
        }
        return points;
    }

    // A single output that is not a sigmoid unit is a logit: class 1 is where it is above 0.
    private static int[] Classified<T>(Mlp<T> network, Matrix<T> points, int classes)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        bool isLogit = network.Outputs == 1 && network.Layers[^1].Activation != Activation.Sigmoid;
        int[] given = Metrics.Classify(network, points, isLogit ? 0 : null);
        int unknown = Array.FindIndex(given, k => k < 0 || k >= classes);
        return unknown < 0 ? given
            : throw new ArgumentException(
                (given[unknown] < 0 ? "An output of the network is NaN"
                    : $"The network returned class {given[unknown]}") + $": the set has the classes 0 … {classes - 1}.",
                nameof(network));
    }
}
