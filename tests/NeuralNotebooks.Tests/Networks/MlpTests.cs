namespace NeuralNotebooks.Tests;

public sealed class MlpTests
{
    private static readonly Layer[] _layers = [new(6, Activation.Tanh), new(5, Activation.Relu), new(3)];

    [Fact]
    public void Matrices_that_a_pass_has_returned_do_not_change_later()
    {
        Mlp<double> network = Mlp.Create<double>(2, [new(3, Activation.Tanh), new(2)], seed: 1);
        Dense<double> hidden = network.Layers[0];
        Dataset<double> rings = SyntheticData.Rings();
        Matrix<double> output = network.Forward(Matrix.Normal<double>(2, 3, seed: 2)),
            lossGradient = Matrix.Ones<double>(2, 3);
        network.Backward(lossGradient);
        Matrix<double> Z = hidden.Preactivation, δ = hidden.Delta, dW = hidden.WeightGradient;
        Matrix<double>[] computed = [output, lossGradient, Z, δ, dW], before = [.. computed.Select(M => M.Copy())];

        network.Layers[1].Output.Fill(7);
        network.Backward(2 * lossGradient);
        hidden.Delta.ShouldBeCloseTo(2 * δ, 1e-15);
        hidden.WeightGradient.ShouldBeCloseTo(2 * dW, 1e-12);
        Metrics.Accuracy(network, rings);
        Assert.Same(Z, hidden.Preactivation);
        network.Forward(Matrix.Ones<double>(2, 3));
        Trainer.Fit(network, rings, new SoftmaxCrossEntropy<double>(), new Adam<double>(0.1),
            new() { Epochs = 1, BatchSize = 3 });

        Assert.All(computed.Zip(before), pair => pair.First.ShouldEqual(pair.Second));
    }

    [Fact]
    public void The_input_gradient_can_be_left_out()
    {
        Mlp<double> network = Mlp.Create<double>(4, _layers, seed: 1);
        network.Forward(Matrix.Normal<double>(4, 3, seed: 2));
        Assert.Null(network.Backward(Matrix.Ones<double>(3, 3), inputGradient: false));
        Assert.True(network.Layers[0].WeightGradient.Norm() > 0);
        Assert.Equal(4, network.Backward(Matrix.Ones<double>(3, 3), inputGradient: true)!.Rows);
    }

    [Fact]
    public void The_gradient_of_a_batch_is_the_mean_of_those_of_its_examples_in_any_order() =>
        Prop.ForAll(Gen.Choose(1, 9).ToArbitrary(), Gen.Choose(0, 1_000_000).ToArbitrary(), (m, seed) =>
        {
            Mlp<double> network = Mlp.Create<double>(4, _layers, seed);
            Dataset<double> set = new(Matrix.Normal<double>(4, m, seed), Matrix.Normal<double>(3, m, seed + 1));
            Matrix<double> output = network.Forward(set.Features), gradient = WeightGradient(network, set),
                mean = Matrix.Zeros<double>(6, 4);
            for (int example = 0; example < m; example++)
                mean.Add(WeightGradient(network, set.Slice(example, 1)) / m);
            mean.ShouldBeCloseTo(gradient, 1e-12);

            int[] order = [.. Enumerable.Range(0, m)];
            new Random(seed).Shuffle(order);
            Dataset<double> shuffled = set.Select(order);
            Matrix<double> permuted = network.Forward(shuffled.Features);
            foreach ((int place, int example) in order.Index())
                permuted.Column(place).ShouldBeCloseTo(output.Column(example), 1e-13);
            WeightGradient(network, shuffled).ShouldBeCloseTo(gradient, 1e-12);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Weights_of_floats_are_those_of_doubles_rounded()
    {
        Mlp<double> network = Mlp.Create<double>(4, _layers, seed: 5);
        Mlp<float> single = Mlp.Create<float>(4, _layers, seed: 5);
        Assert.Equal(
            TrainingStepTests.Bits(network).Select(entry => (double)(float)entry), TrainingStepTests.Bits(single));
    }

    [Fact]
    public void Initializers_draw_with_their_standard_deviations()
    {
        const int inputs = 200, units = 300;
        double Deviation(Activation activation, Initializer? initializer) =>
            Mlp.Create<double>(inputs, [new(units, activation, initializer)], seed: 1).Layers[0].Weights is var W
                ? W.Norm() / Math.Sqrt(W.Count)
                : 0;

        Assert.Equal(Math.Sqrt(2.0 / inputs), Deviation(Activation.Relu, null), 0.001);
        Assert.Equal(Math.Sqrt(2.0 / (inputs + units)), Deviation(Activation.Tanh, null), 0.001);
        Assert.Equal(Math.Sqrt(2.0 / inputs), Deviation(Activation.Tanh, Initializer.He), 0.001);
        Assert.Equal(4 / Math.Sqrt(inputs), Deviation(Activation.Sigmoid, Initializer.Scaled(4)), 0.003);
        Assert.Equal(0, Deviation(Activation.Relu, Initializer.Zeros));
    }

    [Fact]
    public void Layers_that_are_made_from_the_same_matrix_share_no_entries()
    {
        Matrix<double> W = Matrix.Of(new[,] { { 0.5, -1 }, { 2, 0.3 } }), b = Matrix.Column(0.1, 0.2),
            X = Matrix.Normal<double>(2, 5, seed: 1), Y = Matrix.Normal<double>(2, 5, seed: 2);
        Dense<double> first = new(W, b, Activation.Tanh), copy = new(first.Weights, first.Biases, Activation.Identity);
        Mlp<double> network = new([first, copy]);
        HalfSquaredError<double> loss = new();
        Assert.Equal(GradientCheckVerdict.Good, GradientCheck.Run(network, loss, X, Y).Verdict);
        Trainer.Fit(network, new(X, Y), loss, new Adam<double>(0.1), new() { Epochs = 1, BatchSize = 5 });
        Assert.NotEqual(first.Weights.ToArray(), copy.Weights.ToArray());
        W.ShouldHaveRows([0.5, -1], [2, 0.3]);
    }

    [Fact]
    public void Networks_with_a_common_layer_train_in_turn_as_if_each_step_were_the_only_one()
    {
        Mlp<double> whole = Mlp.Create<double>(4, _layers, seed: 1), front = new([.. whole.Layers.Take(2)]);
        HalfSquaredError<double> loss = new();
        Matrix<double> X = Matrix.Normal<double>(4, 7, seed: 2);
        Dataset<double> set = new(X, Matrix.Normal<double>(3, 7, seed: 3)),
            hidden = new(X, Matrix.Normal<double>(5, 7, seed: 4));
        for (int round = 0; round < 3; round++)
        {
            Mlp<double> before = whole.Copy();
            foreach (Mlp<double> network in (Mlp<double>[])[front, whole])
                Trainer.Fit(
                    network, network == front ? hidden : set, loss, new Momentum<double>(0.1),
                    new() { Epochs = 2, BatchSize = 3 });
            Mlp<double> beforeFront = new([.. before.Layers.Take(2)]);
            Trainer.Fit(beforeFront, hidden, loss, new Momentum<double>(0.1), new() { Epochs = 2, BatchSize = 3 });
            Mlp<double> expected = new Mlp<double>([.. beforeFront.Layers, before.Layers[2]]).Copy();
            Trainer.Fit(expected, set, loss, new Momentum<double>(0.1), new() { Epochs = 2, BatchSize = 3 });
            Assert.Equal(TrainingStepTests.Bits(expected), TrainingStepTests.Bits(whole));
            Assert.Equal(GradientCheckVerdict.Good, GradientCheck.Run(front, loss, X, hidden.Targets).Verdict);
            front.Forward(X).ShouldEqual(whole.Layers[1].Output);
        }
    }

    private static Matrix<double> WeightGradient(Mlp<double> network, Dataset<double> set)
    {
        Matrix<double> output = network.Forward(set.Features);
        network.Backward(new HalfSquaredError<double>().Gradient(output, set.Targets));
        return network.Layers[0].WeightGradient;
    }

    [Fact]
    public void A_forward_pass_allocates_no_deltas_and_a_backward_pass_allocates_them_once()
    {
        // One layer of 1,000 units and 1,000 examples: Z, A, δ and the returned copy take 8 MB each; everything else
        // together takes less than one.
        const long Megabyte = 1_000_000, One = 8 * Megabyte;
        Mlp<double> network = Mlp.Create<double>(1, [new(1_000)]);
        Matrix<double> X = Matrix.Ones<double>(1, 1_000), gradient = Matrix.Ones<double>(1_000, 1_000);
        Assert.InRange(Allocations.Of(() => network.Forward(X)), 3 * One, 3 * One + Megabyte);
        Assert.InRange(Allocations.Of(() => network.Backward(gradient, inputGradient: false)), One, One + Megabyte);
    }
}
