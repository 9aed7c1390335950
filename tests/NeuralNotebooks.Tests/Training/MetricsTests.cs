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
        Activation.Identity, 0.2, 0.0, 1,
        Activation.Identity, -0.2, 0.0, 0,
        Activation.Identity, 0.1, 0.5, 0,
        Activation.Identity, 0.6, 0.5, 1,
        Activation.Sigmoid, 0.2, null, 1,
        Activation.Sigmoid, -0.2, null, 0,
        Activation.Sigmoid, 0.2, 0.9, 0)]
    public void A_single_output_decides_at_its_threshold_and_a_sigmoid_unit_at_one_half(
        Activation activation, double z, double? threshold, int label)
    {
        Mlp<double> network = new([new(Matrix.Row(1.0), Matrix.Column(0.0), activation)]);
        Dataset<double> set = new(Matrix.Column(z), Matrix.Column((double)label));
        Assert.Equal([label], Metrics.Classify(network, set.Features, threshold));
        Assert.Equal([label], Metrics.Classify(network, set, threshold));
        Assert.Equal(1, Metrics.Accuracy(network, set, threshold));
        Assert.Equal(1, ConfusionMatrix.Of(network, set, threshold)[label, label]);
        Assert.Throws<ArgumentException>(() => Metrics.Accuracy(Matrix.Row(z), Matrix.Row(1.0)));
    }

    [Theory]
    [Cases(1, 2, 5)]
    public void An_output_of_NaN_is_never_right(int outputs)
    {
        const int Examples = 37;
        for (int label = 0; label < Math.Max(2, outputs); label++)
            for (int bad = 0; bad < outputs; bad++)
            {
                Matrix<double> target = outputs == 1
                    ? Matrix.Filled(1, Examples, (double)label)
                    : OneHot.Encode<double>([.. Enumerable.Repeat(label, Examples)], outputs);
                Matrix<double> output = (target - 0.5) * 10;   // all right
                output[bad, 7] = double.NaN;
                const double Right = (Examples - 1.0) / Examples;
                Mlp<double> network = new([new(new(outputs, 1), new(outputs, 1), Activation.Identity)]);
                network.Layers[0].Biases[bad, 0] = double.NaN;
                Dataset<double> set = new(Matrix.Ones<double>(1, Examples), target);
                double? threshold = outputs == 1 ? 0 : null;
                Assert.Equal(0, Metrics.Accuracy(network, set, threshold));
                Assert.All(Metrics.Classify(network, set, threshold), k => Assert.Equal(-1, k));
                if (outputs == 1)
                {
                    Assert.Equal(Right, new BinaryCrossEntropy<double>().Accuracy(output, target));
                    continue;
                }
                SoftmaxCrossEntropy<double> loss = new();
                Assert.Equal(Right, Metrics.Accuracy(output, target));
                Assert.Equal(Right, loss.Accuracy(output, target));
                Assert.Equal(Right, loss.ValueAndGradient(output, target, new(outputs, Examples)).Accuracy);
            }
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
