using System.Globalization;
using System.Text.RegularExpressions;
using M = NeuralNotebooks.Matrix<double>;

namespace NeuralNotebooks.Plotting.Tests;

public partial class HeatMapTests
{
    private sealed record Cell(double Left, double Top, double Width, double Height, string Colour, double Opacity);

    private static readonly M _w = Matrix.Of(new double[,] { { -1, 2, 0 }, { 0.5, -4, 1 } });

    [Theory]
    [InlineData("a heat map")]
    [InlineData("heat maps")]
    [InlineData("heat maps with names")]
    [InlineData("four wide heat maps")]
    public void Cells_are_squares_of_one_size(string name)
    {
        Cell[] cells = [.. Drawings(Gallery.Pictures[name]()).SelectMany(CellsOf)];

        Assert.All(cells, cell => Assert.Equal((cells[0].Width, cells[0].Width), (cell.Width, cell.Height)));
    }

    [Fact]
    public void Cells_contain_their_numbers_beside_the_numbers_of_rows_and_columns() =>
        Assert.Equal(
            ["−1", "2", "0", "0.5", "−4", "1", "0", "1", "0", "1", "2"],
            TextsOf(Assert.Single(Drawings(Plot.HeatMap(_w)))));

    [Fact]
    public void Blue_is_negative_and_orange_positive_and_the_largest_entry_of_all_maps_has_the_strongest_colour()
    {
        Cell[][] maps = [.. Drawings(Gallery.Pictures["heat maps"]()).Select(CellsOf)];

        Assert.Equal(("#0072b2", 0.09), (maps[0][0].Colour, maps[0][0].Opacity));
        Assert.Equal(("#d55e00", 0.18), (maps[0][1].Colour, maps[0][1].Opacity));
        Assert.Equal(0, maps[0][2].Opacity);
        Assert.Equal(("#0072b2", 0.7), (maps[1][4].Colour, maps[1][4].Opacity));
    }

    [Fact]
    public void Names_of_rows_do_not_reach_over_the_edge_of_the_drawing()
    {
        string[] names = ["from unit 1", "from unit 2"];
        string drawing = Assert.Single(Drawings(Plot.HeatMap(Matrix.Zeros<double>(2, 2), rows: names)));

        Assert.True(CellsOf(drawing)[0].Left >= 7 * names[0].Length + 8, drawing);
    }

    [Theory]
    [InlineData(3, 4, true)]
    [InlineData(2, 6, true)]
    [InlineData(4, 6, false)]
    public void Maps_are_side_by_side_if_their_cells_fit_on_the_page(int maps, int columns, bool fit)
    {
        IReadOnlyList<string>? rows = ["p", "q"], none = null;
        Picture picture = Plot.HeatMaps(
            [.. Enumerable.Range(0, maps).Select(k => ($"{k}", Matrix.Zeros<double>(2, columns), rows, none))]);
        double width = Drawings(picture).Sum(drawing => 12 + Number(WidthPattern().Match(drawing).Groups[1].Value));

        Assert.Equal(fit, width <= 704);
        Assert.InRange(CellsOf(Drawings(picture)[0])[0].Width, 36, 58);
    }

    [Fact]
    public void Numbers_are_as_large_as_their_cells_allow()
    {
        M small = Matrix.Of(new[,] { { -1.25, 0.5 } }), wide = Matrix.Zeros<double>(1, 12),
            longer = wide.Map(_ => -0.1234);

        Assert.Contains("font-size=\"15\"", Plot.HeatMap(small).ToHtml());
        Assert.Contains("font-size=\"15\"", Plot.HeatMap(wide).ToHtml());
        Assert.Contains("font-size=\"12\"", Plot.HeatMap(longer).ToHtml());
    }

    [Fact]
    public void Names_are_shown_as_they_are_written()
    {
        string html = Plot.HeatMaps(("<b>", _w, ["p & q", "r"], null)).ToHtml();

        html.ShouldContain(">&lt;b&gt;</text>", ">p &amp; q</text>", ">r</text>");
    }

    [Fact]
    public void A_large_matrix_with_many_columns_takes_the_width_of_the_page() =>
        Assert.DoesNotContain(
            "max-width", Plot.HeatMap(Matrix.Zeros<double>(2, 784)).ToHtml().Split("data-nn-picture")[1].Split('>')[0]);

    /// <summary>The drawing of each map.</summary>
    private static string[] Drawings(Picture picture) => [.. picture.ToHtml().Split("<svg ")[1..]];

    private static string[] TextsOf(string drawing) =>
        [.. TextPattern().Matches(drawing).Select(text => text.Groups[1].Value).Where(text => text.Length > 0)];

    private static Cell[] CellsOf(string drawing) => [.. CellPattern().Matches(drawing).Select(cell => new Cell(
        Number(cell.Groups[1].Value), Number(cell.Groups[2].Value), Number(cell.Groups[3].Value),
        Number(cell.Groups[4].Value), cell.Groups[5].Value, Number(cell.Groups[6].Value)))];

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex("""<rect x="(.*?)" y="(.*?)" width="(.*?)" height="(.*?)" fill="(.*?)" fill-opacity="(.*?)"/>""")]
    private static partial Regex CellPattern();

    [GeneratedRegex("<text [^>]*>([^<]*)</text>")]
    private static partial Regex TextPattern();

    [GeneratedRegex(" width=\"([^\"]*)\"")]
    private static partial Regex WidthPattern();
}
