namespace NeuralNotebooks.Tests;

/// <summary>What a training step allocates.</summary>
[Collection(RunsAlone.Name)]
public class TrainerAllocationTests
{
    [Fact]
    public void After_the_first_step_a_training_step_allocates_nothing()
    {
        Dataset<double> rings = SyntheticData.Rings(count: 1000);
        Dataset<float> set = new(rings.Features.To<float>(), rings.Targets.To<float>());
        foreach (
            Optimizer<float> optimizer in (Optimizer<float>[])
                [
                    new GradientDescent<float>(0.01f),
                    new Momentum<float>(0.01f),
                    new RmsProp<float>(0.01f),
                    new Adam<float>(0.01f) { WeightDecay = 0.1f, ClipNorm = 0.01f },
                ]
        )
        {
            Mlp<float> network = Mlp.Create<float>(
                2,
                [
                    new(8, Activation.Tanh),
                    new(8, Activation.Sigmoid),
                    new(8, Activation.Relu),
                    new(2),
                ],
                seed: 1
            );
            AssertAllocatesNothing(network, set, new SoftmaxCrossEntropy<float>(), optimizer, batchSize: 30);
        }
    }

    [Fact]
    public void Every_loss_trains_without_allocating()
    {
        Matrix<double> X = Matrix.Normal<double>(3, 60, seed: 1),
            y = Matrix.Uniform<double>(1, 60, seed: 2, 0, 1);
        foreach (
            ILoss<double> loss in (ILoss<double>[])
                [new HalfSquaredError<double>(), new MeanSquaredError<double>(), new BinaryCrossEntropy<double>()]
        )
            AssertAllocatesNothing(
                Mlp.Create<double>(3, [new(4, Activation.Relu), new(1)]),
                new(X, y),
                loss,
                new GradientDescent<double>(0.1),
                batchSize: 7
            );
    }

    private static void AssertAllocatesNothing<T>(
        Mlp<T> network,
        Dataset<T> set,
        ILoss<T> loss,
        Optimizer<T> optimizer,
        int batchSize
    )
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        AllocationWatch watch = new();
        LearningRateSchedule schedule = LearningRateSchedule.Cosine(0.1);
        Trainer.Fit(network, set, loss, optimizer, epochs: 1, batchSize, schedule: schedule, progress: watch);
        Assert.Equal((set.Count + batchSize - 1) / batchSize, watch.Steps);
        Assert.True(
            watch.Allocated == 0,
            $"{optimizer}, {loss}: {watch.Allocated} bytes were allocated after the first step."
        );
    }

    /// <summary>Adds up what this thread allocates between the end of the first step and that of the last.</summary>
    private sealed class AllocationWatch : IProgress<TrainingProgress>
    {
        private long _afterFirst;

        public int Steps { get; private set; }

        public long Allocated { get; private set; }

        public void Report(TrainingProgress value)
        {
            long now = GC.GetAllocatedBytesForCurrentThread();
            if (Steps++ == 0)
                _afterFirst = now;
            Allocated = now - _afterFirst;
        }
    }
}
