using static NeuralNotebooks.Value;

namespace NeuralNotebooks.Tests.Scalars;

/// <summary>The circuits of the lecture notes, with numbers computed by hand.</summary>
public class ValueTests
{
    [Fact]
    public void Gradients_are_those_of_paper_and_pencil()
    {
        Value x = new(3, "x"), y = new(-1, "y"), z = new(5, "z"), zero = new(0, "zero");
        Value minusZero = new(-0.0, "minusZero");
        new Shown
        {
            Gradients((x + y) * z),
            Gradients((x + y) * x),
            Gradients(Relu(x * z - 14)),
            Gradients(Relu(x * z - 16)),
            Gradients(Relu(x * z - 15)),
            Gradients(zero * y),
            Gradients(Product(zero, x, zero * 1, z)),
            Gradients(Max(x, x)),
            Gradients(Max(y, x, x * 1)),
            Gradients(Max(zero, minusZero, y)),
            Gradients(Max(minusZero, zero, y)),
            Gradients(Min(z, x, x * 1)),
            Gradients(Min(zero, minusZero, z)),
            Gradients(Pow(zero, 0)),
            Gradients(Value.Of(new Square(), x) * 2),
            Max(1, double.NaN, 2).Data,
            Min(double.NaN, 1).Data,
            Relu(double.NaN).Data,
            Value.Sigmoid(1000).Data,
            Value.Sigmoid(-1000).Data,
            Sum().Data,
            Product().Data,
        }.ShouldBeApproved();
    }

    private static string Gradients(Value loss)
    {
        loss.Backward();
        IEnumerable<string> inputs = loss.Circuit()
            .Where(value => value.Name is not null)
            .Select(input => Invariant($"{input.Name} {input.Gradient}"));
        return Invariant($"{loss.Data}; gradients: {string.Join(", ", inputs)}");
    }

    [Fact]
    public void Running_a_cell_twice_gives_the_same_gradients()
    {
        Value x = new(3, "x");
        Value square = x * x;
        square.Backward();
        square.Backward();
        Assert.Equal(6, x.Gradient);
    }

    [Fact]
    public void Values_outside_the_circuit_keep_the_gradient_of_an_earlier_pass()
    {
        Value x = new(3, "x"), y = new(4, "y");
        (x * y).Backward();
        (x * x).Backward();
        Assert.Equal((6, 3), (x.Gradient, y.Gradient));
    }

    [Fact]
    public void A_chain_of_a_hundred_thousand_gates_does_not_overflow_the_stack()
    {
        Value x = new(1, "x");
        Value sum = x;
        for (int i = 0; i < 100_000; i++)
            sum += x;
        sum.Backward();
        Assert.Equal(100_001, x.Gradient);
        sum.ToString().ShouldEndWith("gradient 1");
    }

    [Fact]
    public void A_diamond_of_many_layers_visits_each_value_once()
    {
        Value x = new(1, "x");
        Value doubled = x;
        for (int i = 0; i < 60; i++)
            doubled += doubled;   // 2⁶⁰ paths lead back to x
        doubled.Backward();
        Assert.Equal(Math.Pow(2, 60), x.Gradient);
        Assert.Equal(61, doubled.Circuit().Count);
    }

    [Fact]
    public void The_circuit_lists_parents_before_the_values_made_of_them()
    {
        Value x = new(1), y = new(2);
        Value loss = Exp(x * y) / (x - y);
        List<Value> circuit = [.. loss.Circuit()];
        Assert.All(
            circuit,
            value => Assert.All(value.Parents, parent => Assert.True(circuit.IndexOf(parent) < circuit.IndexOf(value)))
        );
        Assert.Same(loss, circuit[^1]);
    }

    private sealed class Square : Gate
    {
        public override string Name => "square";

        public override string Symbol => "square";

        public override double Forward(ReadOnlySpan<double> x) => x[0] * x[0];

        public override void Derivatives(ReadOnlySpan<double> x, double z, Span<double> dx) => dx[0] = 2 * x[0];
    }
}
