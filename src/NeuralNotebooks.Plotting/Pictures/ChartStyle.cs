using Plotly.NET;
using Plotly.NET.CSharp;

namespace NeuralNotebooks.Plotting;

/// <summary>Styles for a chart that Plotly.NET has for F# only, or with type arguments that C# cannot infer.</summary>
/// <remarks>Each method changes the chart and returns it, like the methods of Plotly.NET.</remarks>
public static class ChartStyle
{
    /// <summary>Puts a title above the chart.</summary>
    public static GenericChart WithTitle(this GenericChart chart, string title)
    {
        chart.GetLayout().SetProperty("title", Title.init(title));
        return chart;
    }

    /// <summary>Shows or hides the legend.</summary>
    public static GenericChart WithLegend(this GenericChart chart, bool isShown)
    {
        chart.GetLayout().SetProperty("showlegend", isShown);
        return chart;
    }

    /// <summary>Gives the x axis a title, and a range; without one the range follows from the data.</summary>
    public static GenericChart WithXAxisStyle(
        this GenericChart chart, string title, (double From, double To)? MinMax = null) =>
        chart.WithXAxisStyle<double, double, string>(TitleText: title, MinMax: Range(MinMax));

    /// <summary>Gives the y axis a title, and a range; without one the range follows from the data.</summary>
    public static GenericChart WithYAxisStyle(
        this GenericChart chart, string title, (double From, double To)? MinMax = null) =>
        chart.WithYAxisStyle<double, double, string>(TitleText: title, MinMax: Range(MinMax));

    /// <summary>Makes the x axis logarithmic.</summary>
    public static GenericChart LogX(this GenericChart chart)
    {
        chart.WithXAxisStyle<double, double, string>(AxisType: StyleParam.AxisType.Log);
        SetAxis(chart, "xaxis", ("nticks", Axis.LogTicks), ("tickformat", Axis.LogFormat));
        return chart;
    }

    /// <summary>Makes the x axis logarithmic, with labels at some values.</summary>
    public static GenericChart LogX<T>(this GenericChart chart, IEnumerable<T> at)
        where T : INumber<T>
    {
        SetTicks(chart.LogX(), "xaxis", [.. at.Select(double.CreateChecked)]);
        return chart;
    }

    /// <summary>Makes the y axis logarithmic.</summary>
    public static GenericChart LogY(this GenericChart chart)
    {
        chart.WithYAxisStyle<double, double, string>(AxisType: StyleParam.AxisType.Log);
        SetAxis(chart, "yaxis", ("nticks", Axis.LogTicks), ("tickformat", Axis.LogFormat));
        return chart;
    }

    /// <summary>Makes the y axis logarithmic, with labels at some values.</summary>
    public static GenericChart LogY(this GenericChart chart, IEnumerable<double> at)
    {
        SetTicks(chart.LogY(), "yaxis", [.. at]);
        return chart;
    }

    /// <summary>Writes the number of each bar on it.</summary>
    public static GenericChart WithNumbers(this GenericChart chart)
    {
        foreach (Plotly.NET.Trace bars in GenericChart.getTraces(chart))
        {
            // As plotly.js would format them, but with a true minus sign.
            var values = (System.Collections.IEnumerable)bars.GetPropertyValue("y");
            bars.SetProperty("text", values.Cast<object>().Select(value =>
                NumberText.Html(Convert.ToDouble(value, CultureInfo.InvariantCulture))).ToArray());
            bars.SetProperty("textangle", 0);
        }
        return chart;
    }

    extension(Title)
    {
        /// <summary>A title with a text, as the documentation of Plotly.NET writes it. The function of Plotly.NET has
        /// eleven more parameters, which are not optional in C#.</summary>
#pragma warning disable IDE1006 // The name is Plotly.NET's.
        public static Title init(string text)
#pragma warning restore IDE1006
        {
            Title title = new();
            title.SetProperty("text", text);
            return title;
        }
    }

    private static void SetAxis(GenericChart chart, string axis, params (string Name, object Value)[] properties)
    {
        var part = (DynamicObj.DynamicObj)chart.GetLayout().GetPropertyValue(axis);
        foreach ((string name, object value) in properties)
            part.SetProperty(name, value);
    }

    /// <summary>Labels an axis at some values: with powers of ten if all are, and there are small ones.</summary>
    private static void SetTicks(GenericChart chart, string axis, double[] values)
    {
        bool arePowers = values.Min() < 1e-3
            && values.All(value => Math.Abs(Math.IEEERemainder(Math.Log10(value), 1)) < 1e-9);
        SetAxis(chart, axis, ("tickvals", values), ("ticktext", values.Select(value => arePowers
            ? $"10<sup>{NumberText.Html(Math.Round(Math.Log10(value)))}</sup>" : NumberText.Html(value)).ToArray()));
    }

    private static Optional<Tuple<double, double>> Range((double From, double To)? ends) =>
        ends is { } range ? range.ToTuple() : default(Optional<Tuple<double, double>>);
}
