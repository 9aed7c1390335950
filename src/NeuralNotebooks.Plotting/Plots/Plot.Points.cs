namespace NeuralNotebooks.Plotting;

public static partial class Plot
{
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
        Figure figure = new([.. points.Traces()], points.PlaneLayout(points.Grid(2), DecisionRegionsFigure.MaxStretch));
        return Picture.Of(figure).WithTitle(title);
    }

    /// <summary>The colour of a class in pictures, for a chart of one's own.</summary>
    public static string ClassColour(int number) => Palette.Of(number);

    /// <summary>The colour of a negative or a positive number in pictures, for a chart of one's own.</summary>
    public static string SignColour(double number) => number < 0 ? Palette.Blue : Palette.Orange;

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

    /// <summary>The decision regions of a network while it learns: a frame for each snapshot of training, of which the
    /// first is shown at the start.</summary>
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
        PlaneGrid grid = ClassPoints.Of(set, horizontal, vertical).Grid(
            moments.Length == 1 ? DecisionRegionsFigure.Resolution : DecisionRegionsFigure.FrameResolution);
        foreach ((_, Mlp<T> network) in moments)
            CheckInputs(network, set);
        return Picture.OfFrames([.. moments.Select(moment => (moment.Label,
            DecisionRegionsFigure.Of(moment.Network, set, (horizontal, vertical), grid)))], start: 0)
            .WithTitle(title).WithCaption(DecisionRegionsFigure.Caption(set, horizontal, vertical));
    }

    private static void CheckInputs<T>(Mlp<T> network, Dataset<T> set)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        if (network.Inputs != set.Features.Rows)
            throw new ArgumentException(
                $"The network takes {network.Inputs} features and X is {Shape.Of(set.Features)}: its inputs must "
                + $"match X's rows.", nameof(network));
    }
}
