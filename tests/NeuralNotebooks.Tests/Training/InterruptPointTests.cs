namespace NeuralNotebooks.Tests;

/// <summary>The interrupt point is global to the process, so these tests run alone.</summary>
[Collection(RunsAlone.Name)]
public sealed class InterruptPointTests : IDisposable
{
    public void Dispose() => NotebookHost.Offer();

    [Fact]
    public void Training_can_be_interrupted_before_each_batch_and_keeps_the_weights_of_the_last_step()
    {
        Mlp<double> network = Mlp.Create<double>(2, [new(2)], seed: 1), stepped = network.Copy();
        Dataset<double> rings = SyntheticData.Rings(40);
        InterruptAfter(calls: 4);
        Assert.Throws<OperationCanceledException>(() => Fit(network, rings, epochs: 5));
        NotebookHost.Offer();

        Fit(stepped, rings, epochs: 1);   // four batches of ten
        network.Layers[0].Weights.ShouldEqual(stepped.Layers[0].Weights);
    }

    [Fact]
    public void A_gradient_check_can_be_interrupted_before_each_entry_and_restores_the_weights()
    {
        Mlp<double> network = Mlp.Create<double>(2, [new(2)], seed: 1), before = network.Copy();
        InterruptAfter(calls: 3);
        Assert.Throws<OperationCanceledException>(() =>
            GradientCheck.Run(
                network, new MeanSquaredError<double>(), Matrix.Ones<double>(2, 3), Matrix.Ones<double>(2, 3))
        );
        network.Layers[0].Weights.ShouldEqual(before.Layers[0].Weights);
    }

    private static void Fit(Mlp<double> network, Dataset<double> set, int epochs) =>
        Trainer.Fit(
            network,
            set,
            new SoftmaxCrossEntropy<double>(),
            new GradientDescent<double>(0.1),
            new() { Epochs = epochs, BatchSize = 10 });

    private static void InterruptAfter(int calls)
    {
        NotebookHost.Offer((nameof(NotebookHost.InterruptPoint), Interrupt));

        void Interrupt()
        {
            if (calls-- == 0)
                throw new OperationCanceledException();
        }
    }
}
