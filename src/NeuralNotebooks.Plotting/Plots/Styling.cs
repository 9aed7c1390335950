using System.Globalization;
using System.Text.Json.Nodes;
using Plotly.NET;
using Plotly.NET.LayoutObjects;
using Chart = Plotly.NET.CSharp.Chart;

namespace NeuralNotebooks.Plotting;

/// <summary>Styling that the plots of the course share.</summary>
internal static class Styling
{
    private static readonly double[] _tickDigits = [1, 2, 5];

    /// <summary>Axis titles as plain text, and logarithmic scales where wanted.</summary>
    public static GenericChart WithAxes(this GenericChart chart, string x, string y)
    {
        // An empty title would still take up space.
        if (x.Length > 0)
            chart = chart.WithXAxisStyle(Title.init(Verbatim(x)));
        return y.Length > 0 ? chart.WithYAxisStyle(Title.init(Verbatim(y))) : chart;
    }

    /// <summary>A logarithmic axis for values that go from one positive number to another: labels at powers of ten, or at 1, 2 and 5 times them.</summary>
    public static LinearAxis Logarithmic(double from, double to)
    {
        double[] ticks = LogarithmicTicks(from, to);
        // Below half a decade the ticks of plotly.js are better.
        return ticks.Length == 0
            ? LinearAxis.init<double, double, double, double, double, double, double, double>(AxisType: StyleParam.AxisType.Log)
            : LinearAxis.init<double, double, double, double, double, string, double, double>(
                AxisType: StyleParam.AxisType.Log, TickMode: StyleParam.TickMode.Array, TickVals: ticks,
                TickText: ticks.Select(tick => LogarithmicLabel(tick, plain: from >= 0.99e-3 && to <= 1.01e4)).ToArray());
    }

    /// <summary>The same axis as plotly.js properties.</summary>
    public static JsonObject LogarithmicScale(double from, double to)
    {
        GenericChart carrier = Chart.Line<double, double, string>(new[] { from }, new[] { to }).WithXAxis(Logarithmic(from, to));
        return FigureData.Of(carrier).Layout["xaxis"]!.DeepClone().AsObject();
    }

    private static double[] LogarithmicTicks(double from, double to)
    {
        double decades = Math.Log10(to / from);
        int low = (int)Math.Floor(Math.Log10(from)) - 1, high = (int)Math.Ceiling(Math.Log10(to)) + 1, step = (int)Math.Ceiling(decades / 7);
        IEnumerable<int> powers = Enumerable.Range(low, high - low + 1);
        return decades switch
        {
            < 0.5 => [],
            < 1.5 => [.. powers.SelectMany(power => _tickDigits.Select(digit => digit * Math.Pow(10, power)))],
            _ => [.. powers.Where(power => power % step == 0).Select(power => Math.Pow(10, power))],
        };
    }

    // Plain numbers where all labels of the axis are short, otherwise powers.
    private static string LogarithmicLabel(double tick, bool plain)
    {
        int power = (int)Math.Floor(Math.Log10(tick) + 1e-9), digit = (int)Math.Round(tick / Math.Pow(10, power));
        return plain || power is 0 or 1
            ? NumberText.Html(digit * Math.Pow(10, power))
            : (digit == 1 ? "" : digit.ToString(CultureInfo.InvariantCulture) + "·") + PowerOfTen(power);
    }

    /// <summary>10⁻³ for −3, as a text.</summary>
    public static string PowerOfTen(int power) =>
        "10" + string.Concat(power.ToString(CultureInfo.InvariantCulture).Select(sign => sign == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹"[sign - '0']));

    /// <summary>Fixed ranges of both axes.</summary>
    public static GenericChart WithRanges(this GenericChart chart, (double From, double To) x, (double From, double To) y) => chart
        .WithXAxis(Fixed(x))
        .WithYAxis(Fixed(y));

    /// <summary>
    /// One unit is as long on both axes where that leaves a picture of ordinary proportions: then circles are round, and a step of descent
    /// is seen to be perpendicular to the contours.
    /// </summary>
    /// <param name="figure">A figure with fixed ranges.</param>
    /// <param name="x">The horizontal range.</param>
    /// <param name="y">The vertical range.</param>
    /// <param name="most">How many times as long as the other a side may be.</param>
    public static void ScaleEqually(this FigureData figure, (double From, double To) x, (double From, double To) y, double most)
    {
        double ratio = (x.To - x.From) / (y.To - y.From);
        if (ratio > most || ratio < 1 / most)
            return;
        figure.Layout["xaxis"]!["constrain"] = "domain";
        figure.Layout["yaxis"]!["constrain"] = "domain";
        figure.Layout["yaxis"]!["scaleanchor"] = "x";
    }

    /// <summary>Names instead of the numbers 0, 1, … on an axis.</summary>
    public static LinearAxis Named(IEnumerable<string> names)
    {
        string[] texts = [.. names.Select(Verbatim)];
        return LinearAxis.init<double, double, double, double, double, string, double, double>(
            TickMode: StyleParam.TickMode.Array, TickVals: Enumerable.Range(0, texts.Length).Select(k => (double)k).ToArray(), TickText: texts);
    }

    /// <summary>Text escaped for plotly.js, which interprets <c>&lt;b&gt;</c> and <c>&amp;lt;</c> as markup.</summary>
    public static string Verbatim(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);

    private static LinearAxis Fixed((double From, double To) range) =>
        LinearAxis.init<double, double, double, double, double, double, double, double>(Range: StyleParam.Range.NewMinMax(range.From, range.To));
}
