using System.Globalization;
using System.Net;
using System.Text;

namespace NeuralNotebooks.Speed;

/// <summary>A page with the picture of what was measured, and the numbers below it.</summary>
internal static class SpeedPage
{
    public static void Write(SpeedReport report) => File.WriteAllText(report.Page, Html(report));

    internal static string Html(SpeedReport report)
    {
        bool isLadder = report.Kind == "gemm";
        string title = isLadder ? "The ladder of the matrix product" : "Training speed";
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
            body { font-family: system-ui, sans-serif; max-width: 62rem;
              margin: 2rem auto; padding: 0 1rem; line-height: 1.5; }
            .table { overflow-x: auto; }
            table { border-collapse: collapse; font-variant-numeric: tabular-nums; white-space: nowrap; }
            th, td { padding: 0.2rem 0.8rem;
              border-bottom: 1px solid color-mix(in srgb, currentColor 20%, transparent); }
            .number { text-align: right; }
            .text { text-align: left; font-weight: inherit; }
            thead .text { font-weight: bold; white-space: normal; max-width: 10rem; }
            small { opacity: 0.75; margin-left: 0.5em; display: inline-block; width: 2.5em; }
            </style>
            </head>
            <body>
            <h1>{{title}}</h1>
            <p>{{Encode(report.Cpu)}}, {{report.Cores}} cores, vectors of {{report.VectorBits}} bits. {{Encode(
                Peaks(report)
            )}}</p>
            {{(isLadder ? LadderPicture.Of(report) : TrainingPicture.Of(report)).ToHtml()}}

            """);
        foreach (string note in report.Notes)
            html.Append(CultureInfo.InvariantCulture, $"<p>{Encode(note)}</p>\n");
        html.Append("<div class=\"table\">\n<table>\n");
        if (isLadder)
            AppendLadder(html, report);
        else
            AppendTraining(html, report);
        html.Append("</table>\n</div>\n</body>\n</html>\n");
        return html.ToString();
    }

    /// <summary>The name of a measurement with its number of threads.</summary>
    internal static string Name(string series, int threads) =>
        threads == 1 ? series : $"{series}, {Threads(threads)}";

    internal static string Threads(int count) => Invariant($"{count} thread{(count == 1 ? "" : "s")}");

    /// <summary>A row for each stage, a column for each size.</summary>
    private static void AppendLadder(StringBuilder html, SpeedReport report)
    {
        string[] sizes = [.. report.Rows.Select(row => row.Case).Distinct()];
        AppendHead(html, "GFLOP/s and share of the peak at n =", [], sizes);
        foreach (var stage in report.Rows.GroupBy(row => Name(row.Series, row.Threads)))
        {
            Dictionary<string, SpeedRow> rows = stage.ToDictionary(row => row.Case);
            html.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\" class=\"text\">{Encode(stage.Key)}</th>");
            foreach (string size in sizes)
                html.Append(
                    rows.TryGetValue(size, out SpeedRow? row)
                        ? Number($"{row.Value:0.0} <small>{row.Share:0%}</small>")
                        : Number($"")
                );
            html.Append("</tr>\n");
        }
        html.Append("</tbody>\n");
    }

    private static void AppendTraining(StringBuilder html, SpeedReport report)
    {
        AppendHead(html, "case", ["network"], ["threads", report.Unit, "share of the peak"]);
        foreach (SpeedRow row in report.Rows)
        {
            html.Append(
                    CultureInfo.InvariantCulture,
                    $"<tr><th scope=\"row\" class=\"text\">{Encode(row.Series)}</th><td>{Encode(row.Case)}</td>"
                )
                .Append(Number($"{row.Threads}"))
                .Append(Number($"{row.Value:#,0}"))
                .Append(Number($"{row.Share:0.0%}"))
                .Append("</tr>\n");
        }
        html.Append("</tbody>\n");
    }

    private static void AppendHead(StringBuilder html, string first, string[] texts, string[] numbers)
    {
        html.Append("<thead><tr>");
        foreach (string text in texts.Prepend(first))
            html.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\" class=\"text\">{Encode(text)}</th>");
        foreach (string number in numbers)
            html.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\" class=\"number\">{Encode(number)}</th>");
        html.Append("</tr></thead>\n<tbody>\n");
    }

    private static string Number(InvariantText.Handler text) =>
        $"<td class=\"number\">{Invariant(text)}</td>";

    private static string Peaks(SpeedReport report) =>
        "The peak of multiply-adds, measured in the same run, is "
        + string.Join(
            " and ",
            report.Peaks.Select(peak =>
                Invariant($"{peak.Gigaflops:0} GFLOP/s on {Threads(peak.Threads)}")
            )
        )
        + ".";

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
