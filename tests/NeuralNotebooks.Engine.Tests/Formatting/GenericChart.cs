namespace Plotly.NET;

/// <summary>The shape that the engine looks for, by name.</summary>
internal abstract class GenericChart
{
    public static string toChartHTML(GenericChart chart) => chart is null ? "" : "<chart/>";

    internal sealed class Chart : GenericChart;
}
