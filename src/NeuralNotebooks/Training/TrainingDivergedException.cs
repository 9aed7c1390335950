namespace NeuralNotebooks;

/// <summary>Training produced a NaN or infinite number and was stopped.</summary>
public sealed class TrainingDivergedException : ArithmeticException
{
    internal TrainingDivergedException(
        (int Epoch, int Batch, int Layer) place, string found, IFormattable learningRate, string advice,
        History history)
        : base(
            Invariant(
                $"Training diverged in epoch {place.Epoch}, {found}. The learning rate was {learningRate}; "
                    + $"try a smaller one, {advice}."))
    {
        (Epoch, Batch, Layer) = place;
        History = history;
    }

    /// <summary>The epoch, from 1.</summary>
    public int Epoch { get; }

    /// <summary>The batch in that epoch, from 1.</summary>
    public int Batch { get; }

    /// <summary>The first layer with a NaN or infinite number, from 0 as in <c>network.Layers</c>; the last one if only
    /// the loss is not finite.</summary>
    public int Layer { get; }

    /// <summary>The completed epochs.</summary>
    public History History { get; }
}
