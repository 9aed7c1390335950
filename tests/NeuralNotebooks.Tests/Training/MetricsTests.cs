namespace NeuralNotebooks.Tests;

public sealed class MetricsTests
{
    [Fact]
    public void A_confusion_matrix_counts_true_classes_by_row_and_predicted_ones_by_column()
    {
        ConfusionMatrix matrix = ConfusionMatrix.Of([0, 0, 0, 1, 1, 2], [0, 0, 1, 1, 2, 2], ["a", "b", "c"]);
        Assert.Equal([2, 1, 0, 0, 1, 1, 0, 0, 1], Enumerable.Range(0, 9).Select(i => matrix[i / 3, i % 3]));
        Assert.Equal(6, matrix.Total);
        Assert.Equal(4.0 / 6, matrix.Accuracy, 1e-15);
        Assert.Equal(2.0 / 3, matrix.Recall(0), 1e-15);
    }

    [Fact]
    public void The_confusion_matrix_of_a_network_agrees_with_its_accuracy()
    {
        Dataset<double> iris = Iris.Load();
        Mlp<double> network = Mlp.Create<double>(4, [new(3)], seed: 1);
        Trainer.Fit(
            network,
            iris,
            new SoftmaxCrossEntropy<double>(),
            new Adam<double>(0.05),
            new() { Epochs = 20, BatchSize = 16 });
        ConfusionMatrix matrix = ConfusionMatrix.Of(network, iris);
        Assert.Equal(Metrics.Accuracy(network, iris), matrix.Accuracy, 1e-15);
        Assert.Equal(Metrics.Accuracy(network.Forward(iris.Features), iris.Targets), matrix.Accuracy, 1e-15);
        Assert.Equal(150, matrix.Total);
        Assert.Equal(Iris.Species, matrix.ClassNames);
    }

    [Theory]
    [Cases(
        Activation.Identity, 0.2, 1,
        Activation.Identity, -0.2, 0,
        Activation.Sigmoid, 0.2, 1,
        Activation.Sigmoid, -0.2, 0)]
    public void A_single_output_decides_at_0_and_a_sigmoid_unit_at_one_half(Activation activation, double z, int label)
    {
        Mlp<double> network = new([new(Matrix.Row(1.0), Matrix.Column(0.0), activation)]);
        Assert.Equal([label], Metrics.Classify(network, Matrix.Column(z)));
        Assert.Throws<ArgumentException>(() => Metrics.Accuracy(Matrix.Row(z), Matrix.Row(1.0)));
    }

    [Fact]
    public void A_set_of_many_examples_is_evaluated_as_one_batch()
    {
        Dataset<double> rings = SyntheticData.Rings(count: 1300);
        Mlp<double> network = Mlp.Create<double>(2, [new(3, Activation.Tanh), new(2)], seed: 1);
        SoftmaxCrossEntropy<double> loss = new();
        Matrix<double> output = network.Forward(rings.Features);
        (double value, double? accuracy) = Metrics.Evaluate(network, rings, loss);
        Assert.Equal(loss.Value(output, rings.Targets), value, 1e-12);
        Assert.Equal(Metrics.Accuracy(output, rings.Targets), accuracy!.Value, 1e-12);
    }
}
