using System.Text.Json.Nodes;
using static NeuralNotebooks.Plotting.Controls;

namespace NeuralNotebooks.Plotting.Tests;

public sealed class ControlsTests
{
    [Fact]
    public void A_slider_begins_in_the_middle_on_a_step_or_where_its_code_says()
    {
        Assert.Equal((0.5, "α = 0.5"), Moved(null, () => Slider("α", 0, 1)));
        Assert.Equal((0.25, "α = 0.25"), Moved(null, () => Slider("α", 0, 1, start: 0.25)));
        Assert.Equal((5, "n = 5"), Moved(null, () => Slider("n", 1, 10, step: 1)));
        Assert.Equal((-0.1, "x = -0.1"), Moved(null, () => Slider("x", -0.3, 0.1, step: 0.2)));
        Assert.Equal((1e-5, "ε = 1E-05"), Moved(null, () => Slider("ε", 0, 2e-5)));
    }

    [Theory]
    [InlineData(0, 1, 0.01)]
    [InlineData(0, 5, 0.05)]
    [InlineData(-0.1, 0.75, 0.005)]
    [InlineData(0, 300, 2)]
    [InlineData(0, 1e-7, 1e-9)]
    public void A_step_is_a_round_number(double from, double to, double step) =>
        Assert.Equal(step, (double)Field(() => Slider("α", from, to))["step"]!);

    [Theory]
    [InlineData("0.75", 0.75)]
    [InlineData("-1", -1)]
    [InlineData("1.01", 0.5)]
    [InlineData("NaN", 0.5)]
    [InlineData("much", 0.5)]
    public void A_slider_has_the_value_to_which_it_was_moved_if_that_is_in_its_range(string choice, double value) =>
        Assert.Equal(value, Moved(choice, () => Slider("α", -1, 1, start: 0.5)).Value);

    [Fact]
    public void An_end_that_is_rounded_outwards_is_the_end() =>
        Assert.Equal(-Math.PI, Moved("-3.14159265359", () => Slider("φ", -Math.PI, Math.PI)).Value);

    [Fact]
    public void One_of_several_values_is_picked_by_its_text()
    {
        Assert.Equal((0.1, "rate = 0.1"), Moved(null, () => Pick("rate", 0.1, 1)));
        Assert.Equal((1, "rate = 1"), Moved("1", () => Pick("rate", 0.1, 1)));
        Assert.Equal((0.1, "rate = 0.1"), Moved("2", () => Pick("rate", 0.1, 1)));
        Assert.Equal("[\"a\",\"b\"]", Field(() => Pick("letter", "a", "b"))["options"]!.ToJsonString());
    }

    [Fact]
    public void A_tick_box_is_true_or_false()
    {
        Assert.Equal((false, "bias = false"), Moved(null, () => Tick("bias")));
        Assert.Equal((true, "bias = true"), Moved(null, () => Tick("bias", start: true)));
        Assert.Equal((false, "bias = false"), Moved("false", () => Tick("bias", start: true)));
    }

    [Fact]
    public void A_drawn_digit_is_a_column_moved_to_the_middle()
    {
        byte[] ink = new byte[784];
        (ink[0], ink[1]) = (255, 51);

        (Matrix<float> column, string words) = Moved(Convert.ToBase64String(ink), () => DrawDigit("digit"));

        Assert.Equal((784, 1), (column.Rows, column.Columns));
        Assert.Equal((1f, 0.2f, 1.2f), (column[14 * 28 + 13, 0], column[14 * 28 + 14, 0], column.Sum()));
        Assert.Equal("digit = 28 × 28 pixels, 2 of them inked", words);
    }

    [Fact]
    public void A_field_for_a_digit_begins_empty_or_with_an_image_as_it_is()
    {
        Matrix<float> image = Matrix.Zeros<float>(784, 1);
        image[3, 0] = 1;

        Assert.Equal(0, Moved(null, () => DrawDigit("digit")).Value.Sum());
        Assert.Equal(1, Moved(null, () => DrawDigit("digit", image)).Value[3, 0]);
        Assert.Equal(1, Moved("no image", () => DrawDigit("digit", image)).Value[3, 0]);
        Assert.Equal(0, Moved(Convert.ToBase64String(new byte[784]), () => DrawDigit("digit", image)).Value.Sum());
    }

    [Fact]
    public void What_a_page_gets_is_words_with_everything_else_in_attributes()
    {
        string html = Shown(null, () => Pick("<b>", "a<b", "\"")).Control.ToHtml();

        html.ShouldContain(">&lt;b&gt; = a&lt;b</div>");
        Assert.Equal("&lt;b&gt; = a&lt;b", html[(html.IndexOf('>', StringComparison.Ordinal) + 1)..^6]);
    }

    [Fact]
    public void A_host_without_controls_gets_the_start_value_in_words()
    {
        TextWriter before = Console.Out;
        using StringWriter console = new();
        Console.SetOut(console);
        try
        {
            Assert.Equal(0.5, Slider("α", 0, 1));
        }
        finally
        {
            Console.SetOut(before);
        }
        console.ToString().ShouldContain("α = 0.5");
    }

    private static (T Value, string Words) Moved<T>(string? choice, Func<T> cell)
    {
        (T value, Control control) = Shown(choice, cell);
        return (value, control.ToString());
    }

    private static JsonObject Field<T>(Func<T> cell)
    {
        string html = Shown(null, cell).Control.ToHtml();
        const string Before = "data-nn-field=\"";
        int at = html.IndexOf(Before, StringComparison.Ordinal) + Before.Length;
        string json = System.Net.WebUtility.HtmlDecode(html[at..html.IndexOf('"', at)]);
        return JsonNode.Parse(json)!.AsObject();
    }

    /// <summary>A control in a host where the reader has chosen something.</summary>
    private static (T Value, Control Control) Shown<T>(string? choice, Func<T> cell)
    {
        Control? shown = null;
        AppContext.SetData(
            Control.Host, new Action<string, Func<string?, object>>((_, make) => shown = (Control)make(choice)));
        try
        {
            return (cell(), shown!);
        }
        finally
        {
            AppContext.SetData(Control.Host, null);
        }
    }
}
