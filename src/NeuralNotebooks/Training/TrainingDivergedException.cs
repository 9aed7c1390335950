namespace NeuralNotebooks;

/// <summary>Training produced a NaN or infinite number and was stopped.</summary>
public sealed class TrainingDivergedException : ArithmeticException
{
    internal TrainingDivergedException(
        int epoch,
        int batch,
        (int Layer, string Found) where,
        IFormattable learningRate,
        History history
    )
        : base(
            Invariant(
                $"Training diverged in epoch {epoch}, batch {batch}: {where.Found}. The learning rate was "
                    + $"{learningRate}; try a smaller one, or clip gradients."
            )
        )
    {
        (Epoch, Batch, Layer, History) = (epoch, batch, where.Layer, history);
    }

    internal TrainingDivergedException(
        int epoch,
        int batch,
        int layer,
        double validationLoss,
        IFormattable learningRate,
        History history
    )
        : base(
            Invariant(
                $"Training diverged in epoch {epoch}, on the validation set: its loss is {validationLoss}, "
                    + $"while that of every training batch is finite. "
            )
                + Invariant(
                    $"The learning rate was {learningRate}; try a smaller one, and check that the validation "
                        + $"set is scaled like the training set."
                )
        )
    {
        (Epoch, Batch, Layer, History) = (epoch, batch, layer, history);
    }

    /// <summary>The epoch, from 1.</summary>
    public int Epoch { get; }

    /// <summary>The batch in that epoch, from 1.</summary>
    public int Batch { get; }

    /// <summary>The first layer with a NaN or infinite number, from 0 as in <c>network.Layers</c>; the last one where
    /// only the loss overflowed.</summary>
    public int Layer { get; }

    /// <summary>The completed epochs.</summary>
    public History History { get; }
}
