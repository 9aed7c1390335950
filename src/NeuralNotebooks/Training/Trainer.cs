namespace NeuralNotebooks;

/// <summary>Trains networks with mini-batches.</summary>
public static class Trainer
{
    /// <summary>Trains a network. Each epoch uses every example once, in a new random order; the examples are divided
    /// into batches, and each batch is one step of the optimizer.</summary>
    /// <remarks>
    /// One step is
    /// <code>
    /// forward → loss and ∂L/∂output → backward (without ∂L/∂X) → optimizer
    /// </code>
    /// Memory is allocated before the first step; a step allocates nothing. The optimizer's averages are not cleared at
    /// the end, so a second call with the same network and optimizer continues where the first ended. Its learning
    /// rate, which a schedule changes, is restored. If training is interrupted, diverges or fails, the weights stay as
    /// the last step left them; with <see cref="TrainingOptions.EarlyStopping"/> they are the best so far.
    /// </remarks>
    /// <param name="network">The network; its weights change.</param>
    /// <param name="trainingSet">The examples to learn from.</param>
    /// <param name="loss">What to minimize.</param>
    /// <param name="optimizer">The update rule.</param>
    /// <param name="options">The number of epochs, the size of a batch, and optional settings.</param>
    /// <param name="validation">Examples on which the loss is measured after each epoch; the network does not learn
    /// from them.</param>
    /// <param name="cancellation">Ends training before the next batch.</param>
    /// <returns>The loss and accuracy of each epoch.</returns>
    /// <exception cref="ArgumentException">A set does not fit the network or the loss, or holds a NaN or infinite
    /// number; or early stopping is set and there is no validation set; or the optimizer has averages of another
    /// network.</exception>
    /// <exception cref="TrainingDivergedException">A weight, or the loss on a batch or on the validation set, is NaN or
    /// infinite. The exception names the epoch, batch and layer.</exception>
    /// <exception cref="OperationCanceledException">Training was cancelled.</exception>
    public static History Fit<T>(
        Mlp<T> network,
        Dataset<T> trainingSet,
        ILoss<T> loss,
        Optimizer<T> optimizer,
        TrainingOptions options,
        Dataset<T>? validation = null,
        CancellationToken cancellation = default)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ThrowIfNull(network);
        ThrowIfNull(trainingSet);
        ThrowIfNull(loss);
        ThrowIfNull(optimizer);
        ThrowIfNull(options);
        if (options.EarlyStopping is not null && validation is null)
            throw new ArgumentException(
                "Early stopping watches the loss on a validation set: pass one as validation.", nameof(validation));
        CheckSet(network, trainingSet, loss, "training set");
        if (validation is not null)
            CheckSet(network, validation, loss, "validation set");

        network.RenewGradients();
        MiniBatches<T> batches = new(trainingSet, network, options.BatchSize, options.Seed);
        Training<T> training = new(new(network, loss, optimizer), batches, options);
        BestWeights<T>? best = options.EarlyStopping is null ? null : new(network, options.EarlyStopping);
        try
        {
            for (int epoch = 1; epoch <= options.Epochs && !training.History.StoppedEarly; epoch++)
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
                                + $"batch is finite"),
                        optimizer.LearningRate,
                        "and check that the validation set is scaled like the training set",
                        training.History);
                EpochResult result = new(
                    epoch, mean.Loss, mean.Accuracy, validated?.Loss, validated?.Accuracy,
                    double.CreateChecked(optimizer.LearningRate), Stopwatch.GetElapsedTime(start).TotalSeconds);
                training.History.Add(result);
                if (best is not null)
                    training.History.StoppedEarly =
                        best.ShouldStop(result.ValidationLoss!.Value) && epoch < options.Epochs;
                options.AfterEpoch?.Invoke(result);
            }
            if (training.History.StoppedEarly)
                options.Progress?.Report(training.LastProgress with { HasEnded = true });
            return training.History;
        }
        finally
        {
            best?.Restore();
            optimizer.LearningRate = training.LearningRate;
        }
    }

    private static void CheckSet<T>(Mlp<T> network, Dataset<T> set, ILoss<T> loss, string name)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (set.FeatureCount != network.Inputs)
            throw Mismatch(ShapeRule.Product, (network.Layers[0].Units, network.Inputs), (set.FeatureCount, set.Count));
        if (set.Targets.Rows != network.Outputs)
            throw Mismatch(ShapeRule.Elementwise, (network.Outputs, set.Count), (set.Targets.Rows, set.Count));
        set.CheckFinite();
        loss.CheckTargets(set.Targets);

        ShapeException Mismatch(ShapeRule rule, (int Rows, int Columns) left, (int Rows, int Columns) right) =>
            new(
                rule,
                left,
                right,
                $"The features of the {name} are {set.FeatureShape} and its targets {Shape.Of(set.Targets)}; "
                    + $"a network of {network.Inputs} inputs and {network.Outputs} outputs needs "
                    + $"{network.Inputs} and {network.Outputs} rows.");
    }

    private sealed class Training<T>(TrainingStep<T> step, MiniBatches<T> batches, TrainingOptions options)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        private readonly Action? _interruptPoint = NotebookHost.InterruptPoint;

        public History History { get; } = new();

        public TrainingProgress LastProgress { get; private set; }

        /// <summary>The learning rate at the start, to which a schedule applies its factors.</summary>
        public T LearningRate { get; } = step.Optimizer.LearningRate;

        public RunningMean RunEpoch(int epoch, CancellationToken cancellation)
        {
            RunningMean mean = default;
            batches.Shuffle();
            for (int index = 0; index < batches.Count; index++)
            {
                _interruptPoint?.Invoke();
                cancellation.ThrowIfCancellationRequested();
                if (options.Schedule is { } schedule)
                {
                    double done = ((epoch - 1.0) * batches.Count + index) / ((double)options.Epochs * batches.Count);
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
                        History);
                }

                mean.Add(loss, accuracy, batch.Pass.Examples);
                LastProgress = new(epoch, options.Epochs, index + 1, batches.Count, loss)
                {
                    HasEnded = isLast && epoch == options.Epochs,
                };
                options.Progress?.Report(LastProgress);
            }
            return mean;
        }
    }
}
