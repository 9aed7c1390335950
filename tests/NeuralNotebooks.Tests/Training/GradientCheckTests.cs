namespace NeuralNotebooks.Tests;

public sealed class GradientCheckTests
{
    private static readonly Layer[] _smooth = [new(5, Activation.Tanh), new(4, Activation.Sigmoid), new(3)];

    [Fact]
    public void A_smooth_network_is_good_in_every_matrix()
    {
        GradientCheckResult check = OfSmoothNetwork(new HalfSquaredError<double>());

        Assert.True(check.Verdict == GradientCheckVerdict.Good, check.ToString());
        Assert.Equal(
            [
                "Layers[0].Weights",
                "Layers[0].Biases",
                "Layers[1].Weights",
                "Layers[1].Biases",
                "Layers[2].Weights",
                "Layers[2].Biases",
                "X",
            ],
            check.Parts.Select(part => part.Parameter));
        Assert.Equal(20 + 5 + 20 + 4 + 12 + 3 + 24, check.Checked);
        Assert.Equal(0, check.Kinks);
    }

    [Fact]
    public void A_float_network_is_checked_as_far_as_its_rounding_allows()
    {
        Assert.Equal(GradientCheckVerdict.Good, OfSmoothNetwork(new HalfSquaredError<float>()).Verdict);
        Assert.Equal(GradientCheckVerdict.Wrong, OfSmoothNetwork(new ForgetsToDivide<float>()).Verdict);
        Mlp<float> unit = Mlp.Create<float>(1, [new(1, Activation.Sigmoid)], seed: 3); // Its input gets a larger step.
        var check = GradientCheck.Run(unit, new HalfSquaredError<float>(), Matrix.Row(3e5f), Matrix.Row(1f));
        Assert.False(double.IsNaN(check.LargestRelativeError));
    }

    [Fact]
    public void A_wrong_gradient_is_found_and_its_location_named()
    {
        GradientCheckResult check = OfSmoothNetwork(new ForgetsToDivide<double>());

        Assert.Equal(GradientCheckVerdict.Wrong, check.Verdict);
        Assert.Equal(5.0 / 6, check.LargestRelativeError, 1e-6);   // |6g − g| / |6g|
        Assert.Equal(6, check.Worst!.Analytic / check.Worst.Numeric, 1e-5);
        check.ToString().ShouldContain(check.Worst.Location);
        check.ToHtml().ShouldContain("Wrong");
    }

    [Fact]
    public void An_entry_at_a_kink_is_counted_and_left_out()
    {
        // The unit's preactivation is 0, and moves to either side with every parameter of its layer.
        GradientCheckResult check = OfReluUnit(bias: -1);
        Assert.Equal(3, check.Kinks); // W and b of the layer, and X
        Assert.Null(check.Parts[0].Worst);
        Assert.Equal(GradientCheckVerdict.Good, check.Verdict);
    }

    [Fact]
    public void Gradients_that_are_both_zero_agree()
    {
        GradientCheckResult check = OfReluUnit(bias: -9);
        Assert.Equal(0, check.Parts[0].Worst!.RelativeError);
        Assert.Equal(0, check.Parts[0].Worst!.Analytic);
    }

    private static GradientCheckResult OfSmoothNetwork<T>(ILoss<T> loss)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        GradientCheck.Run(
            Mlp.Create<T>(4, _smooth, seed: 1), loss, Matrix.Normal<T>(4, 6, seed: 2), Matrix.Normal<T>(3, 6, seed: 3));

    private static GradientCheckResult OfReluUnit(double bias) =>
        GradientCheck.Run(
            new Mlp<double>([
                new(Matrix.Row(1.0), Matrix.Column(bias), Activation.Relu),
                new(Matrix.Row(1.0), Matrix.Column(0.0), Activation.Identity),
            ]),
            new HalfSquaredError<double>(),
            Matrix.Column(1.0),
            Matrix.Column(1.0));

    [Fact]
    public void A_large_matrix_is_sampled()
    {
        GradientCheckResult check = GradientCheck.Run(
            Mlp.Create<double>(50, [new(20, Activation.Tanh), new(1)], seed: 1),
            new HalfSquaredError<double>(),
            Matrix.Normal<double>(50, 2, seed: 1),
            Matrix.Row(1.0, 2),
            samples: 7);
        Assert.All(check.Parts, part => Assert.True(part.Checked <= 7));
        Assert.Equal(7 + 7 + 7 + 1 + 7, check.Checked);
    }

    [Fact]
    public void The_check_leaves_weights_inputs_and_gradients_as_they_were()
    {
        Mlp<double> network = Mlp.Create<double>(4, _smooth, seed: 1);
        Matrix<double> X = Matrix.Normal<double>(4, 6, seed: 2), Y = Matrix.Normal<double>(3, 6, seed: 3);
        double[,] x = X.ToArray(), w = network.Layers[0].Weights.ToArray();
        GradientCheck.Run(network, new HalfSquaredError<double>(), X, Y);

        Assert.Equal(x, X.ToArray());
        Assert.Equal(w, network.Layers[0].Weights.ToArray());
        Matrix<double> gradient = network.Layers[0].WeightGradient, output = network.Forward(X);
        new HalfSquaredError<double>().Gradient(output, Y, output);
        network.Backward(output);
        gradient.ShouldEqual(network.Layers[0].WeightGradient);
    }

    /// <summary>Half the squared error with a gradient that lacks the 1/m.</summary>
    private sealed class ForgetsToDivide<T> : ILoss<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        private readonly HalfSquaredError<T> _right = new();

        public T Value(Matrix<T> output, Matrix<T> target) => _right.Value(output, target);

        public void Gradient(Matrix<T> output, Matrix<T> target, Matrix<T> destination) =>
            (output - target).CopyTo(destination);
    }
}
