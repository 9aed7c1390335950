using System.Text.Json.Nodes;
using Plotly.NET;
using Plotly.NET.TraceObjects;
using Chart = Plotly.NET.CSharp.Chart;

namespace NeuralNotebooks.Plotting;

public static partial class Plot
{
    /// <summary>One bar for each named value, with the value on it.</summary>
    /// <exception cref="ArgumentException">There are no bars, or a value is not finite.</exception>
    public static Picture Bars(IEnumerable<(string Name, double Value)> bars, string y = "value", string title = "")
    {
        (string Name, double Value)[] all = Checked.Some(bars, "bars");
        double[] values = Checked.Numbers(all.Select(bar => bar.Value), "The bars' value");
        GenericChart chart = Chart.Column<double, string, string>(
            values, Keys: all.Select(bar => Styling.Verbatim(bar.Name)).ToArray(), MultiText: values.Select(NumberText.Html).ToArray(),
            TextPosition: StyleParam.TextPosition.Auto, MarkerColor: Palette.Of(0));
        FigureData figure = FigureData.Of(chart.WithAxes("", y));
        figure.Trace(0)["insidetextfont"] = new JsonObject { ["color"] = Palette.TextOn(Palette.Blue, 1), ["size"] = 14 };
        figure.Layout["xaxis"] = new JsonObject { ["showgrid"] = false };
        return Picture.Of(figure, $"Bar chart of {y}: {string.Join(", ", all.Select(bar => $"{bar.Name} {NumberText.Plain(bar.Value)}"))}.").WithTitle(title);
    }

    /// <summary>A histogram with about <paramref name="bins"/> bins of equal width.</summary>
    /// <exception cref="ArgumentException">There are no values, or one is not finite.</exception>
    public static Picture Histogram(IEnumerable<double> values, string x = "value", string title = "", int bins = 30)
    {
        double[] all = Checked.Numbers(values, "The histogram's value");
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bins);
        GenericChart chart = Chart.Histogram<double, double, string>(X: all, NBinsX: bins, MarkerColor: Palette.Of(0));
        return Picture.Of(chart.WithAxes(x, "count"), $"Histogram of {x}: {Summary(all)}.").WithTitle(title);
    }

    /// <summary>Each value of each group as a point, and a line at each group's mean: accuracies over 20 splits, say.</summary>
    /// <exception cref="ArgumentException">There are no groups, one is empty, or a value is not finite.</exception>
    public static Picture Strip(IEnumerable<(string Name, IEnumerable<double> Values)> groups, string y = "value", string title = "")
    {
        (string Name, double[] Values)[] all = [.. Checked.Some(groups, "groups").Select(group => (group.Name, Checked.Numbers(group.Values, $"The group '{group.Name}'")))];
        List<GenericChart> layers = [];
        for (int k = 0; k < all.Length; k++)
        {
            double[] values = all[k].Values;
            double mean = values.Average();
            layers.Add(Chart.Point<double, double, string>(
                values.Select((_, i) => k + Jitter(i)).ToArray(), values, ShowLegend: false, Marker: Marker.init(Color: Palette.Of(k), Size: 8, Opacity: 0.6)));
            layers.Add(Chart.Line<double, double, string>(
                new[] { k - 0.28, k + 0.28 }, new[] { mean, mean }, ShowLegend: false, LineColor: Color.fromString(Palette.Ink), LineWidth: 2.5));
        }
        GenericChart chart = Chart.Combine(layers).WithAxes("", y).WithXAxis(Styling.Named(all.Select(group => group.Name)));
        FigureData figure = FigureData.Of(chart);
        figure.Layout["xaxis"]!["range"] = new JsonArray(-0.6, all.Length - 0.4);
        figure.Layout["xaxis"]!["showgrid"] = false;
        return Picture.Of(figure, $"Points of {y}, with means: {string.Join("; ", all.Select(group => $"{group.Name}, {Summary(group.Values)}"))}.").WithTitle(title);
    }

    // Deterministic jitter: multiples of the golden ratio spread the points of a group evenly.
    private static double Jitter(int index) => 0.4 * ((index * 0.6180339887498949 % 1) - 0.5);

    private static string Summary(double[] values)
    {
        double mean = values.Average();
        return $"{values.Length} values from {NumberText.Plain(values.Min())} to {NumberText.Plain(values.Max())}, mean {NumberText.Plain(mean)}";
    }
}
