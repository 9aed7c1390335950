using System.Globalization;
using System.Text.Json.Nodes;
using Plotly.NET;
using Plotly.NET.LayoutObjects;
using Chart = Plotly.NET.CSharp.Chart;

namespace NeuralNotebooks.Plotting;

/// <summary>What the plots of the course ask of charts again and again.</summary>
internal static class Styling
{
    /// <summary>Titles of the axes, as they are written, and logarithmic scales where wanted.</summary>
    public static GenericChart WithAxes(this GenericChart chart, string x, string y)
    {
        // An empty title would take its place all the same.
        if (x.Length > 0)
            chart = chart.WithXAxisStyle(Title.init(Verbatim(x)));
        return y.Length > 0 ? chart.WithYAxisStyle(Title.init(Verbatim(y))) : chart;
    }

    /// <summary>A logarithmic axis for values that go from one positive number to another: labels at powers of ten, where there are some.</summary>
    public static LinearAxis Logarithmic(double from, double to)
    {
        double decades = Math.Log10(to / from);
        return decades is >= 1.5 and <= 8
            ? LinearAxis.init<double, double, double, double, double, double, double, double>(
                AxisType: StyleParam.AxisType.Log, DTick: 1.0, ExponentFormat: StyleParam.ExponentFormat.Power)
            : LinearAxis.init<double, double, double, double, double, double, double, double>(
                AxisType: StyleParam.AxisType.Log, ExponentFormat: StyleParam.ExponentFormat.Power);
    }

    /// <summary>The same axis in the words of plotly.js.</summary>
    public static JsonObject LogarithmicScale(double from, double to)
    {
        GenericChart carrier = Chart.Line<double, double, string>(new[] { from }, new[] { to }).WithXAxis(Logarithmic(from, to));
        return FigureData.Of(carrier).Layout["xaxis"]!.DeepClone().AsObject();
    }

    /// <summary>10⁻³ for −3, as a text.</summary>
    public static string PowerOfTen(int power) =>
        "10" + string.Concat(power.ToString(CultureInfo.InvariantCulture).Select(sign => sign == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹"[sign - '0']));

    /// <summary>Fixed ranges of both axes.</summary>
    public static GenericChart WithRanges(this GenericChart chart, (double From, double To) x, (double From, double To) y) => chart
        .WithXAxis(Fixed(x))
        .WithYAxis(Fixed(y));

    /// <summary>Names instead of the numbers 0, 1, … on an axis.</summary>
    public static LinearAxis Named(IEnumerable<string> names)
    {
        string[] texts = [.. names.Select(Verbatim)];
        return LinearAxis.init<double, double, double, double, double, string, double, double>(
            TickMode: StyleParam.TickMode.Array, TickVals: Enumerable.Range(0, texts.Length).Select(k => (double)k).ToArray(), TickText: texts);
    }

    /// <summary>A text that plotly.js shows as it is: it would take <c>&lt;b&gt;</c> and <c>&amp;lt;</c> for markup.</summary>
    public static string Verbatim(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);

    private static LinearAxis Fixed((double From, double To) range) =>
        LinearAxis.init<double, double, double, double, double, double, double, double>(Range: StyleParam.Range.NewMinMax(range.From, range.To));
}
