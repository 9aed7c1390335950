using static NeuralNotebooks.Plotting.Tests.Refusals;

namespace NeuralNotebooks.Plotting.Tests;

public class DeltasByHandTests
{
    [Theory]
    [InlineData(Activation.Sigmoid, 1)]
    [InlineData(Activation.Sigmoid, 3.95)]
    [InlineData(Activation.Tanh, 1.5)]
    [InlineData(Activation.Relu, 1.4)]
    [InlineData(Activation.Relu, 0.5)]
    public void The_script_finds_the_deltas_of_the_library(Activation activation, double scale) =>
        new DrawnFigure(Plot.DeltasByHand(6, 5, 3, 2, activation, scale)).AssertScriptAgrees();

    [Fact]
    public void Twice_the_weights_make_delta_of_ReLU_units_twice_as_large_with_each_layer()
    {
        DeepDeltas deep = new(layers: 6, units: 8, examples: 4, seed: 1);
        double[] once = deep.Sizes(Activation.Relu, 1), twice = deep.Sizes(Activation.Relu, 2);
        Assert.All(once.Index(), layer =>
            Assert.Equal((5 - layer.Index) * Math.Log10(2), twice[layer.Index] - layer.Item, 9));
    }

    [Fact]
    public void Networks_that_are_too_large_for_a_page_are_refused()
    {
        Refused("20 layers of 64 units", () => Plot.DeltasByHand(20, 64));
        Refused("Identity is not one of", () => Plot.DeltasByHand(activation: Activation.Identity));
    }
}
