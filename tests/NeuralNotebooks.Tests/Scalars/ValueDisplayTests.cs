using System.Xml.Linq;

namespace NeuralNotebooks.Tests.Scalars;

public class ValueDisplayTests
{
    [Fact]
    public void A_value_shows_its_name_formula_data_and_gradient()
    {
        Value x = new(3.0, "x"), y = new(-1.0, "y"), z = new(0.5, "z");
        Value loss = ((x + y) * z).Named("L");
        loss.Backward();
        Assert.Equal("L = 1 = (x + y) × z, gradient 1", loss.ToString());
        Assert.Equal("x = 3, gradient 0.5", x.ToString());
    }

    [Fact]
    public void Formulas_use_the_usual_signs()
    {
        Value x = new(2, "x"), y = new(3, "y");
        Assert.Equal("σ(x × y) − 1", (Value.Sigmoid(x * y) - 1).Expression());
        Assert.Equal("(−x)^2 / max(x, y, 4)", (Value.Pow(-x, 2) / Value.Max(x, y, 4)).Expression());
    }

    [Fact]
    public void Named_intermediate_values_appear_by_name_and_deep_ones_are_cut()
    {
        Value x = new(2, "x");
        Value s = (x + 1).Named("s");
        Assert.Equal("s × s", (s * s).Expression());
        Assert.Equal("exp(exp(exp(…)))", Value.Exp(Value.Exp(Value.Exp(Value.Exp(x)))).Expression());
        Assert.Equal("x + x + x + x + … + x", Value.Sum(Enumerable.Repeat(x, 100)).Expression());
    }

    [Fact]
    public void The_table_of_an_input_has_no_formula_and_that_of_a_result_names_its_gate()
    {
        Value x = new(3, "x");
        Assert.Equal(["name", "data", "gradient"], Headers(x));
        Assert.Equal(["name", "formula", "data", "gradient"], Headers((x * x).Named("y")));
        Assert.Equal(["formula", "data", "gradient"], Headers(x * x));
        Assert.Equal("product gate (×)", XElement.Parse((x * x).ToHtml()).Element("caption")!.Value);
        Assert.Equal("input", XElement.Parse(x.ToHtml()).Element("caption")!.Value);
    }

    [Fact]
    public void The_html_is_the_same_under_a_german_locale()
    {
        Value x = new(-0.25, "a<b");
        Value y = Value.Pow(x, 1.5) + 0.125;
        string html = x.ToHtml();
        string text = y.ToString();
        using IDisposable comma = DecimalComma.Begin();
        Assert.Equal(html, x.ToHtml());
        Assert.Equal(text, y.ToString());

        Assert.Contains(">−0.25<", html, StringComparison.Ordinal);
        Assert.Contains("a&lt;b", html, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Headers(Value value) =>
        XElement.Parse(value.ToHtml()).Descendants("th").Select(header => header.Value);
}
