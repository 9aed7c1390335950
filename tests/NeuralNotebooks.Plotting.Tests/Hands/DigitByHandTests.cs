using static NeuralNotebooks.Plotting.Tests.Refusals;

namespace NeuralNotebooks.Plotting.Tests;

public class DigitByHandTests
{
    private static readonly Mlp<float> _network =
        Mlp.Create<float>(784, [new(12, Activation.Relu), new(10, Activation.Identity)], seed: 3);

    [Theory]
    [Cases(1, 2, 3)]
    public void The_script_finds_the_probabilities_of_the_library(int seed) =>
        new DrawnFigure(Plot.DigitByHand(_network, Image(seed))).AssertScriptAgrees();

    [Fact]
    public void Rounded_to_bytes_the_network_gives_nearly_the_same_probabilities()
    {
        Matrix<float> image = Image(4);
        Matrix<float> exact = Softmax.Of(_network.Forward(image)),
            rounded = Softmax.Of(new CompactNetwork(_network).Network.Forward(image));
        Assert.True(exact.IsCloseTo(rounded, 0.02f));
    }

    [Fact]
    public void The_ten_probabilities_add_up_to_all()
    {
        DrawnFigure drawn = new(Plot.DigitByHand(_network, Image(5)));
        double sum = Enumerable.Range(0, 10).Sum(
            digit => double.Parse(
                drawn.Text($"percent{digit}").Replace(" %", "", StringComparison.Ordinal),
                System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(100, sum, 0.6);
    }

    [Fact]
    public void Another_network_or_image_is_refused()
    {
        Refused("The example is 10×1", () => Plot.DigitByHand(_network, Matrix.Zeros<float>(10, 1)));
        Refused(
            "from 4 numbers to 10",
            () => Plot.DigitByHand(Mlp.Create<float>(4, [new(10, Activation.Identity)], seed: 1), Image(1)));
        Refused(
            "Layer 1 has the activation Tanh",
            () => Plot.DigitByHand(
                Mlp.Create<float>(784, [new(3, Activation.Tanh), new(10, Activation.Identity)], seed: 1), Image(1)));
    }

    private static Matrix<float> Image(int seed) =>
        Matrix.Normal<float>(784, 1, seed).Map(pixel => MathF.Round(Math.Clamp(pixel, 0, 1), 3));
}
