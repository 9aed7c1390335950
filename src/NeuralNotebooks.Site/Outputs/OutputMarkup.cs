namespace NeuralNotebooks.Site;

/// <summary>Renders a cell's outputs as HTML.</summary>
internal static partial class OutputMarkup
{
    /// <summary>The outputs in order; consecutive pieces of one stream are merged into one block. Scripts that draw
    /// figures are left out, since the page has them.</summary>
    public static string Of(IEnumerable<Output> outputs, PageScope scope) =>
        string.Concat(Joined(outputs).Select(output =>
            scope.Report.Try("an output cannot be rendered, and is left out", () => output switch
            {
                StreamOutput stream => Stream(stream),
                DisplayData { AreScripts: true } => "",
                DisplayData display => Rich(display.Data, display.Metadata, scope),
                ExecuteResult result => Rich(result.Data, result.Metadata, scope),
                ErrorOutput error => Error(error),
                _ => "",
            })));

    private static IEnumerable<Output> Joined(IEnumerable<Output> outputs)
    {
        var text = new StringBuilder();
        StreamName? open = null;
        foreach (Output? output in outputs.Append(null))
        {
            var next = output as StreamOutput;
            if (open is { } name && next?.Name != name)
            {
                yield return new StreamOutput(name, text.ToString());
                text.Clear();
            }

            open = next?.Name;
            if (next is not null)
                text.Append(next.Text);
            else if (output is not null)
                yield return output;
        }
    }

    private static string Stream(StreamOutput stream)
    {
        string text = Html.Escape(TerminalText.Of(stream.Text).TrimEnd('\n'));
        string kind = stream.Name == StreamName.Stderr ? "stream stderr\" aria-label=\"Standard error" : "stream";
        return text.Length == 0 ? "" : $"<pre class=\"{kind}\"{Written(stream.Text)}>{text}</pre>";
    }

    /// <summary>The attribute from which the script <c>terminal.js</c> shows a text as a terminal does; empty for plain
    /// text.</summary>
    private static string Written(string text) =>
        TerminalText.IsSpecial(text)
            ? $" data-nn-written=\"{Html.Escape(JsonSerializer.Serialize(text))}\""
            : "";

    private static string Rich(MimeBundle data, JsonObject metadata, PageScope scope)
    {
        if (data.Text(Diagram.MimeType) is { } diagram && !scope.IsUntrusted)
            return $"""<div class="rich">{Diagram.Of(diagram, scope)}</div>""";
        string leftOut = "";
        if (data.Text(MimeBundle.Html) is { } html)
        {
            string clean = scope.Clean(html);
            if (!scope.IsUntrusted || IsVisible(clean))
                return $"""<div class="rich">{clean}</div>""";
            leftOut = "<p><em>An output with scripts was left out.</em></p>";
        }

        return leftOut + WithoutHtml(data, metadata, scope);
    }

    /// <summary>The first representation other than HTML that a page can show: an image, text or a formula.</summary>
    private static string WithoutHtml(MimeBundle data, JsonObject metadata, PageScope scope)
    {
        if (ImageData.Of(data) is var (type, content))
            return Image(
                ImageData.Url(type, content),
                data.Text(MimeBundle.PlainText)?.Trim() ?? "",
                Size(metadata[type] as JsonObject ?? metadata));
        if (data.Text("text/markdown") is { } markdown)
            return $"""<div class="rich">{ProseRenderer.Render(markdown, scope)}</div>""";
        if (data.Text("text/latex") is { } latex)
            return $"""<div class="formula">{scope.Formula(latex.Trim().Trim('$'), display: true)}</div>""";

        string? text =
            data.Text(MimeBundle.PlainText)
            ?? data.Types.Where(type => type != MimeBundle.Html && !type.StartsWith("image/", StringComparison.Ordinal))
                .Select(data.Text)
                .FirstOrDefault();
        if (
            text is null
            && data.Types.FirstOrDefault(type => type.StartsWith("image/", StringComparison.Ordinal)) is { } broken
        )
            scope.Report.Add($"an output of the type {broken} is not an image that a page can show");
        return text is null ? "" : $"<pre class=\"value\"{Written(text)}>{Html.Escape(TerminalText.Of(text))}</pre>";
    }

    /// <summary>An <c>img</c> element, also for an SVG: its style rules and ids then have no effect on the page, and it
    /// still follows the page's light or dark theme.</summary>
    private static string Image(string source, string alternative, string size)
        => $"""<div class="rich"><img src="{source}" alt="{Html.Escape(alternative)}"{size} /></div>""";

    private static bool IsVisible(string html) =>
        HtmlTags.In(html).Any(tag => tag.Name is "img" or "svg") || !string.IsNullOrWhiteSpace(Tag().Replace(html, ""));

    private static string Size(JsonObject metadata)
        => string.Concat(((string[])["width", "height"]).Select(name =>
            metadata[name] is JsonValue value && value.TryGetValue(out double pixels)
                ? Invariant($" {name}=\"{pixels:0}\"")
                : ""));

    private static string Error(ErrorOutput error)
    {
        string message = Html.Escape(TerminalText.Of(error.Message).Trim());
        string text = TerminalText.Of(error.Details());
        string details = string.IsNullOrWhiteSpace(text) ? "" : $"<pre>{Html.Escape(text)}</pre>";
        return $"""
            <div class="error" role="group" aria-label="Error"><p><strong>{Html.Escape(
                error.Name)}</strong> <span>{message}</span></p>{details}</div>
            """;
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
