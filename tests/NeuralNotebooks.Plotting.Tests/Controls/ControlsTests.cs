using static NeuralNotebooks.Plotting.Controls;

namespace NeuralNotebooks.Plotting.Tests;

/// <summary>Controls in a host with a choice of the reader. Controls.approved.txt has their texts, and their
/// descriptions for a page.</summary>
public sealed class ControlsTests
{
    private static readonly Dictionary<string, Func<string>[]> _controls = new()
    {
        ["A slider begins in the middle on a step or where its code says"] =
        [
            Cell(() => Slider("α", 0, 1)),
            Cell(() => Slider("α", 0, 1, start: 0.25)),
            Cell(() => Slider("n", 1, 10, step: 1)),
            Cell(() => Slider("x", -0.3, 0.1, step: 0.2)),
            Cell(() => Slider("ε", 0, 2e-5)),
        ],
        ["A step is a round number"] =
        [
            Cell(() => Slider("α", 0, 5)),
            Cell(() => Slider("α", -0.1, 0.75)),
            Cell(() => Slider("α", 0, 300)),
            Cell(() => Slider("α", 0, 1e-7)),
        ],
        ["A slider has the position to which it was moved if that still exists"] =
        [
            Cell(() => Slider("α", -1, 1, start: 0.5), "0.74"),
            Cell(() => Slider("α", -1, 1, start: 0.5), "-1"),
            Cell(() => Slider("α", -1, 1, start: 0.5), "1.01"),
            Cell(() => Slider("α", -1, 1, start: 0.5), "NaN"),
            Cell(() => Slider("α", -1, 1, start: 0.5), "much"),
        ],
        ["One of several values is picked by its text"] =
        [
            Cell(() => Pick("rate", 0.1, 1)),
            Cell(() => Pick("rate", 0.1, 1), "1"),
            Cell(() => Pick("rate", 0.1, 1), "2"),
            Cell(() => Pick("<b>", "a<b", "\"")),
        ],
        ["A tick box is true or false"] =
        [
            Cell(() => Tick("bias")),
            Cell(() => Tick("bias", start: true)),
            Cell(() => Tick("bias", start: true), "false"),
        ],
    };

    public static TheoryData<string> Facts => [.. _controls.Keys];

    [Theory]
    [MemberData(nameof(Facts))]
    public void A_control_shows(string fact) =>
        ApprovedTexts.Check("Controls/Controls", fact, string.Concat(_controls[fact].Select(show => show() + "\n")));

    [Fact]
    public void An_end_that_is_rounded_outwards_is_the_end() =>
        Assert.Equal(-Math.PI, Moved(() => Slider("φ", -Math.PI, Math.PI), "-3.14159265359").Value);

    [Fact]
    public void A_drawn_digit_is_the_column_that_the_page_has_moved_to_the_middle()
    {
        byte[] ink = new byte[784], centred = new byte[784];
        (ink[0], ink[1], centred[14 * 28 + 13], centred[14 * 28 + 14]) = (255, 51, 255, 51);

        (Matrix<float> column, Control control) = Moved(
            () => DrawDigit("digit"), JsonSerializer.Serialize<byte[][]>([ink, centred]));

        Assert.Equal((784, 1), (column.Rows, column.Columns));
        Assert.Equal((1f, 0.2f, 1.2f), (column[14 * 28 + 13, 0], column[14 * 28 + 14, 0], column.Sum()));
        Assert.Equal("digit = 28 × 28 pixels, 2 of them inked", control.ToString());
        Assert.Equal(Convert.ToBase64String(ink), (string?)control.Facts["field"]!["value"]);
    }

    [Fact]
    public void A_field_for_a_digit_begins_empty_or_with_an_image_as_it_is()
    {
        Matrix<float> image = Matrix.Zeros<float>(784, 1);
        image[3, 0] = 1;
        Matrix<float> At(string choice) => Moved(() => DrawDigit("digit", image), choice).Value;

        Assert.Equal(0, Moved(() => DrawDigit("digit")).Value.Sum());
        Assert.All(["no image", "[null,null]", "[\"AA==\",\"AA==\"]", "[\"?\"]"], no => Assert.Equal(1, At(no)[3, 0]));
        Assert.Equal(0, At(JsonSerializer.Serialize(new[] { new byte[784], new byte[784] })).Sum());
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

    private static Func<string> Cell<T>(Func<T> cell, string? choice = null) => () =>
    {
        (T value, Control control) = Moved(cell, choice);
        // Of many positions, the first two and the last.
        string facts = Regex.Replace(control.Facts.ToJsonString(), "((?:\"[^\"]*\",){2})(?:\"[^\"]*\",){3,}", "$1…,");
        return FormattableString.Invariant($"{value}: {control.ToHtml()} {facts}");
    };

    /// <summary>A control in a host where the reader has made a choice.</summary>
    private static (T Value, Control Control) Moved<T>(Func<T> cell, string? choice = null)
    {
        Control? shown = null;
        Action<string, Func<string?, object>> show = (_, make) => shown = (Control)make(choice);
        AppContext.SetData("NeuralNotebooks.Host", new Dictionary<string, Delegate> { ["ShowControl"] = show });
        try
        {
            return (cell(), shown!);
        }
        finally
        {
            AppContext.SetData("NeuralNotebooks.Host", null);
        }
    }
}
