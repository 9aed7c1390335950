using System.Globalization;
using System.Net;
using System.Text;
using NeuralNotebooks.Plotting;
using Plotly.NET;
using Chart = Plotly.NET.CSharp.Chart;

namespace NeuralNotebooks.Speed;

/// <summary>A page with the picture of what was measured, and the numbers below it.</summary>
internal static class SpeedPage
{
    public static void Write(SpeedReport report) => File.WriteAllText(report.Page!, Html(report));

    internal static string Html(SpeedReport report)
    {
        string title = report.Kind == "gemm" ? "The ladder of the matrix product" : "Training";
        StringBuilder html = new();
        html.Append(CultureInfo.InvariantCulture, $$"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{{title}}</title>
            <style>
            :root { color-scheme: light dark; }
            body { font-family: system-ui, sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; line-height: 1.5; }
            table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
            th, td { padding: 0.2rem 0.8rem; text-align: right; border-bottom: 1px solid color-mix(in srgb, currentColor 20%, transparent); }
            th:first-child, td:first-child { text-align: left; }
            </style>
            </head>
            <body>
            <h1>{{title}}</h1>
            <p>{{Encode(report.Cpu)}}, {{report.Cores}} cores, vectors of {{report.VectorBits}} bits. {{Encode(Peaks(report))}}</p>
            {{(report.Kind == "gemm" ? LadderPicture(report) : TrainingPicture(report)).ToHtml()}}
            <table>
            <thead><tr><th>{{(report.Kind == "gemm" ? "stage" : "case")}}</th><th>{{(report.Kind == "gemm" ? "n" : "network")}}</th><th>threads</th><th>{{report.Unit}}</th><th>share of the peak</th></tr></thead>
            <tbody>

            """);
        foreach (SpeedRow row in report.Rows)
            html.Append(CultureInfo.InvariantCulture, $"<tr><td>{Encode(row.Series)}</td><td>{Encode(row.Case)}</td><td>{row.Threads}</td><td>{row.Value:#,0.#}</td><td>{row.Share:0.0%}</td></tr>\n");
        html.Append("</tbody>\n</table>\n</body>\n</html>\n");
        return html.ToString();
    }

    private static string Peaks(SpeedReport report) => "Measured in the same run, the peak of multiply-adds is " + string.Join(" and ", report.Peaks.Select(peak =>
        string.Create(CultureInfo.InvariantCulture, $"{peak.Gigaflops:0} GFLOP/s on {peak.Threads} thread{(peak.Threads == 1 ? "" : "s")}"))) + ".";

    private static Picture LadderPicture(SpeedReport report)
    {
        var series = report.Rows.GroupBy(row => Name(row.Series, row.Threads))
            .Select(group => (group.Key, group.Select(row => double.Parse(row.Case, CultureInfo.InvariantCulture)), group.Select(row => row.Value)));
        double[] ends = [report.Rows.Min(row => double.Parse(row.Case, CultureInfo.InvariantCulture)), report.Rows.Max(row => double.Parse(row.Case, CultureInfo.InvariantCulture))];
        var peaks = report.Peaks.Select(peak => (Name("FMA peak", peak.Threads), ends.AsEnumerable(), (IEnumerable<double>)[peak.Gigaflops, peak.Gigaflops]));
        return Plot.Lines([.. series, .. peaks], x: "n of an n × n by n × n product", y: "GFLOP/s", title: "Each stage and the roof above it", logX: true, logY: true);
    }

    private static Picture TrainingPicture(SpeedReport report)
    {
        GenericChart chart = Chart.Combine(report.Rows.GroupBy(row => row.Threads).Select(group => Chart.Column<double, string, string>(
            group.Select(row => 100 * row.Share), Keys: group.Select(row => row.Series).ToArray(), Name: Name("training", group.Key), ShowLegend: true)));
        string seen = string.Join("; ", report.Rows.Select(row => string.Create(CultureInfo.InvariantCulture, $"{Name(row.Series, row.Threads)}: {row.Share:0%}")));
        return Picture.Of(chart.WithXAxisStyle(Title.init("case")).WithYAxisStyle(Title.init("% of what the peak would allow")), $"Columns of the share of the FMA peak that training reaches: {seen}.")
            .WithTitle("How near training comes to the limit of the machine");
    }

    private static string Name(string series, int threads) => threads == 1 ? series : string.Create(CultureInfo.InvariantCulture, $"{series}, {threads} threads");

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
