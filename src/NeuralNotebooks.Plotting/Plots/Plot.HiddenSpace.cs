namespace NeuralNotebooks.Plotting;

public static partial class Plot
{
    /// <summary>The outputs of the last hidden layer, which has two units, as a point for each example, and the
    /// regions into which the output layer divides that plane.</summary>
    /// <exception cref="ArgumentException">The last hidden layer does not have two units, or the network's inputs do
    /// not match the set's features.</exception>
    public static Picture HiddenSpace<T>(Mlp<T> network, Dataset<T> set, string title = "")
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => HiddenSpace([("the hidden layer", network)], set, title);

    /// <summary>
    /// The outputs of the last hidden layer, which has two units, as a point for each example, and the regions into
    /// which the output layer divides that plane; a frame for each snapshot of training.
    /// </summary>
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
        (string Label, Mlp<T> Output, Dataset<T> Hidden)[] moments =
            [.. Checked.NotEmpty(frames, "frames").Select(frame => Halves(frame.Label, frame.Network, set))];
        double[][][] hidden = [.. moments.Select(moment => Checked.Rows(moment.Hidden.Features, "The hidden layer"))];
        PlaneGrid grid = PlaneGrid.Of(
            [.. hidden.SelectMany(rows => rows[0])], [.. hidden.SelectMany(rows => rows[1])],
            DecisionRegionsFigure.FrameResolution);
        return Picture.OfFrames([.. moments.Select(moment => (
            moment.Label, DecisionRegionsFigure.Of(moment.Output, moment.Hidden, (0, 1), grid)))])
            .WithTitle(title);
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
        if (network.Inputs != set.Features.Rows)
            throw new ArgumentException(
                $"The network of '{label}' takes {network.Inputs} features and X is {Shape.Of(set.Features)}.",
                nameof(network));
        Mlp<T> whole = network.Copy();
        whole.Forward(set.Features);
        Checked.Rows(whole.Layers[^2].Output, $"The hidden layer of '{label}'");
        return (label, new([whole.Layers[^1]]),
            new(whole.Layers[^2].Output, set.Targets, ["hidden unit 1", "hidden unit 2"], set.ClassNames));
    }
}
