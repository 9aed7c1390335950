namespace NeuralNotebooks.Plotting;

/// <summary>Copies of a network at moments of its training, for <see cref="Plot"/> to show one after the other:
/// <c>new() { Epochs = 100, AfterEpoch = film.Keep }</c>.</summary>
/// <param name="network">The network that is trained. The first frame shows it as it is now.</param>
/// <param name="epochs">The epochs after which a copy is kept.</param>
public sealed class TrainingFilm(Mlp<double> network, params int[] epochs)
{
    private readonly List<(string Label, Mlp<double> Network)> _frames = [("before training", network.Copy())];

    /// <summary>The copies in the order of training, each with a label such as "epoch 10".</summary>
    public IReadOnlyList<(string Label, Mlp<double> Network)> Frames => _frames;

    /// <summary>The network as it was before training.</summary>
    public Mlp<double> Start => _frames[0].Network;

    /// <summary>Keeps a copy if this epoch is one of those that the film shows.</summary>
    public void Keep(EpochResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (epochs.Contains(result.Epoch))
            _frames.Add((Invariant($"epoch {result.Epoch}"), network.Copy()));
    }
}
