namespace NeuralNotebooks.Plotting.Tests;

public class CircuitStepsTests
{
    [Fact]
    public void The_sum_and_product_is_narrated_forward_and_then_backward() => Assert.Equal(
        [
            "Inputs: x = 3, y = −1, z = 5.",
            "Forward, + gate: s = x + y = 3 + (−1) = 2.",
            "Forward, × gate: L = s × z = 2 × 5 = 10.",
            "Backward starts at the result: the gradient of L with respect to itself is 1.",
            "Backward, × gate: 1 arrives; s gets 1 · z = 1 · 5 = 5; z gets 1 · s = 1 · 2 = 2.",
            "Backward, + gate: 5 arrives; x gets 5 · 1 = 5; y gets 5 · 1 = 5.",
            "Every wire has its gradient: x 5, y 5, z 2.",
        ],
        Steps(TestCircuits.SumAndProduct()).Sentences);

    [Fact]
    public void A_value_used_twice_gets_its_second_share_added()
    {
        IReadOnlyList<string> sentences = Steps(TestCircuits.UsedTwice()).Sentences;
        Assert.Equal(
            "Backward, × gate: 1 arrives; x + y gets 1 · x = 1 · 3 = 3; x gets 1 · 2 = 2 (more will come).",
            sentences[4]);
        Assert.Equal(
            "Backward, + gate: 3 arrives; x gets 3 · 1 = 3, in all 3 + 2 = 5; y gets 3 · 1 = 3.", sentences[5]);
    }

    [Fact]
    public void An_input_of_two_ports_of_one_gate_is_complete_at_the_second()
    {
        Value x = new(3, "x");
        Assert.Equal(
            "Backward, × gate: 1 arrives; x gets 1 · x = 1 · 3 = 3 (more will come); x gets 1 · x = 1 · 3 = 3, in "
            + "all 3 + 3 = 6.", Steps(x * x).Sentences[3]);
    }

    [Fact]
    public void Every_number_appears_after_those_that_it_depends_on()
    {
        foreach ((string name, Func<Value> make) in TestCircuits.All)
        {
            CircuitGraph circuit = CircuitGraph.WithGradientsOfResult(make(), 60);
            CircuitSteps steps = new(circuit);
            foreach (CircuitWire wire in circuit.Parts.SelectMany(part => part.Inputs))
            {
                Assert.True(steps.ValueAt(wire.From) < steps.ValueAt(wire.To), name);
                Assert.True(steps.PassesBackAt(wire.To) > steps.GradientAt(wire.To), name);
                Assert.True(steps.GradientAt(wire.From) >= steps.PassesBackAt(wire.To), name);
            }
        }
    }

    [Fact]
    public void A_constant_is_called_by_its_number()
    {
        Value x = new(2, "x");
        Steps(x * -3).Sentences[3].ShouldContain("−3 gets");
    }

    private static CircuitSteps Steps(Value result) => new(CircuitGraph.WithGradientsOfResult(result, 60));
}
