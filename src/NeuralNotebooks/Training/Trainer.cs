using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace NeuralNotebooks;

/// <summary>Trains networks by mini-batches.</summary>
public static class Trainer
{
    /// <summary>Trains a network: each epoch takes every example once, in batches in a new random order, with one step
    /// after each batch.</summary>
    /// <remarks>
    /// One step is
    /// <code>
    /// forward → loss and ∂L/∂output → backward (without ∂L/∂X) → optimizer
    /// </code>
    /// Memory is allocated before the first step; after it, a step allocates nothing. The optimizer keeps its averages,
    /// so that a second call continues where the first ended; its learning rate is restored.
    /// </remarks>
    /// <param name="network">The network; its weights change.</param>
    /// <param name="trainingSet">The examples to learn from.</param>
    /// <param name="loss">What to minimize.</param>
    /// <param name="optimizer">The update rule.</param>
    /// <param name="epochs">The number of times that every example is used.</param>
    /// <param name="batchSize">The examples per step; the last batch of an epoch has the rest. Larger than the set
    /// means all of it.</param>
    /// <param name="validation">Examples on which the loss is measured, without learning from them.</param>
    /// <param name="schedule">How the learning rate changes; default: constant.</param>
    /// <param name="seed">The same seed gives the same order of examples.</param>
    /// <param name="progress">Called after every batch, on this thread; a <see cref="LiveProgress"/> shows it in the
    /// notebook.</param>
    /// <param name="cancellation">Ends training after a batch; the network keeps the weights that it has then.</param>
    /// <param name="earlyStopping">When to stop before the last epoch; needs a validation set.</param>
    /// <param name="afterEpoch">Called at the end of each epoch, for example to record the weights.</param>
    /// <returns>The loss and accuracy of each epoch.</returns>
    /// <exception cref="ArgumentException">A set does not fit the network or the loss, or holds a NaN or infinite
    /// number; or there is early stopping without a validation set.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of epochs or the batch size is below 1.</exception>
    /// <exception cref="TrainingDivergedException">A weight or a loss, on the validation set too, is NaN or infinite;
    /// the exception has the epoch, batch and layer.</exception>
    /// <exception cref="OperationCanceledException">Training was cancelled.</exception>
    [SuppressMessage(
        "Design",
        "CA1068",
        Justification = "New parameters are appended for compatibility with callers that pass arguments by position."
    )]
    public static History Fit<T>(
        Mlp<T> network,
        Dataset<T> trainingSet,
        ILoss<T> loss,
        Optimizer<T> optimizer,
        int epochs,
        int batchSize,
        Dataset<T>? validation = null,
        LearningRateSchedule? schedule = null,
        int seed = 0,
        IProgress<TrainingProgress>? progress = null,
        CancellationToken cancellation = default,
        EarlyStopping? earlyStopping = null,
        Action<EpochResult>? afterEpoch = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ThrowIfNull(network);
        ThrowIfNull(trainingSet);
        ThrowIfNull(loss);
        ThrowIfNull(optimizer);
        if (epochs < 1)
            throw new ArgumentOutOfRangeException(nameof(epochs), epochs, "Training takes at least one epoch.");
        if (batchSize < 1)
            throw new ArgumentOutOfRangeException(nameof(batchSize), batchSize, "A batch has at least one example.");
        if (earlyStopping is not null && validation is null)
            throw new ArgumentException(
                "Early stopping watches the loss on a validation set: pass one as validation.",
                nameof(earlyStopping)
            );
        CheckSet(network, trainingSet, loss, "training set");
        if (validation is not null)
            CheckSet(network, validation, loss, "validation set");

        network.RenewGradients();
        MiniBatches<T> batches = new(trainingSet, network, batchSize, seed);
        Training<T> training = new(new(network, loss, optimizer), batches, epochs, schedule, progress);
        BestWeights<T>? best = earlyStopping is null ? null : new(network, earlyStopping);
        try
        {
            for (int epoch = 1; epoch <= epochs && !training.History.StoppedEarly; epoch++)
            {
                long start = Stopwatch.GetTimestamp();
                RunningMean mean = training.RunEpoch(epoch, cancellation);

                (double Loss, double? Accuracy)? validated = validation is null
                    ? null
                    : Metrics.Evaluate(network, validation, loss);
                if (validated is { Loss: var validationLoss } && !double.IsFinite(validationLoss))
                    throw new TrainingDivergedException(
                        (epoch, batches.Count, network.Layers.Count - 1),
                        Invariant(
                            $"on the validation set: its loss is {validationLoss}, while that of every training "
                                + $"batch is finite"
                        ),
                        optimizer.LearningRate,
                        "and check that the validation set is scaled like the training set",
                        training.History
                    );
                EpochResult result = new(
                    epoch, mean.Loss, mean.Accuracy, validated?.Loss, validated?.Accuracy,
                    double.CreateChecked(optimizer.LearningRate), Stopwatch.GetElapsedTime(start).TotalSeconds);
                training.History.Add(result);
                if (best is not null)
                    training.History.StoppedEarly = best.ShouldStop(result.ValidationLoss!.Value) && epoch < epochs;
                afterEpoch?.Invoke(result);
            }
            best?.Restore();
            (progress as LiveProgress)?.End();
            return training.History;
        }
        finally
        {
            optimizer.LearningRate = training.LearningRate;
        }
    }

    private static void CheckSet<T>(Mlp<T> network, Dataset<T> set, ILoss<T> loss, string name)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (set.FeatureCount != network.Inputs || set.Targets.Rows != network.Outputs)
            throw new ArgumentException(
                $"The features of the {name} are {set.FeatureShape} and its targets {Shape.Of(set.Targets)}; "
                    + $"a network of {network.Inputs} inputs and {network.Outputs} outputs needs "
                    + $"{network.Inputs} and {network.Outputs} rows."
            );
        set.CheckFinite();
        loss.CheckTargets(set.Targets);
    }

    /// <summary>State of one training run.</summary>
    private sealed class Training<T>(
        TrainingStep<T> step,
        MiniBatches<T> batches,
        int epochs,
        LearningRateSchedule? schedule,
        IProgress<TrainingProgress>? progress
    )
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        private readonly Action? _interruptPoint = InterruptPoint.Current;

        public History History { get; } = new();

        /// <summary>The initial learning rate, which a schedule changes.</summary>
        public T LearningRate { get; } = step.Optimizer.LearningRate;

        /// <summary>Takes every example once, and returns the mean loss and accuracy.</summary>
        public RunningMean RunEpoch(int epoch, CancellationToken cancellation)
        {
            RunningMean mean = default;
            batches.Shuffle();
            for (int index = 0; index < batches.Count; index++)
            {
                _interruptPoint?.Invoke();
                cancellation.ThrowIfCancellationRequested();
                if (schedule is not null)
                {
                    double done = ((epoch - 1.0) * batches.Count + index) / ((double)epochs * batches.Count);
                    step.Optimizer.LearningRate = LearningRate * T.CreateChecked(schedule.Factor(done));
                }

                MiniBatch<T> batch = batches.Begin(index);
                (double loss, double? accuracy) = step.Take(batch);
                bool isLast = index == batches.Count - 1;
                if (!double.IsFinite(loss) || (isLast && !Divergence.ParametersAreFinite(step.Network)))
                {
                    (int layer, string found) = Divergence.Find(step.Network, batch.Pass, loss);
                    throw new TrainingDivergedException(
                        (epoch, index + 1, layer),
                        Invariant($"batch {index + 1}: {found}"),
                        step.Optimizer.LearningRate,
                        "or clip gradients",
                        History
                    );
                }

                mean.Add(loss, accuracy, batch.Pass.Examples);
                progress?.Report(new(epoch, epochs, index + 1, batches.Count, loss));
            }
            return mean;
        }
    }
}
