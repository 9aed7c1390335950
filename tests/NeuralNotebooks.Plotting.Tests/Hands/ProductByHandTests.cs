using static NeuralNotebooks.Plotting.Tests.Refusals;

namespace NeuralNotebooks.Plotting.Tests;

public class ProductByHandTests
{
    private static readonly Matrix<double> _left = Matrix.Of(new[,] { { 1, -1.5, 1.5 }, { -0.75, 2, -1.5 } }),
        _right = Matrix.Of(new double[,] { { 0, 1, 1, 1 }, { 1, 0, 0, 0 }, { 2, 0, 2, 1 } });

    [Theory]
    [InlineData(0, 0, "1.5")]
    [InlineData(0, 2, "4")]
    [InlineData(1, 3, "−2.25")]
    public void The_script_finds_the_entries_of_the_library_s_product(int row, int column, string sum)
    {
        DrawnFigure drawn = Drawn(row, column);
        drawn.AssertScriptAgrees();
        Assert.Equal(sum, drawn.Text("sum"));
    }

    [Fact]
    public void The_products_of_an_entry_are_written_in_full()
    {
        DrawnFigure drawn = Drawn(0, 2);
        Assert.Equal(
            ["1 · 1", "(−1.5) · 0", "1.5 · 2", "4"],
            new[] { "product0", "product1", "product2", "sum" }.Select(drawn.Text));
        Assert.Equal("Row 1, column 3: ", drawn.Text("where"));
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        Refused("W is 1×2: by hand", () => Plot.ProductByHand(("W", Matrix.Row(1.0, 2)), ("X", _right), "Z"));
        Refused("Row 2, column 0 is outside of Z", () => Plot.ProductByHand(("A", _left), ("B", _right), "Z", (2, 0)));
        Refused(
            "5 columns: there are colours for 4",
            () => Plot.ProductByHand(("A", Matrix.Ones<double>(2, 5)), ("B", Matrix.Ones<double>(5, 2)), "Z"));
    }

    private static DrawnFigure Drawn(int row, int column) =>
        new(Plot.ProductByHand(("δ", _left), ("Xᵀ", _right), "∂L/∂W", (row, column)));
}
