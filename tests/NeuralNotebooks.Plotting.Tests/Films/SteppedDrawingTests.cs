namespace NeuralNotebooks.Plotting.Tests;

public class SteppedDrawingTests
{
    [Fact]
    public void The_gradients_are_those_of_the_result_whether_or_not_backward_has_run()
    {
        Value x = new(3, "x"), s = Value.Exp(x);
        (s * 100).Backward();
        Assert.Equal("1", new DrawnCircuit(Circuit.Play(s)).Gradients[^1]);
        Assert.Equal("100", new DrawnCircuit(Circuit.Of(s)).Gradients[^1]);
    }

    [Fact]
    public void Without_scripts_the_controls_are_hidden() =>
        Circuit.Play(TestCircuits.SumAndProduct()).ToHtml().ShouldContain("data-nn-controls style=\"display:none");
}
