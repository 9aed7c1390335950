using System.Numerics;

namespace NeuralNotebooks.Plotting;

public static partial class Plot
{
    // Coarser than a single map: the page holds every frame.
    private const int FrameResolution = 80;

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
        (string Label, Mlp<T> Network)[] moments = Checked.Some(frames, "frames");
        (string Label, (Figure Figure, string Words) Map)[] figures =
            [.. moments.Select(moment =>
                (moment.Label, Regions(moment.Network, set, horizontal, vertical, FrameResolution)))];
        return Picture.OfFrames(
            [.. figures.Select(figure => (figure.Label, figure.Map.Figure))],
            $"Decision regions, {moments.Length} moments from {moments[0].Label} to {moments[^1].Label}. At the end: "
                + $"{figures[^1].Map.Words}").WithTitle(title);
    }
}
