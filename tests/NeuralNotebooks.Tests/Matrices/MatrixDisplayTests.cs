using System.Xml.Linq;

namespace NeuralNotebooks.Tests.Matrices;

public class MatrixDisplayTests
{
    [Fact]
    public void Text_gives_the_shape_and_aligned_entries() => Assert.Equal(
        "2×3 matrix of double\n    1  -0.5  1000\n  NaN     2     ∞",
        Matrix.Of(new[,] { { 1, -0.5, 1000 }, { double.NaN, 2, double.PositiveInfinity } }).ToString());

    [Fact]
    public void A_table_has_the_shape_as_caption_and_headers_for_rows_and_columns()
    {
        XElement table = Parsed(Matrix.Of(new[,] { { 1f, -0.25f } }));
        Assert.Equal("1×2 matrix of float", table.Element("caption")!.Value);
        Assert.Equal(["", "0", "1"], table.Elements("tr").First().Elements("th").Select(header => header.Value));
        Assert.Equal("row", table.Elements("tr").Last().Element("th")!.Attribute("scope")!.Value);
        Assert.Equal(["1", "−0.25"], Cells(table));
    }

    [Fact]
    public void A_large_matrix_is_truncated_and_shows_its_full_shape()
    {
        XElement table = Parsed(Matrix.Zeros<float>(784, 60_000 / 100));
        Assert.Equal("784×600 matrix of float", table.Element("caption")!.Value);
        XElement[] rows = [.. table.Elements("tr")];
        Assert.Equal(
            ["", "0", "1", "2", "3", "4", "5", "6", "7", "…", "598", "599"],
            rows[0].Elements().Select(header => header.Value)
        );
        Assert.Equal(
            ["", "0", "1", "2", "3", "4", "5", "6", "7", "…", "782", "783"],
            rows.Select(row => row.Elements().First().Value)
        );
        Assert.Equal(12, Matrix.Zeros<float>(784, 600).ToString().Split('\n').Length);
    }

    [Fact]
    public void A_matrix_of_eleven_rows_is_shown_whole() => Matrix.Zeros<double>(11, 11).ToHtml().ShouldNotContain("…");

    [Fact]
    public void Shades_show_sign_and_size_and_zero_has_none()
    {
        XElement[] cells = [.. Parsed(Matrix.Row(-2, -1, 0, 1, 2, double.NaN)).Descendants("td")];
        Assert.Equal(
            [
                "rgba(0,114,178,0.6)",
                "rgba(0,114,178,0.3)",
                "",
                "rgba(213,94,0,0.3)",
                "rgba(213,94,0,0.6)",
                "rgba(204,121,167,0.6)",
            ],
            cells.Select(cell => cell.Attribute("style")!.Value.Split("background:").ElementAtOrDefault(1) ?? "")
        );
    }

    [Fact]
    public void A_rounded_number_shows_all_digits_in_a_tooltip()
    {
        XElement[] cells = [.. Parsed(Matrix.Row(1f / 3, 0.1f)).Descendants("td")];
        Assert.Equal("0.33333334", cells[0].Attribute("title")!.Value);
        Assert.Null(cells[1].Attribute("title"));
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(3, 0)]
    [InlineData(0, 0)]
    public void An_empty_matrix_shows_its_shape(int rows, int columns)
    {
        var matrix = new Matrix<double>(rows, columns);
        Assert.Equal(matrix.ToString().Split('\n')[0], Parsed(matrix).Element("caption")!.Value);
        Assert.Empty(Parsed(matrix).Descendants("td"));
    }

    [Fact]
    public void What_is_shown_is_the_same_under_a_german_locale()
    {
        Matrix<double> matrix = Matrix.Of(new[,] { { -0.5, 1234.5678, 1e-9 } });
        (string html, string text) = (matrix.ToHtml(), matrix.ToString());
        using IDisposable comma = DecimalComma.Begin();
        Assert.Equal((html, text), (matrix.ToHtml(), matrix.ToString()));
        text.ShouldContain("0.5");
    }

    private static XElement Parsed<T>(Matrix<T> matrix)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => XElement.Parse(matrix.ToHtml());

    private static IEnumerable<string> Cells(XElement table) => table.Descendants("td").Select(cell => cell.Value);
}
