namespace NeuralNotebooks.Tests;

/// <summary>
/// The worked example of the lecture notes on gates, with weights in units of ln 3, so that σ gives ¼, ½ and ¾ and
/// every number can be followed by hand: Z = W₁X + b₁u, A = σ(Z), ŷ = w₂A + b₂u, L = ⅓‖ŷ − y‖².
/// </summary>
public sealed class BatchOfThreeTests
{
    private static readonly double _ln3 = Math.Log(3);
    private static readonly Matrix<double> _x = Matrix.Of(
        new double[,]
        {
            { 0, 1, 2 },
            { 1, 0, 0 },
            { 1, 0, 2 },
            { 1, 0, 1 },
        }
    );
    private static readonly Matrix<double> _y = Matrix.Row(0.5, 5, -4);
    private readonly MeanSquaredError<double> _loss = new();
    private readonly Mlp<double> _network = new([
        new(
            _ln3
                * Matrix.Of(
                    new double[,]
                    {
                        { -1, -2, -1, 1 },
                        { 1, -1, -1, 2 },
                    }
                ),
            _ln3 * Matrix.Column(2.0, -1),
            Activation.Sigmoid
        ),
        new(Matrix.Row(4.0, -4), Matrix.Column(1.0), Activation.Identity),
    ]);

    [Fact]
    public void The_forward_pass_gives_the_numbers_of_the_hand_calculation()
    {
        Matrix<double> output = _network.Forward(_x);

        AssertEqual(new double[,] { { 0, 1, -1 }, { -1, 0, 1 } }, _network.Layers[0].Preactivation / _ln3);
        AssertEqual(new double[,] { { 0.5, 0.75, 0.25 }, { 0.25, 0.5, 0.75 } }, _network.Layers[0].Output);
        AssertEqual(new double[,] { { 2, 2, -1 } }, output);
        Assert.Equal(6.75, _loss.Value(output, _y), 1e-12);
    }

    [Fact]
    public void The_backward_pass_gives_the_numbers_of_the_hand_calculation()
    {
        double squares = Descend(rate: 0);

        Dense<double> hidden = _network.Layers[0], output = _network.Layers[1];
        AssertEqual(new double[,] { { 1, -2, 2 } }, output.Delta);
        AssertEqual(new double[,] { { -0.5, 0.75 } }, output.WeightGradient);
        AssertEqual(new double[,] { { 1 } }, output.BiasGradient);
        AssertEqual(new double[,] { { 1, -1.5, 1.5 }, { -0.75, 2, -1.5 } }, hidden.Delta);
        AssertEqual(new double[,] { { 1.5, 1, 4, 2.5 }, { -1, -0.75, -3.75, -2.25 } }, hidden.WeightGradient);
        AssertEqual(new double[,] { { 1 }, { -0.25 } }, hidden.BiasGradient);
        Assert.Equal(49.0625, squares, 1e-12);
    }

    [Theory]
    [InlineData(0.001, 0.993)]
    [InlineData(0.01, 0.930)]
    [InlineData(0.1, 0.426)]
    public void One_step_lowers_the_loss_by_about_the_rate_times_the_squared_gradient(double rate, double ratio)
    {
        double squares = Descend(rate);
        double drop = 6.75 - _loss.Value(_network.Forward(_x), _y);
        Assert.Equal(ratio, drop / (rate * squares), 5e-4);
    }

    [Fact]
    public void Descent_with_rate_one_twentieth_fits_the_three_examples()
    {
        for (int step = 0; step < 100; step++)
            Descend(0.05);
        Assert.Equal(0.0030, _loss.Value(_network.Forward(_x), _y), 5e-5);
        for (int step = 100; step < 1000; step++)
            Descend(0.05);
        Assert.InRange(_loss.Value(_network.Forward(_x), _y), 0, 1e-27);
    }

    /// <summary>One pass and, with a rate above 0, one step; returns ‖∇L‖².</summary>
    private double Descend(double rate)
    {
        Matrix<double> gradient = _network.Forward(_x);
        _loss.Gradient(gradient, _y, gradient);
        _network.Backward(gradient);
        if (rate > 0)
            new GradientDescent<double>(rate).Step(_network);
        return _network.Layers.Sum(layer =>
            layer.WeightGradient.AsSpan().ToArray().Sum(g => g * g)
            + layer.BiasGradient.AsSpan().ToArray().Sum(g => g * g)
        );
    }

    private static void AssertEqual(double[,] expected, Matrix<double> actual)
    {
        double difference = actual.MaxAbsoluteDifference(Matrix.Of(expected));
        Assert.True(
            difference <= 1e-12,
            FormattableString.Invariant($"The largest difference is {difference:0.0e0}:\n{actual}")
        );
    }
}
