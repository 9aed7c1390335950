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
    public void A_matrix_is_a_table_with_names_of_its_rows_and_columns() =>
        Assert.Equal(
            Show.Table(["score", "x", "y", "z"], ["a", 1.5, 2, 3], ["b", 4, 5, 6]).ToString(),
            Show.Table("score", Matrix.Of(new[,] { { 1.5, 2, 3 }, { 4, 5, 6 } }), ["a", "b"], ["x", "y", "z"])
                .ToString());

    [Theory]
    [InlineData(1, 3)]
    [InlineData(2, 4)]
    public void A_matrix_has_a_name_for_each_row_and_column(int rows, int columns) =>
        Fails.With<ArgumentException>(
            $"'score' is 2×3; it has names for {rows} rows and {columns} columns.",
            () => Show.Table("score", Matrix.Zeros<double>(2, 3), new string[rows], new string[columns]));

    [Fact]
    public void A_row_of_another_length_than_the_header_is_named() =>
        Fails.With<ArgumentException>(
            "Row 2 of the table has 1 entries; its header has 2.",
            () => Show.Table(["", "w"], ["right", 1.0], ["short"]));
}
