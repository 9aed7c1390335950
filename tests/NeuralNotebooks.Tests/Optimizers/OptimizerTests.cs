namespace NeuralNotebooks.Tests;

public sealed class OptimizerTests
{
    [Fact]
    public void Defaults_are_those_of_the_papers()
    {
        Adam<double> adam = new(1);
        RmsProp<double> rmsProp = new(1);
        Assert.Equal((0.9, 0.999, 1e-8), (adam.Beta1, adam.Beta2, adam.Epsilon));
        Assert.Equal((0.9, 1e-8, 0.9), (rmsProp.Beta, rmsProp.Epsilon, new Momentum<double>(1).Beta));
    }

    [Fact]
    public void An_optimizer_without_averages_can_be_used_for_several_networks()
    {
        GradientDescent<double> optimizer = new(0.1) { ClipNorm = 1e-3 };
        foreach (int units in (int[])[3, 7])
        {
            Mlp<double> network = Mlp.Create<double>(2, [new(units), new(1)]), before = network.Copy();
            network.Backward(network.Forward(Matrix.Ones<double>(2, 1)) + 1.0);
            optimizer.Step(network);
            Assert.NotEqual(before.Layers[0].Weights.ToArray(), network.Layers[0].Weights.ToArray());
        }
    }

    [Fact]
    public void An_optimizer_with_averages_rejects_parameters_of_another_network_until_it_is_reset()
    {
        Adam<double> optimizer = new(0.1);
        optimizer.Step(new double[2], new double[2]);
        Fails.With<ArgumentException>("use a new one", () => optimizer.Step(new double[3], new double[3]));

        Mlp<double> first = Mlp.Create<double>(2, [new(3), new(1)], seed: 1),
            second = Mlp.Create<double>(2, [new(3), new(1)], seed: 2);
        foreach (Mlp<double> network in (Mlp<double>[])[first, second])
            network.Backward(network.Forward(Matrix.Ones<double>(2, 1)));
        optimizer.Reset();
        optimizer.Step(first);
        optimizer.Step(first);
        Fails.With<ArgumentException>("another network's parameters", () => optimizer.Step(second));
        optimizer.Reset();
        optimizer.Step(second);
        Assert.Equal(1, optimizer.StepCount);
    }

    [Theory]
    [Cases("gradient descent", "momentum", "rmsprop", "adam")]
    public void A_network_a_span_and_single_numbers_take_the_same_path_whatever_their_number(string rule)
    {
        foreach (int inputs in (int[])[.. Enumerable.Range(1, 19), 37])   // 37: several registers and a part of one
        {
            double[] x = [.. Enumerable.Range(1, inputs).Select(i => i - 7.5)], slopes = [.. x, 1];
            Mlp<double> network = new([new(new(1, inputs), new(1, 1), Activation.Identity)]);
            Optimizer<double> ofNetwork = Make(rule), ofSpan = Make(rule);
            Optimizer<double>[] ofNumbers = [.. slopes.Select(_ => Make(rule))];
            double[] span = new double[slopes.Length], numbers = new double[slopes.Length];
            for (int step = 0; step < 3; step++)
            {
                network.Forward(Matrix.Column<double>(x));
                network.Backward(Matrix.Column(1.0));
                ofNetwork.Step(network);
                ofSpan.Step(span, slopes);
                for (int i = 0; i < slopes.Length; i++)
                    ofNumbers[i].Step(ref numbers[i], slopes[i]);
            }
            Assert.Equal(numbers, span);
            Assert.Equal(numbers, TrainingStepTests.Bits(network));
        }
    }

    [Fact]
    public void Weight_decay_shrinks_weights_and_leaves_biases()
    {
        Mlp<double> network = new([new(Matrix.Row(2.0), Matrix.Column(2.0), Activation.Identity)]);
        network.Forward(Matrix.Column(1.0));
        network.Backward(Matrix.Column(0.0));
        new Adam<double>(0.1) { WeightDecay = 0.5 }.Step(network);
        Assert.Equal(2 * (1 - 0.1 * 0.5), network.Layers[0].Weights[0, 0], 1e-15);
        Assert.Equal(2, network.Layers[0].Biases[0, 0]);
    }

    [Theory]
    [Cases(
        0.75, 4, -0.6, -0.8, // dW = 3, db = 4: the norm is 5
        3, 1e200, -0.948683298051, -0.316227766017 // whose squares overflow
    )]
    public void Clipping_shortens_the_gradients_of_all_layers_together_and_leaves_them_as_they_are(
        double x, double slope, double weight, double bias)
    {
        Mlp<double> network = new([new(new(1, 1), new(1, 1), Activation.Identity)]);
        network.Forward(Matrix.Column(x));
        network.Backward(Matrix.Column(slope));
        new GradientDescent<double>(1) { ClipNorm = 1 }.Step(network);
        Assert.Equal([weight, bias], TrainingStepTests.Bits(network).Select(entry => Math.Round(entry, 12)));
        Assert.Equal(x * slope, network.Layers[0].WeightGradient[0, 0]);
    }

    [Fact]
    public void Parameters_can_be_their_own_gradients()
    {
        // L = ½ ‖w‖²: w ← w (1 − α λ) − α w.
        double[] w = [3, -1];
        new GradientDescent<double>(0.1) { WeightDecay = 0.5 }.Step(w, w);
        Assert.Equal([3 * 0.85, -0.85], w.Select(x => Math.Round(x, 12)));
    }

    [Fact]
    public void Two_steps_after_one_backward_pass_use_the_same_gradients()
    {
        Mlp<double> network = new([new(Matrix.Row(2.0), Matrix.Column(2.0), Activation.Identity)]);
        network.Forward(Matrix.Column(3.0));
        network.Backward(Matrix.Column(1.0));
        GradientDescent<double> optimizer = new(0.25);
        optimizer.Step(network);
        optimizer.Step(network);
        Assert.Equal([2 - 2 * 0.25 * 3, 2 - 2 * 0.25], TrainingStepTests.Bits(network));
    }

    [Fact]
    public void A_gradient_shorter_than_the_limit_is_not_changed()
    {
        double[] w = [0, 0];
        new GradientDescent<double>(1) { ClipNorm = 6 }.Step(w, [3, 4]);
        Assert.Equal([-3, -4], w);
    }

    [Theory]
    [Cases(0.0, 0.25, 1.0)]
    public void Schedules_fall_as_their_names_say(double progress)
    {
        Assert.Equal(1 - progress, LearningRateSchedule.Linear().Factor(progress), 1e-6);
        Assert.Equal(1 - 0.9 * progress, LearningRateSchedule.Linear(0.1).Factor(progress), 1e-6);
        Assert.Equal(progress * progress, LearningRateSchedule.Of(p => p * p).Factor(progress));
    }

    private static Optimizer<double> Make(string rule) => TrainingStepTests.Make<double>(rule);
}
