using System.Globalization;
using System.Xml.Linq;
namespace NeuralNotebooks.Plotting.Tests;

public class EquationTests
{
    private static readonly Matrix<double> _column =
        Matrix.Column(2, -1), _row = Matrix.Row(3, 0.5, 1), _outer = _column * _row;

    [Fact]
    public void Every_entry_is_a_cell_with_its_number_and_every_matrix_has_its_name_and_shape()
    {
        XElement svg = Svg(Plot.Equation(("", "δ", _column), ("·", "aᵀ", _row), ("=", "∂L/∂W", _outer)));

        Assert.Equal(2 + 3 + 6, svg.Descendants().Count(e => e.Name.LocalName == "rect"));
        string[] texts = [.. svg.All("text").Select(e => e.Value)];
        Assert.Equal(
            ["2", "−1", "δ", "2 × 1", "·", "3", "0.5", "1", "aᵀ", "1 × 3", "=", "6", "1", "2", "−3", "−0.5", "−1",
            "∂L/∂W", "2 × 3"], texts);
    }

    [Fact]
    public void Signs_are_applied_from_left_to_right()
    {
        Matrix<double> mask = Matrix.Of(new double[,] { { 1, 0, 1 }, { 0, 1, 0 } });

        Plot.Equation(
            ("", "δ", _column), ("·", "aᵀ", _row), ("⊙", "g′", mask), ("+", "M", mask), ("−", "M", mask),
            ("=", "all", _outer.Hadamard(mask)));
    }

    [Fact]
    public void An_equation_may_begin_with_a_function_of_its_first_matrix()
    {
        Picture picture = Plot.Equation(
            ("σ", "Z", Matrix.Row(-Math.Log(3), 0, Math.Log(3))), ("=", "A", Matrix.Row(0.25, 0.5, 0.75)));

        Assert.Equal(["σ", "−1.1", "0", "1.1", "Z", "1 × 3", "=", "0.25", "0.5", "0.75", "A", "1 × 3"],
            Svg(picture).All("text").Select(e => e.Value));
        Plot.Equation(("relu", "z", Matrix.Row(-1, 2)), ("=", "h", Matrix.Row(0, 2)));
        Plot.Equation(("tanh", "z", Matrix.Row(0.5)), ("=", "h", Matrix.Row(0.46211715726)));
    }

    [Fact]
    public void Sign_and_size_are_seen_as_colour()
    {
        XElement[] cells =
            [.. Svg(Plot.Equation(("", "v", Matrix.Row(-4, 2, 0)))).All("rect")];

        Assert.NotEqual((string?)cells[0].Attribute("fill"), (string?)cells[1].Attribute("fill"));
        Assert.Equal(
            [0.5, 0.25, 0],
            cells.Select(cell => double.Parse((string)cell.Attribute("fill-opacity")!, CultureInfo.InvariantCulture)));
    }

    private static XElement Svg(Picture picture) => new DrawnCircuit(picture).Svg;
}
