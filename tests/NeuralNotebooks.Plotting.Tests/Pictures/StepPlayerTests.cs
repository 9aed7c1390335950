using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace NeuralNotebooks.Plotting.Tests;

public partial class StepPlayerTests
{
    [Fact]
    public void Without_scripts_everything_is_visible_and_the_steps_are_listed_in_words()
    {
        string html = Circuit.Play(TestCircuits.SumAndProduct()).ToHtml();
        DrawnCircuit drawn = new(Circuit.Play(TestCircuits.SumAndProduct()));
        Assert.All(drawn.Texts, text => Assert.Null(text.Attribute("visibility")));
        Assert.Equal(["5", "5", "5", "2", "1"], drawn.Gradients);
        Assert.Equal(7, Item().Count(html));
        html.ShouldContain("data-nn-controls style=\"display:none");
    }

    [Fact]
    public void Each_number_is_marked_with_the_step_in_which_it_appears()
    {
        DrawnCircuit drawn = new(Circuit.Play(TestCircuits.SumAndProduct()));
        Assert.Equal("1", At(drawn, "s = 2"));
        Assert.Equal("2", At(drawn, "10"));
        Assert.Equal("3", At(drawn, "1"));
        Assert.Null(At(drawn, "−1"));
    }

    [Fact]
    public void The_animation_hides_each_number_until_its_step()
    {
        XElement ten =
            new DrawnCircuit(Circuit.Play(TestCircuits.SumAndProduct())).Texts.Single(text => text.Value == "10");
        XElement set = Assert.Single(ten.Elements(), element => element.Name.LocalName == "set");
        Assert.Equal("hidden", (string?)set.Attribute("to"));
        Assert.Equal("3s", (string?)set.Attribute("dur"));
        // A hyphen in the name of the button would be read as a minus sign.
        Assert.Matches("^[a-z0-9]+\\.click$", (string?)set.Attribute("begin"));
    }

    [Fact]
    public void Different_circuits_have_different_keys_and_equal_ones_the_same()
    {
        string Key(double b) => KeyPattern().Match(Circuit.Play(TestCircuits.ReluUnit(b)).ToHtml()).Groups[1].Value;
        Assert.Equal(16, Key(-5).Length);
        Assert.Equal(Key(-5), Key(-5));
        Assert.NotEqual(Key(-5), Key(-6));
    }

    [Fact]
    public void The_gradients_are_those_of_the_result_whether_or_not_backward_has_run()
    {
        Value x = new(3, "x"), s = Value.Exp(x);
        (s * 100).Backward();
        Assert.Equal("1", new DrawnCircuit(Circuit.Play(s)).Gradients[^1]);
        Assert.Equal("100", new DrawnCircuit(Circuit.Of(s)).Gradients[^1]);
    }

    [Fact]
    public void What_a_player_adds_to_a_page_is_small() =>
        Assert.InRange(Circuit.Play(TestCircuits.SumAndProduct()).ToHtml().Length, 1000, 18_000);

    private static string? At(DrawnCircuit drawn, string text) =>
        (string?)drawn.Texts.Single(element => element.Value == text).Attribute("data-nn-at");

    [GeneratedRegex("<li>")]
    private static partial Regex Item();

    [GeneratedRegex("data-nn-steps=\"([0-9a-f]+)\"")]
    private static partial Regex KeyPattern();
}
