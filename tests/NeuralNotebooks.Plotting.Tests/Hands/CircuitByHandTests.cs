using static NeuralNotebooks.Plotting.Tests.Refusals;

namespace NeuralNotebooks.Plotting.Tests;

public class CircuitByHandTests
{
    [Theory]
    [InlineData(3, -1, 5)]
    [InlineData(-9.9, 4.3, -7.1)]
    [InlineData(0, 0, 0)]
    [InlineData(2, -2, 0.3)]
    public void The_script_finds_the_values_and_gradients_of_the_library(double x, double y, double z) =>
        new DrawnFigure(Circuit.ByHand(((Input(x, "x") + Input(y, "y")).Named("s") * Input(z, "z")).Named("L")))
            .AssertScriptAgrees();

    [Theory]
    [InlineData(0.7, -1.3)]
    [InlineData(-2, 2)]
    [InlineData(1.5, 0.4)]
    public void It_does_so_at_every_gate_that_it_knows_and_for_values_that_are_used_several_times(double x, double y)
    {
        Value a = Input(x, "a"), b = Input(y, "b"), c = Value.Tanh(a - b).Named("c");
        Value result = Value.Relu(a * b + c) - Value.Max(a, -b, 0.25) * Value.Sigmoid(c) + a * c * b;
        new DrawnFigure(Circuit.ByHand(result.Named("L"))).AssertScriptAgrees();
    }

    [Theory]
    [Cases(12345.6, -0.00012345, 3.2e-7, 1.5e12, 1e9, -1000.5)]
    public void Its_numbers_are_written_as_the_library_writes_them(double x) =>
        new DrawnFigure(Circuit.ByHand(Input(x, "x") * 1)).AssertScriptAgrees();

    [Fact]
    public void Beside_each_gradient_stands_the_slope_that_nudging_measures()
    {
        DrawnFigure drawn = new(Circuit.ByHand(TestCircuits.SumAndProduct()));
        Assert.Equal(["5", "5", "2"], drawn.Markup.All("td").Where(IsPart("gradient")).Select(cell => cell.Value));
        Assert.Equal(["5", "5", "2"], drawn.Markup.All("td").Where(IsPart("measured")).Select(cell => cell.Value));
    }

    [Fact]
    public void What_cannot_be_moved_is_refused()
    {
        Refused("A power gate cannot be moved by hand", () => Circuit.ByHand(Value.Pow(Input(2, "x"), 2)));
        Refused("and 0 named inputs", () => Circuit.ByHand(new Value(2) + 1));
    }

    private static Func<System.Xml.Linq.XElement, bool> IsPart(string name) =>
        cell => cell.Attribute("data-nn-part")!.Value.StartsWith(name, StringComparison.Ordinal);

    private static Value Input(double data, string name) => new(data, name);
}
