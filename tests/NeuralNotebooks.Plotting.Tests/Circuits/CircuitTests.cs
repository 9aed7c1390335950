using System.Xml.Linq;

namespace NeuralNotebooks.Plotting.Tests;

public class CircuitTests
{
    [Theory]
    [MemberData(nameof(TestCircuits.Names), MemberType = typeof(TestCircuits))]
    public void A_circuit_has_its_numbers_and_a_sentence_for_each_step(string name)
    {
        Value result = TestCircuits.All[name]();
        DrawnCircuit drawn = Drawn(result);
        CircuitSteps steps = new(CircuitGraph.WithGradientsOfResult(result));
        CircuitLayout layout = new CircuitGeometry(CircuitGraph.WithGradientsOfResult(result), isMovable: false).Layout;
        static string Line(string what, IEnumerable<string> texts) =>
            string.Join(" | ", texts.Prepend(what + ":")) + "\n";
        ApprovedTexts.Check(
            "Circuits/Circuits", name,
            Line("names", drawn.Names) + Line("gates", drawn.Symbols) + Line("values", drawn.Values)
                + Line("gradients", drawn.Gradients) + Line("factors", drawn.Locals)
                + $"crossings: {layout.Crossings}\ncaption: {Circuit.Of(result).Caption}\n"
                + string.Concat(steps.Sentences.Select(sentence => $"{sentence}\n")));
    }

    [Theory]
    [MemberData(nameof(TestCircuits.Names), MemberType = typeof(TestCircuits))]
    public void Nodes_of_the_readers_class_are_drawn_as_values_with_the_same_numbers(string name)
    {
        Value result = TestCircuits.All[name]();
        DrawnCircuit expected = Drawn(result), drawn = new(Circuit.Of(Node.Of(result)));
        Picture played = Circuit.Play(Node.Of(result));

        Assert.Equal(expected.Names, drawn.Names);
        Assert.Equal(expected.Values, drawn.Values);
        Assert.Equal(expected.Gradients, drawn.Gradients);
        Assert.Equal(expected.Locals.Select(LastWord), drawn.Locals.Select(LastWord));
        Assert.Equal(expected.Symbols, drawn.Symbols);
        Assert.Equal(expected.Gradients, new DrawnCircuit(played).Gradients);

        static string LastWord(string text) => text.Split(' ')[^1];
    }

    [Fact]
    public void A_wrong_slope_and_a_wrong_gradient_are_drawn_as_they_are()
    {
        Node x = new() { Name = "x", Data = 3, Gradient = 2 }, y = new() { Name = "y", Data = 5, Gradient = 3 };
        DrawnCircuit drawn = new(Circuit.Of(
            new Node { Gate = "×", Data = 8, Inputs = [x, y], Slopes = [5, 7], Gradient = 1 }));

        Assert.Equal(["3", "5", "8"], drawn.Values);
        Assert.Equal(["· y = 5", "· 7"], drawn.Locals);
        Assert.Contains("2", drawn.Gradients);
    }

    [Fact]
    public void Every_number_appears_after_those_that_it_depends_on()
    {
        foreach ((string name, Func<Value> make) in TestCircuits.All)
        {
            CircuitGraph circuit = CircuitGraph.WithGradientsOfResult(make());
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
    public void Every_value_stands_above_its_gradient()
    {
        DrawnCircuit drawn = Drawn(TestCircuits.SumAndProduct());
        XElement ten = drawn.Texts.Single(text => text.Value == "10"),
            one = drawn.Texts.Single(text => text.Value == "1");
        Assert.Equal(DrawnCircuit.Number(ten, "x"), DrawnCircuit.Number(one, "x"));
        Assert.True(DrawnCircuit.Number(ten, "y") < DrawnCircuit.Number(one, "y"));
    }

    [Fact]
    public void A_gate_of_the_reader_that_fails_leaves_the_stored_gradients_as_they_are()
    {
        Value x = new(2, "x");
        x.Backward();

        Assert.Throws<NotImplementedException>(() => Circuit.Play(x * Value.Of(new Unfinished(), x)));
        Assert.Equal(1, x.Gradient);
    }

    private sealed class Unfinished : Gate
    {
        public override string Name => "unfinished";

        public override string Symbol => "?";

        public override double Forward(ReadOnlySpan<double> x) => x[0];

        public override void Derivatives(ReadOnlySpan<double> x, double z, Span<double> dx) =>
            throw new NotImplementedException();
    }

    [Fact]
    public void A_small_gradient_has_a_visible_band_and_one_that_is_no_number_has_none()
    {
        Value x = new(double.NaN, "x"), y = (x * 2).Named("y");
        (y * new Value(double.NaN)).Backward();
        Assert.All(new DrawnCircuit(Circuit.Of(y)).Gradients, gradient => Assert.Equal("NaN", gradient));
        Circuit.Of(y).ToHtml().ShouldContain("stroke-width=\"0\"");
        Circuit.Play(new Value(1, "x") * 1e-9).ToHtml().ShouldContain("stroke-width=\"3.5\"");
    }

    [Fact]
    public void Part_of_a_larger_circuit_shows_the_gradients_of_the_larger_one()
    {
        Value x = new(3, "x"), s = (x + 1).Named("s");
        (s * x * 2).Backward();
        // The gradient of x is 6 through s and 8 through a gate that is not drawn: a sum over the drawn wires would be
        // wrong.
        DrawnCircuit drawn = new(Circuit.Of(s));
        Assert.Contains("14", drawn.Gradients);
        Assert.Contains("6", drawn.Gradients);
    }

    [Fact]
    public void Drawing_changes_no_gradient()
    {
        Value result = TestCircuits.Diamond();
        Circuit.Of(result);
        Circuit.Play(result).ToHtml();
        Assert.All(result.Circuit(), value => Assert.Equal(0, value.Gradient));
    }

    [Fact]
    public void A_name_is_text_and_never_markup()
    {
        Value result = Value.Exp(new Value(1, "<b>&\"\u0001]]>")).Named("<script>alert(1)</script>");
        foreach (Picture picture in new[] { Circuit.Of(result), Circuit.Play(result) })
        {
            string html = picture.ToHtml();
            html.ShouldNotContain("<b>", "<script>alert");
            Assert.Contains(
                new DrawnCircuit(picture).Names, name => name.StartsWith("<b>&\"", StringComparison.Ordinal));
        }
    }

    /// <summary>A page has its own rules for classes like .k, which marks a keyword in highlighted code.</summary>
    [Fact]
    public void No_CSS_class_can_clash_with_one_of_the_page() =>
        Assert.All(
            Drawn(TestCircuits.UsedTwice()).Svg.DescendantsAndSelf().Attributes("class"),
            name => name.Value.ShouldStartWith("nn-"));

    private static DrawnCircuit Drawn(Value result)
    {
        result.Backward();
        return new(Circuit.Of(result));
    }
}
