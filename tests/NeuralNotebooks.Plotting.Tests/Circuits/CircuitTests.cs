using System.Xml.Linq;

namespace NeuralNotebooks.Plotting.Tests;

public class CircuitTests
{
    public static TheoryData<string> Names => [.. TestCircuits.All.Keys];

    [Fact]
    public void The_sum_and_product_has_its_values_above_and_its_gradients_below_the_wires()
    {
        DrawnCircuit drawn = Drawn(TestCircuits.SumAndProduct());
        Assert.Equal(["3", "−1", "s = 2", "5", "10"], drawn.Values);
        Assert.Equal(["5", "5", "5", "2", "1"], drawn.Gradients);
        Assert.Equal(["· 1", "· 1", "· z = 5", "· s = 2"], drawn.Locals);
        Assert.Equal(["+", "×"], drawn.Symbols);
        Assert.Equal(["x", "y", "z", "L"], drawn.Names);
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
    public void A_value_used_twice_shows_the_share_of_each_use_and_their_sum()
    {
        DrawnCircuit drawn = Drawn(TestCircuits.UsedTwice());
        Assert.Equal("3 + 2 = 5", drawn.Gradients[0]);
        Assert.Equal(
            ["2", "3"],
            drawn.Texts.Where(
                text => (string?)text.Attribute("text-anchor") == "end" && (string?)text.Attribute("class") == "nn-g")
                .Select(text => text.Value).Order());
    }

    [Fact]
    public void A_long_sum_is_replaced_by_its_total() => Assert.Contains("Σ = 21", Drawn(TestCircuits.Fan()).Gradients);

    [Fact]
    public void A_negative_share_is_subtracted()
    {
        Value x = new(3, "x");
        Assert.Contains("3 − 1 = 2", Drawn(3 * x - x).Gradients);
    }

    [Fact]
    public void The_sigmoid_unit_has_the_gradients_of_its_weights_and_inputs()
    {
        Value result = TestCircuits.SigmoidUnit(1);
        result.Backward();
        Dictionary<string, double> gradients = Input(result, value => value.Gradient);
        Assert.Equal([1, 0.25, -0.25], [gradients["w₁"], gradients["w₂"], gradients["w₃"]]);
        DrawnCircuit drawn = new(Circuit.Of(result));
        Assert.Contains("z = 0", drawn.Values);
        Assert.Contains("0.5", drawn.Values);
        Assert.Equal(["1", "0.25", "−0.25"], new[] { "w₁", "w₂", "w₃" }.Select(name => Below(drawn, name)));
        Assert.Equal(["0.25", "−0.5", "0.75"], new[] { "x₁", "x₂", "x₃" }.Select(name => Below(drawn, name)));
        Assert.Equal("0.25", Below(drawn, "b"));
        Assert.Contains("· σ′ = 0.25", drawn.Locals);
    }

    [Theory]
    [InlineData(-5, "1", "3 2 1")]
    [InlineData(-7, "0", "0 0 0")]
    [InlineData(-6, "0", "0 0 0")]
    public void The_relu_unit_passes_gradients_only_where_it_is_active(double b, string output, string gradients)
    {
        DrawnCircuit drawn = Drawn(TestCircuits.ReluUnit(b));
        Assert.Equal(output, drawn.Values[^1]);
        Assert.Equal(gradients, string.Join(' ', new[] { "x", "w", "b" }.Select(name => Below(drawn, name))));
    }

    [Fact]
    public void Before_backward_there_are_no_gradients()
    {
        Picture picture = Circuit.Of(TestCircuits.SumAndProduct());
        Assert.Empty(new DrawnCircuit(picture).Gradients);
        Assert.Equal(5, new DrawnCircuit(picture).Values.Length);
    }

    [Fact]
    public void Part_of_a_larger_circuit_shows_the_gradients_of_the_larger_one()
    {
        Value x = new(3, "x"), s = (x + 1).Named("s");
        (s * x * 2).Backward();
        // x has 6 through s and 8 beside it: a sum over the wires drawn would be wrong.
        DrawnCircuit drawn = new(Circuit.Of(s));
        Assert.Equal("14", Below(drawn, "x"));
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
        foreach (
            Picture picture in new[] { Circuit.Of(result), Circuit.Play(result),
            Circuit.Slider("<i>", [1, 2], b => Value.Exp(new Value(b, "<b>&\"\u0001"))) })
        {
            string html = picture.ToHtml();
            html.ShouldNotContain("<b>", "<i>", "<script>alert");
            Assert.Contains(
                new DrawnCircuit(picture).Names, name => name.StartsWith("<b>&\"", StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_drawing_is_the_same_in_every_locale_and_on_every_run(string name)
    {
        string Html() =>
            Circuit.Of(TestCircuits.All[name]()).ToHtml() + Circuit.Play(TestCircuits.All[name]()).ToHtml();
        string english = Html();
        using IDisposable comma = DecimalComma.Begin();
        Assert.Equal(english, Html());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_drawing_has_alternative_text(string name)
    {
        Value result = TestCircuits.All[name]();
        result.Backward();
        Picture picture = Circuit.Of(result);
        XElement svg = new DrawnCircuit(picture).Svg;
        Assert.Equal(["title", "desc"], svg.Elements().Take(2).Select(element => element.Name.LocalName));
        Assert.Equal(picture.AlternativeText, svg.Elements().ElementAt(1).Value);
        picture.AlternativeText.ShouldContain(new DrawnCircuit(picture).Values[^1]);
    }

    /// <summary>A page has its own rules for classes like .k, which marks a keyword in highlighted code.</summary>
    [Fact]
    public void No_CSS_class_can_clash_with_one_of_the_page() =>
        Assert.All(
            Drawn(TestCircuits.UsedTwice()).Svg.DescendantsAndSelf().Select(
                element => (string?)element.Attribute("class")).OfType<string>(),
                name => name.ShouldStartWith("nn-"));

    [Fact]
    public void NaN_and_infinity_are_drawn_as_such()
    {
        Value zero = new(0, "x");
        DrawnCircuit drawn = Drawn(Value.Log(zero) * 0);
        Assert.Contains("−∞", drawn.Values);
        Assert.Contains("NaN", drawn.Values);
    }

    /// <summary>The picture of the course's index is a file, since pages of text have no cells; it is drawn by this
    /// code.</summary>
    [Fact]
    public void The_circuit_of_the_index_is_up_to_date()
    {
        Value result = TestCircuits.SumAndProduct();
        result.Backward();
        string svg = new CircuitDrawing([CircuitGraph.WithGradientsOfValues(result, Circuit.MaxParts)])
            .ToSvg(standalone: true) + "\n";
        if (svg != Page.Resource("circuit.svg"))
        {
            string written = Path.Combine(AppContext.BaseDirectory, "circuit.svg");
            File.WriteAllText(written, svg);
            Assert.Fail(
                $"notebooks/circuit.svg is not what the code draws now: look at {written}, and if it is good, copy "
                + $"it there.");
        }
    }

    [Fact]
    public void Null_is_refused()
    {
        Assert.Throws<ArgumentNullException>(() => Circuit.Of(null!));
        Assert.Throws<ArgumentNullException>(() => Circuit.Play(null!));
    }

    private static DrawnCircuit Drawn(Value result)
    {
        result.Backward();
        return new(Circuit.Of(result));
    }

    private static Dictionary<string, double> Input(Value result, Func<Value, double> number) =>
        result.Circuit().Where(value => value.Gate is null && value.Name is not null)
            .ToDictionary(value => value.Name!, number);

    /// <summary>The gradient below the wire that begins at a name.</summary>
    private static string Below(DrawnCircuit drawn, string name)
    {
        XElement label = drawn.Texts.Single(text => text.Value == name && (string?)text.Attribute("class") == "nn-n");
        double y = DrawnCircuit.Number(label, "y"), x = DrawnCircuit.Number(label, "x");
        return drawn.Texts.Where(
            text => (string?)text.Attribute("class") == "nn-g" && DrawnCircuit.Number(text, "x") > x
            && Math.Abs(DrawnCircuit.Number(text, "y") - y - 11) < 0.2)
            .MinBy(text => DrawnCircuit.Number(text, "x"))!.Value;
    }
}
