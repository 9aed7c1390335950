namespace NeuralNotebooks.Plotting;

public static partial class Plot
{
    // Axes have equal scales if their lengths differ by at most this factor, as for two features of one kind.
    private const double AlmostSquare = 1.2;

    // The grid on which a network is evaluated: fine enough to look like a curve, small enough for a page.
    private const int Resolution = 180;

    // Coarser than that of a single map, since the page contains all frames.
    private const int FrameResolution = 80;

    /// <summary>The examples of a set as points over two of their features, one colour and symbol for each
    /// class.</summary>
    /// <param name="set">The examples.</param>
    /// <param name="horizontal">The feature on the horizontal axis.</param>
    /// <param name="vertical">The feature on the vertical axis.</param>
    /// <param name="title">The title.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such feature.</exception>
    public static Picture Scatter<T>(Dataset<T> set, int horizontal = 0, int vertical = 1, string title = "")
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ClassPoints points = ClassPoints.Of(set, horizontal, vertical);
        // The axes are those of the decision regions: rings are round, and the points have the same positions in both
        // pictures.
        Figure figure = new([.. points.Traces()], points.Plane(points.Grid(2), AlmostSquare));
        return Picture.Of(figure, points.Description()).WithTitle(title);
    }

    /// <summary>The class that a network predicts at each point of a plane of two features, and the examples;
    /// misclassified examples are ringed.</summary>
    /// <param name="network">The network; its inputs are the set's features.</param>
    /// <param name="set">The examples. Features beyond the two of the plane are held at their means, and the picture
    /// says so.</param>
    /// <param name="horizontal">The feature on the horizontal axis.</param>
    /// <param name="vertical">The feature on the vertical axis.</param>
    /// <param name="title">The title.</param>
    /// <exception cref="ArgumentException">The network takes another number of features than the set has.</exception>
    public static Picture DecisionRegions<T>(
        Mlp<T> network, Dataset<T> set, int horizontal = 0, int vertical = 1, string title = "")
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        DecisionRegions([("the network", network)], set, horizontal, vertical, title);

    /// <summary>The decision regions of a network while it learns: a frame for each snapshot of training.</summary>
    /// <param name="frames">A label, such as "epoch 10", and a snapshot of the network, as <see cref="Mlp{T}.Copy"/>
    /// takes it.</param>
    /// <param name="set">The examples. Features beyond the two of the plane are held at their means, and the picture
    /// says so.</param>
    /// <param name="horizontal">The feature on the horizontal axis.</param>
    /// <param name="vertical">The feature on the vertical axis.</param>
    /// <param name="title">The title.</param>
    /// <exception cref="ArgumentException">There are no frames, or a network's inputs do not match the set's
    /// features.</exception>
    public static Picture DecisionRegions<T>(
        IEnumerable<(string Label, Mlp<T> Network)> frames, Dataset<T> set, int horizontal = 0, int vertical = 1,
        string title = "")
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        (string Label, Mlp<T> Network)[] moments = Checked.NotEmpty(frames, "frames");
        PlaneGrid grid = ClassPoints.Of(set, horizontal, vertical)
            .Grid(moments.Length == 1 ? Resolution : FrameResolution);
        return RegionsInFrames("Decision regions", [.. moments.Select(moment =>
            (moment.Label, Regions(moment.Network, set, (horizontal, vertical), grid)))]).WithTitle(title);
    }

    private static Picture RegionsInFrames(string what, (string Label, (Figure Figure, string Words) Map)[] frames)
    {
        string course = frames.Length == 1 ? ""
            : $", {frames.Length} moments from {frames[0].Label} to {frames[^1].Label}. At the end";
        return Picture.OfFrames(
            [.. frames.Select(frame => (frame.Label, frame.Map.Figure))], $"{what}{course}: {frames[^1].Map.Words}");
    }

    private static (Figure Figure, string Words) Regions<T>(
        Mlp<T> network, Dataset<T> set, (int Horizontal, int Vertical) features, PlaneGrid grid,
        IEnumerable<FigurePart>? borders = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        if (network.Inputs != set.Features.Rows)
            throw new ArgumentException(
                $"The network takes {network.Inputs} features and X is {Shape.Of(set.Features)}: its inputs must "
                + $"match X's rows.", nameof(network));
        ClassPoints points = ClassPoints.Of(set, features.Horizontal, features.Vertical);
        (Matrix<T> plane, string held) = Plane(set, features, grid);
        int[] classes = Classified(network, plane, set.ClassCount),
            given = Classified(network, set.Features, set.ClassCount);
        double[][] z = [.. classes.Chunk(grid.X.Length).Select(row => Array.ConvertAll(row, k => (double)k))];

        List<FigurePart> traces =
        [
            Field("heatmap", z, grid, new()
            {
                ["zmin"] = -0.5, ["zmax"] = set.ClassCount - 0.5, ["colorscale"] = Palette.Classes(set.ClassCount),
                ["showscale"] = false, ["opacity"] = 0.25, ["showlegend"] = false, ["hoverinfo"] = "skip",
            }),
            .. borders ?? [],
            .. points.Traces(),
        ];
        int[] wrong = [.. Enumerable.Range(0, set.Count).Where(i => given[i] != points.Labels[i])];
        if (wrong.Length > 0)
        {
            traces.AddRange(points.TracesOnTop(wrong));
            traces.Add(Rings("misclassified", wrong.Select(i => (points.X.Values[i], points.Y.Values[i]))));
        }
        FigurePart layout = points.Plane(grid, AlmostSquare), noGrid = new() { ["showgrid"] = false };
        layout.Merge(new() { ["xaxis"] = noGrid, ["yaxis"] = noGrid });
        string rings = wrong.Length > 0
            ? $" {wrong.Length} of {set.Count} examples lie in the region of another class, and are ringed."
            : $" All {set.Count} examples lie in the region of their class.";
        return (new(traces, layout), $"{points.Description()}{rings}{held}");
    }

    /// <summary>The points of the grid as columns, row by row, with the other features at their means.</summary>
    private static (Matrix<T> Points, string Held) Plane<T>(
        Dataset<T> set, (int Horizontal, int Vertical) features, PlaneGrid grid)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Matrix<T> points = Matrix.Zeros<T>(set.Features.Rows, grid.X.Length * grid.Y.Length);
        List<string> held = [];
        for (int feature = 0; feature < points.Rows; feature++)
        {
            double mean = Enumerable.Range(0, set.Count).Average(i => double.CreateChecked(set.Features[feature, i]));
            if (feature != features.Horizontal && feature != features.Vertical)
                held.Add($"{ClassPoints.FeatureName(set, feature)} = {NumberText.Plain(mean)}");
            for (int i = 0; i < points.Columns; i++)
                points[feature, i] = T.CreateChecked(
                    feature == features.Horizontal ? grid.X[i % grid.X.Length]
                    : feature == features.Vertical ? grid.Y[i / grid.X.Length] : mean);
        }
        return (points, held.Count == 0 ? "" : $" Held at their means: {string.Join(", ", held)}.");
    }

    private static int[] Classified<T>(Mlp<T> network, Matrix<T> points, int classes)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int[] given = Metrics.Classify(network, points);
        int unknown = Array.FindIndex(given, k => k >= classes);
        return unknown < 0 ? given
            : throw new ArgumentException(
                $"The network returned class {given[unknown]}: the set has the classes 0 … {classes - 1}.",
                nameof(network));
    }
}
