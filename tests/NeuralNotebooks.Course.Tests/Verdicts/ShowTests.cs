namespace NeuralNotebooks.Course.Tests;

public class ShowTests
{
    private static readonly Show _table = Show.Table(["", "w", "steps"], ["a < b", -0.41577, 1000], ["late", 0.0, -3]);

    [Fact]
    public void Numbers_are_aligned_in_columns_with_four_digits_in_every_locale()
    {
        using IDisposable comma = DecimalComma.Begin();

        Assert.Equal("              w   steps\na < b   −0.4158    1000\n late         0      −3", _table.ToString());
    }

    [Fact]
    public void Text_cannot_become_markup()
    {
        string html = _table.ToHtml();

        html.ShouldContain(">a &lt; b</th>");
    }

    [Fact]
    public void A_table_may_have_a_row_for_each_of_several_things() =>
        Assert.Equal(
            Show.Table(["n", "n²"], [2, 4], [3, 9]).ToString(),
            Show.Table(["n", "n²"], new[] { 2, 3 }, n => [n, n * n]).ToString());

    [Fact]
    public void A_row_of_another_length_than_the_header_is_named() =>
        Fails.With<ArgumentException>(
            "Row 2 of the table has 1 entries; its header has 2.",
            () => Show.Table(["", "w"], ["right", 1.0], ["short"])
        );
}
