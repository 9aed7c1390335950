using System.Diagnostics;
using System.Globalization;
using Plotly.NET.LayoutObjects;
using static Plotly.NET.StyleParam;

namespace Plotly.NET.CSharp;

/// <summary>The fluent styling of charts; each method changes the chart that it is called on and returns it.</summary>
public static class GenericChartExtensions
{
    public static Layout GetLayout(this GenericChart gChart) => gChart.Layout;

    public static Trace[] GetTraces(this GenericChart gChart) => [.. gChart.Traces];

    public static GenericChart WithSize(
        this GenericChart gChart, Optional<int> Width = default, Optional<int> Height = default)
    {
        gChart.Layout["width"] = Width;
        gChart.Layout["height"] = Height;
        return gChart;
    }

    public static GenericChart WithTraceInfo(
        this GenericChart gChart, Optional<string> Name = default, Optional<Visible> Visible = default,
        Optional<bool> ShowLegend = default, Optional<string> LegendGroup = default,
        Optional<Title> LegendGroupTitle = default)
    {
        for (int i = 0; i < gChart.Traces.Count; i++)
        {
            Optional<string> numbered = !Name.IsSome || i == 0 ? Name
                : string.Create(CultureInfo.InvariantCulture, $"{Name.Value}_{i}");
            gChart.Traces[i].Merge(new()
            {
                ["name"] = numbered,
                ["visible"] = Visible,
                ["showlegend"] = ShowLegend,
                ["legendgroup"] = LegendGroup,
                ["legendgrouptitle"] = LegendGroupTitle,
            });
        }
        return gChart;
    }

    public static GenericChart WithXAxisStyle<MinType, MaxType, CategoryArrayType>(
        this GenericChart gChart, Optional<string> TitleText = default, Optional<Title> Title = default,
        Optional<AxisType> AxisType = default, Optional<Tuple<MinType, MaxType>> MinMax = default,
        Optional<bool> ShowLine = default, Optional<bool> ShowGrid = default, Optional<bool> ZeroLine = default,
        Optional<SubPlotId> Id = default)
        where MinType : IConvertible where MaxType : IConvertible where CategoryArrayType : IConvertible
    {
        Title title = new();
        title.Merge(Title.Or(new()));
        title["text"] = TitleText;
        gChart.Layout.UpdateAxis(Id.Or(SubPlotId.NewXAxis(1)), new LinearAxis
        {
            ["title"] = title,
            ["type"] = AxisType,
            ["range"] = MinMax.IsSome ? new object[] { MinMax.Value.Item1, MinMax.Value.Item2 } : null,
            ["showline"] = ShowLine,
            ["showgrid"] = ShowGrid,
            ["zeroline"] = ZeroLine,
        });
        return gChart;
    }

    public static GenericChart WithYAxisStyle<MinType, MaxType, CategoryArrayType>(
        this GenericChart gChart, Optional<string> TitleText = default, Optional<Title> Title = default,
        Optional<AxisType> AxisType = default, Optional<Tuple<MinType, MaxType>> MinMax = default,
        Optional<bool> ShowLine = default, Optional<bool> ShowGrid = default, Optional<bool> ZeroLine = default,
        Optional<SubPlotId> Id = default)
        where MinType : IConvertible where MaxType : IConvertible where CategoryArrayType : IConvertible =>
        gChart.WithXAxisStyle<MinType, MaxType, CategoryArrayType>(
            TitleText, Title, AxisType, MinMax, ShowLine, ShowGrid, ZeroLine, Id.Or(SubPlotId.NewYAxis(1)));

    /// <summary>Writes a page that draws the chart; the extension <c>.html</c> is added where it is missing.</summary>
    public static void SaveHtml(this GenericChart gChart, string path, Optional<bool> OpenInBrowser = default)
    {
        string file = path.EndsWith(".html", StringComparison.OrdinalIgnoreCase) ? path : path + ".html";
        File.WriteAllText(file, GenericChart.toEmbeddedHTML(gChart));
        if (OpenInBrowser.Or(false))
            Process.Start(new ProcessStartInfo(Path.GetFullPath(file)) { UseShellExecute = true })?.Dispose();
    }

    /// <summary>Opens a page with the chart in the browser.</summary>
    public static void Show(this GenericChart gChart) =>
        gChart.SaveHtml(Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.html"), OpenInBrowser: true);
}
