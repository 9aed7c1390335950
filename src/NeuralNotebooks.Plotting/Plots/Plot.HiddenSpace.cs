namespace NeuralNotebooks.Plotting;

public static partial class Plot
{
    /// <summary>The outputs of the last hidden layer, which has two units, as a point for each example, and the regions
    /// into which the output layer divides that plane; a frame for each snapshot of training, of which the first is
    /// shown at the start. Grey lines are a grid over the last two features, as the hidden layer bends it.</summary>
    /// <param name="frames">A label, such as "epoch 10", and a snapshot of the network, as <see cref="Mlp{T}.Copy"/>
    /// takes it.</param>
    /// <param name="set">The examples.</param>
    /// <param name="title">The title.</param>
    /// <exception cref="ArgumentException">There are no frames, or the last hidden layer does not have two units, or a
    /// network's inputs do not match the set's features.</exception>
    public static Picture HiddenSpace<T>(
        IEnumerable<(string Label, Mlp<T> Network)> frames, Dataset<T> set, string title = "")
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(set);
        (string Label, Mlp<T> Network)[] given = Checked.NotEmpty(frames, "frames");
        (string Label, Mlp<T> Output, Dataset<T> Hidden)[] moments =
            [.. given.Select(frame => Halves(frame.Label, frame.Network, set))];
        double[][][] hidden = [.. moments.Select(moment => Checked.Rows(moment.Hidden.Features, "The hidden layer"))];
        PlaneGrid grid = PlaneGrid.Of(
            [.. hidden.SelectMany(rows => rows[0])], [.. hidden.SelectMany(rows => rows[1])],
            DecisionRegionsFigure.FrameResolution);
        (string, Figure)[] figures = [.. moments.Zip(given, (moment, frame) => (
            moment.Label, DecisionRegionsFigure.Of(
                moment.Output, moment.Hidden, (0, 1), grid, BentGrid(frame.Network, set))))];
        string others = set.Features.Rows > 2 ? ", the other features at their means" : "";
        return Picture.OfFrames(figures, start: 0).WithTitle(title).WithCaption(
            $"Grey: a grid over {ClassPoints.FeatureName(set, set.Features.Rows - 2)} and "
            + $"{ClassPoints.FeatureName(set, set.Features.Rows - 1)}{others}, bent by the hidden layer.");
    }

    /// <summary>The lines of a grid over the last two features, as the hidden layer moves them.</summary>
    private static FigurePart BentGrid<T>(Mlp<T> network, Dataset<T> set)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        const int Points = 25, Every = 3;
        (int, int) features = (set.Features.Rows - 2, set.Features.Rows - 1);
        PlaneGrid plane = ClassPoints.Of(set, features.Item1, features.Item2).Grid(Points);
        Mlp<T> whole = network.Copy();
        whole.Forward(DecisionRegionsFigure.PointsOf(set, features, plane));
        Matrix<T> bent = whole.Layers[^2].Output;
        Point Bent(int row, int column) => row == Points || column == Points ? (double.NaN, double.NaN)
            : (Shown(bent[0, row * Points + column]), Shown(bent[1, row * Points + column]));
        int[] lines = [.. Enumerable.Range(0, 1 + (Points - 1) / Every).Select(k => k * Every)];
        // The place after the last one of a line is a gap.
        Point[] path =
        [
            .. lines.SelectMany(row => Enumerable.Range(0, Points + 1).Select(column => Bent(row, column))),
            .. lines.SelectMany(column => Enumerable.Range(0, Points + 1).Select(row => Bent(row, column))),
        ];
        return Line(path, Stroke(Palette.Ink, 1, "solid"), "grid", showLegend: false)
            .With(new() { ["hoverinfo"] = "skip", ["opacity"] = 0.35 });

        static double Shown(T number) => Math.Round(double.CreateChecked(number), 3);
    }

    /// <summary>The output layer as a network of its own, and the outputs of the last hidden layer as its
    /// examples.</summary>
    private static (string, Mlp<T>, Dataset<T>) Halves<T>(string label, Mlp<T> network, Dataset<T> set)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (network is null || network.Layers.Count < 2 || network.Layers[^2].Units != 2)
            throw new ArgumentException(
                $"The network of '{label}' must have two units in its last hidden layer; it is "
                + $"{network?.ToString() ?? "null"}.", nameof(network));
        if (network.Inputs != set.Features.Rows || network.Inputs < 2)
            throw new ArgumentException(
                $"The network of '{label}' takes {network.Inputs} features and X is {Shape.Of(set.Features)}"
                + (network.Inputs < 2 ? ": this figure shows two features." : "."), nameof(network));
        Mlp<T> whole = network.Copy();
        whole.Forward(set.Features);
        Checked.Rows(whole.Layers[^2].Output, $"The hidden layer of '{label}'");
        return (label, new([whole.Layers[^1]]),
            new(whole.Layers[^2].Output, set.Targets, ["hidden unit 1", "hidden unit 2"], set.ClassNames));
    }
}
