namespace NeuralNotebooks.Tests.Scalars;

/// <summary>The circuits of the lecture notes, with numbers computed by hand.</summary>
public class ValueTests
{
    [Fact]
    public void A_sum_distributes_and_a_product_scales_by_the_other_input()
    {
        Value x = new(3.0, "x"), y = new(-1.0, "y"), z = new(5.0, "z");
        Value loss = (x + y) * z;
        loss.Backward();

        Assert.Equal(10, loss.Data);
        Assert.Equal((5, 5, 2), (x.Gradient, y.Gradient, z.Gradient));
        Assert.Equal(1, loss.Gradient);
        Assert.Equal(5, loss.Parents[0].Gradient);
    }

    [Fact]
    public void A_variable_used_twice_adds_its_gradients()
    {
        Value x = new(3.0, "x"), y = new(-1.0, "y");
        ((x + y) * x).Backward();
        Assert.Equal(5, x.Gradient);
        Assert.Equal(3, y.Gradient);
    }

    [Theory]
    [InlineData(-5, 1, 3, 2, 1)]
    [InlineData(-7, 0, 0, 0, 0)]
    [InlineData(-6, 0, 0, 0, 0)]   // the kink: the library takes the slope 0
    public void A_relu_unit_passes_the_gradient_or_blocks_it(double bias, double yHat, double dx, double dw, double db)
    {
        Value x = new(2), w = new(3), b = new(bias);
        Value result = Value.Relu(x * w + b);
        result.Backward();
        Assert.Equal((yHat, dx, dw, db), (result.Data, x.Gradient, w.Gradient, b.Gradient));
    }

    [Fact]
    public void A_product_with_a_zero_keeps_the_gradient_of_the_zero()
    {
        Value zero = new(0, "x"), other = new(-2, "y");
        (zero * other).Backward();
        Assert.Equal(-2, zero.Gradient);
        Assert.Equal(0, other.Gradient);
    }

    [Fact]
    public void A_product_of_many_with_two_zeros_has_no_gradient_anywhere()
    {
        Value[] x = [new(0), new(3), new(0), new(7)];
        Value.Product(x).Backward();
        Assert.All(x, value => Assert.Equal(0, value.Gradient));
    }

    [Fact]
    public void The_maximum_of_a_value_with_itself_has_slope_one()
    {
        Value x = new(4, "x");
        Value.Max(x, x).Backward();
        Assert.Equal(1, x.Gradient);
    }

    [Theory]
    [InlineData(2, 2, 2)]
    [InlineData(1, 2, 2)]
    [InlineData(0.0, -0.0, -1)]
    public void In_a_tie_the_first_winner_gets_the_whole_gradient(double a, double b, double c)
    {
        Value[] x = [new(a), new(b), new(c)];
        double largest = x.Max(value => value.Data);
        int first = Array.FindIndex(x, value => value.Data == largest);

        Value.Max(x).Backward();
        Assert.Equal(Enumerable.Range(0, 3).Select(i => i == first ? 1.0 : 0.0), x.Select(value => value.Gradient));

        Value[] negated = [.. x.Select(value => new Value(-value.Data))];
        Value.Min(negated).Backward();
        Assert.Equal(x.Select(value => value.Gradient), negated.Select(value => value.Gradient));
    }

    [Fact]
    public void NaN_wins_every_comparison()
    {
        Assert.True(double.IsNaN(Value.Max(1, double.NaN, 2).Data));
        Assert.True(double.IsNaN(Value.Min(double.NaN, 1).Data));
        Assert.True(double.IsNaN(Value.Relu(double.NaN).Data));
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
        Value loss = Value.Exp(x * y) / (x - y);
        List<Value> circuit = [.. loss.Circuit()];
        Assert.All(
            circuit,
            value => Assert.All(value.Parents, parent => Assert.True(circuit.IndexOf(parent) < circuit.IndexOf(value)))
        );
        Assert.Same(loss, circuit[^1]);
    }

    [Fact]
    public void An_input_can_be_set()
    {
        Value w = new(1, "w");
        w.Data -= 0.25;
        Assert.Equal(0.75, w.Data);
    }

    [Fact]
    public void Empty_sums_and_products_are_neutral()
    {
        Assert.Equal(0, Value.Sum().Data);
        Assert.Equal(1, Value.Product().Data);
    }

    [Fact]
    public void A_custom_gate_works_in_a_circuit()
    {
        Value x = new(3, "x");
        Value z = Value.Of(new Square(), x) * 2;
        z.Backward();
        Assert.Equal(18, z.Data);
        Assert.Equal(12, x.Gradient);
        Assert.Equal("square(x) × 2", z.Expression());
    }

    private sealed class Square : Gate
    {
        public override string Name => "square";

        public override string Symbol => "square";

        public override double Forward(ReadOnlySpan<double> x) => x[0] * x[0];

        public override void Derivatives(ReadOnlySpan<double> x, double z, Span<double> dx) => dx[0] = 2 * x[0];
    }
}
