using Plotly.NET;
using Plotly.NET.CSharp;
using Plotly.NET.LayoutObjects;
using Chart = Plotly.NET.CSharp.Chart;

namespace Figures;

/// <summary>The data of the cases, and charts that many of them use. Every call makes a new chart, since the styling
/// methods change their chart.</summary>
internal static class Samples
{
    public static readonly double[] x = [0, 1, 2, 3], y = [0.5, -1, 2.25, 4], lo = [0, -2, 2, 3], hi = [1, 0, 3, 5];
    public static readonly int[] epochs = [1, 2, 3, 4];
    public static readonly float[] lossF = [1.5f, 0.75f, 0.5f, 0.25f];
    public static readonly double[][] z = [[1, 2, 3], [2, 4, 8]];
    public static readonly string[] labels = ["a", "b", "c", "d"];
    public static readonly DateTime[] days =
        [new(2024, 2, 28), new(2024, 2, 29, 12, 30, 0), new(2024, 3, 1, 0, 0, 0, 250),
        new(2024, 3, 2, 0, 0, 0, DateTimeKind.Utc)];

    public static GenericChart Line() => Chart.Line<double, double, string>(x, y, Name: "line");

    public static GenericChart Dots() => Chart.Point<double, double, string>(x, hi, Name: "dots");

    public static GenericChart Columns() => Chart.Column<double, string, string>(y, Keys: labels);

    public static GenericChart Map() => Chart.Heatmap<double, double, double, string>(zData: z);

    public static GenericChart Numbers() => Chart.AnnotatedHeatmap<int, string, string, string>(
        zData: new[] { new[] { 1 } }, annotationText: new[] { new[] { "one" } });

    public static Trace Trace()
    {
        Trace trace = new("scatter");
        trace.SetProperty("x", x);
        trace.SetProperty("mode", "markers");
        return trace;
    }

    public static Layout Layout()
    {
        LinearAxis axis = new();
        axis.SetProperty("title", "time");
        axis.SetProperty("showgrid", false);
        Layout layout = new();
        layout.SetProperty("xaxis", axis);
        return layout;
    }

    public static GenericChart LogY(GenericChart chart) =>
        chart.WithYAxisStyle<double, double, string>(AxisType: StyleParam.AxisType.Log);

    public static GenericChart Titled(GenericChart chart, string text)
    {
        chart.GetLayout().SetProperty("title", Heading(text));
        return chart;
    }

    public static Title Heading(string text)
    {
        Title title = new();
        title.SetProperty("text", text);
        return title;
    }
}
