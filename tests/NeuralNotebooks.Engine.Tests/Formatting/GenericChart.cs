namespace Plotly.NET;

/// <summary>The shape that the engine looks for, by name.</summary>
internal abstract class GenericChart(string title)
{
    public static string toJson(GenericChart chart) =>
        $$$"""{"data":[],"layout":{"title":{"text":"{{{chart.Title}}}"}},"config":{}}""";

    private string Title { get; } = title;

    internal sealed class Chart(string title) : GenericChart(title);
}
