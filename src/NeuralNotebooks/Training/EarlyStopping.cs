namespace NeuralNotebooks;

/// <summary>Ends training when the loss on the validation set has not fallen for some epochs, and restores the best
/// weights.</summary>
/// <remarks>However training ends, also if it diverges or is interrupted, the network gets the weights with which the
/// loss on the validation set was lowest. Before the end of the first epoch there are none, so it keeps its weights. L.
/// Prechelt, "Early stopping – but when?", Neural Networks: Tricks of the Trade, 1998.</remarks>
public sealed class EarlyStopping
{
    /// <summary>Creates a rule for early stopping.</summary>
    /// <param name="patience">Training ends after this number of epochs in a row without a new lowest loss.</param>
    /// <exception cref="ArgumentOutOfRangeException">The patience is below 1.</exception>
    public EarlyStopping(int patience)
    {
        if (patience < 1)
            throw new ArgumentOutOfRangeException(nameof(patience), patience, "Patience must be at least 1.");
        Patience = patience;
    }

    /// <summary>Training ends after this number of epochs in a row without a new lowest loss on the validation
    /// set.</summary>
    public int Patience { get; }
}

internal sealed class BestWeights<T>(Mlp<T> network, EarlyStopping rule)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Mlp<T> _best = network.Copy();
    private double _loss = double.PositiveInfinity;
    private int _epochsSince;

    /// <summary>Saves the weights if the loss after an epoch is the lowest so far; returns whether training should
    /// end.</summary>
    public bool ShouldStop(double validationLoss)
    {
        if (validationLoss < _loss)
        {
            (_loss, _epochsSince) = (validationLoss, 0);
            network.CopyParametersTo(_best);
            return false;
        }
        return ++_epochsSince >= rule.Patience;
    }

    public void Restore()
    {
        if (double.IsFinite(_loss))
            _best.CopyParametersTo(network);
    }
}
