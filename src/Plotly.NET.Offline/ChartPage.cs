using NeuralNotebooks;

namespace Plotly.NET;

/// <summary>A chart as a whole page, with plotly.js.</summary>
internal static class ChartPage
{
    public static string Document(GenericChart chart) =>
        $"""
        <!DOCTYPE html>
        <html>
        <head><meta charset="utf-8"><title>Chart</title>{PlotlyLibrary.Element}</head>
        <body>
        {ChartDrawing.OfChart(GenericChart.toJson(chart), _ => "")}
        </body>
        </html>
        """;
}
