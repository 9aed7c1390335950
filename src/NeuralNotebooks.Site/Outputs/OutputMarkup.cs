using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;
using NeuralNotebooks.Engine;

namespace NeuralNotebooks.Site;

/// <summary>What a cell has shown, as HTML.</summary>
internal static class OutputMarkup
{
    /// <summary>The outputs in order; neighbouring pieces of one stream are one block.</summary>
    public static string Of(IEnumerable<Output> outputs, PageScope scope, PlotlyScripts plotly, ISet<string> scripts)
    {
        var html = new StringBuilder();
        foreach (Output output in Joined(outputs))
        {
            html.Append(output switch
            {
                StreamOutput stream => Stream(stream),
                DisplayData display => Rich(display.Data, display.Metadata, scope, plotly, scripts),
                ExecuteResult result => Rich(result.Data, result.Metadata, scope, plotly, scripts),
                ErrorOutput error => Error(error),
                _ => "",
            });
        }

        return html.ToString();
    }

    private static IEnumerable<Output> Joined(IEnumerable<Output> outputs)
    {
        StreamOutput? open = null;
        foreach (Output output in outputs)
        {
            if (output is StreamOutput next && open is not null && next.Name == open.Name)
            {
                open = new(open.Name, open.Text + next.Text);
                continue;
            }

            if (open is not null)
                yield return open;
            open = output as StreamOutput;
            if (open is null)
                yield return output;
        }

        if (open is not null)
            yield return open;
    }

    private static string Stream(StreamOutput stream)
    {
        string text = Html.Escape(TerminalText.Plain(stream.Text).TrimEnd('\n'));
        return text.Length == 0 ? ""
            : stream.Name == StreamName.Stderr ? $"""<pre class="stream stderr" aria-label="Standard error">{text}</pre>"""
            : $"""<pre class="stream">{text}</pre>""";
    }

    private static string Rich(MimeBundle data, JsonObject metadata, PageScope scope, PlotlyScripts plotly, ISet<string> scripts)
    {
        if (data.Text(MimeBundle.Html) is { } html)
            return $"""<div class="rich">{plotly.Extract(html, scripts)}</div>""";
        if (data.Text("image/svg+xml") is { } svg)
            return Image("image/svg+xml", Convert.ToBase64String(Encoding.UTF8.GetBytes(svg)), SvgText(svg) ?? Alternative(data), "");
        foreach (string type in (ReadOnlySpan<string>)["image/png", "image/jpeg", "image/gif", "image/webp"])
            if (data.Text(type) is { } image)
                return Image(type, image.ReplaceLineEndings(""), Alternative(data), Size(metadata[type] as JsonObject ?? metadata));
        if (data.Text("text/markdown") is { } markdown)
            return $"""<div class="rich">{ProseRenderer.Render(markdown, scope)}</div>""";
        if (data.Text("text/latex") is { } latex)
            return $"""<div class="formula">{scope.Formula(latex.Trim().Trim('$'), display: true)}</div>""";

        string? text = data.Text(MimeBundle.PlainText) ?? data.Types.Select(data.Text).FirstOrDefault();
        return text is null ? "" : $"""<pre class="value">{Html.Escape(TerminalText.Plain(text))}</pre>""";
    }

    /// <summary>As an image, an SVG keeps its style rules and ids to itself; it still follows the page's light or dark.</summary>
    private static string Image(string type, string base64, string alternative, string size)
        => $"""<div class="rich"><img src="data:{type};base64,{base64}" alt="{Html.Escape(alternative)}"{size} /></div>""";

    private static string Alternative(MimeBundle data) => data.Text(MimeBundle.PlainText)?.Trim() ?? "";

    private static string? SvgText(string svg)
    {
        try
        {
            using XmlReader reader = XmlReader.Create(new StringReader(svg), new() { DtdProcessing = DtdProcessing.Ignore });
            XElement root = XElement.Load(reader);
            string[] parts = [.. root.Elements().Where(e => e.Name.LocalName is "title" or "desc").Select(e => e.Value.Trim()).Where(t => t.Length > 0)];
            return parts.Length == 0 ? null : string.Join(". ", parts);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static string Size(JsonObject metadata)
        => string.Concat(((string[])["width", "height"]).Select(name =>
            metadata[name] is JsonValue value && value.TryGetValue(out double pixels)
                ? string.Create(CultureInfo.InvariantCulture, $" {name}=\"{pixels:0}\"")
                : ""));

    private static string Error(ErrorOutput error)
    {
        string message = TerminalText.Plain(error.Message).Trim();
        string trace = TerminalText.Plain(string.Join('\n', error.Traceback)).Trim('\n');
        string details = trace.Length == 0 || trace == message ? "" : $"<pre>{Html.Escape(trace)}</pre>";
        return $"""
            <div class="error" role="group" aria-label="Error"><p><strong>{Html.Escape(error.Name)}</strong> <span>{Html.Escape(message)}</span></p>{details}</div>
            """;
    }
}
