namespace NeuralNotebooks;

/// <summary>The progress of training, reported after every batch.</summary>
/// <param name="Epoch">The epoch, from 1.</param>
/// <param name="Epochs">The number of epochs.</param>
/// <param name="Batch">The batch, from 1.</param>
/// <param name="Batches">The number of batches of an epoch.</param>
/// <param name="Loss">The loss on this batch before its step.</param>
public readonly record struct TrainingProgress(int Epoch, int Epochs, int Batch, int Batches, double Loss)
{
    /// <summary>Whether training ends with this batch. If early stopping ends training, its last batch is reported a
    /// second time, with true.</summary>
    public bool HasEnded { get; init; }

    /// <summary>The fraction of the batches of all epochs that have been processed: 0 … 1.</summary>
    public double Part => ((Epoch - 1) * (double)Batches + Batch) / ((double)Epochs * Batches);
}
