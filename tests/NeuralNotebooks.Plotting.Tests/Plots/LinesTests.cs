using System.Text.Json;

namespace NeuralNotebooks.Plotting.Tests;

public class LinesTests
{
    [Theory]
    [InlineData(0.001, 1, new[] { "0.001", "0.01", "0.1", "1" })]
    [InlineData(1e-6, 1, new[] { "10⁻⁶", "10⁻⁵", "10⁻⁴", "10⁻³", "10⁻²", "10⁻¹", "1" })]
    [InlineData(0.3, 3, new[] { "0.5", "1", "2" })]
    [InlineData(2e-5, 1e-4, new[] { "2·10⁻⁵", "5·10⁻⁵", "10⁻⁴" })]
    [InlineData(1e-20, 1, new[] { "10⁻¹⁸", "10⁻¹⁵", "10⁻¹²", "10⁻⁹", "10⁻⁶", "10⁻³", "1" })]
    public void A_logarithmic_axis_has_a_few_readable_labels(double from, double to, string[] expected)
    {
        JsonElement axis = Page.Of(Plot.Lines([("a", new double[] { 0, 1 }, new[] { from, to })], logY: true))
            .Layout.GetProperty("yaxis");
        double[] places = axis.Numbers("tickvals");
        string[] labels = [.. axis.Texts("ticktext")];

        Assert.Equal(expected, labels.Where((_, i) => places[i] >= from * 0.999 && places[i] <= to * 1.001));
    }
}
