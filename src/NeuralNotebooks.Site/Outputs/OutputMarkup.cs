namespace NeuralNotebooks.Site;

internal static class OutputMarkup
{
    public static string Blank { get; } = string.Concat(
        Stream(StreamName.Stdout, ""), Stream(StreamName.Stderr, ""), PlainText(""), Rich(""),
        """<div class="formula"></div>""",
        Error("", "", ""), Control("", null, ""));

    /// <summary>The outputs in order; consecutive pieces of one stream are merged into one block. Scripts that draw
    /// figures are left out, since the page has them.</summary>
    public static string Of(IEnumerable<Output> outputs, PageScope scope) =>
        string.Concat(Joined(outputs).Select(output =>
            scope.Report.Try("an output cannot be rendered, and is left out", () => output switch
            {
                StreamOutput stream when stream.Text.Trim('\n').Length > 0 =>
                    Stream(stream.Name, stream.Text.TrimEnd('\n')),
                DisplayData { AreScripts: true } => "",
                DisplayData display => Value(display.Data, display.Metadata, scope),
                ExecuteResult result => Value(result.Data, result.Metadata, scope),
                ErrorOutput error => Error(error.Name, error.Message.Trim(), error.Details()),
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

    private static string Stream(StreamName name, string text) => name == StreamName.Stderr
        ? Printed("pre", " class=\"stream stderr\" aria-label=\"Standard error\"", text)
        : Printed("pre", " class=\"stream\"", text);

    /// <summary>An element with text that a program has written to a terminal. The script <c>terminal.js</c> shows what
    /// a terminal would show of control characters; without it the other characters are readable.</summary>
    private static string Printed(string element, string attributes, string text)
    {
        string written = text.AsSpan().ContainsAny('\e', '\r')
            ? $" data-nn-written=\"{Html.Escape(JsonSerializer.Serialize(text))}\"" : "";
        IEnumerable<char> readable = text.ReplaceLineEndings("\n").Where(c => c is '\n' or '\t' || !char.IsControl(c));
        return $"<{element}{attributes}{written}>{Html.Escape(string.Concat(readable))}</{element}>";
    }

    private static string Value(MimeBundle data, JsonObject metadata, PageScope scope)
    {
        string leftOut = "";
        foreach (Representation shown in Representation.Of(data))
        {
            string content = shown.Content;
            switch (shown.Type)
            {
                case MimeBundle.Html when scope.FactsOf(data) is { } facts
                    && facts["control"] is { } name && facts["field"] is { } field:
                    return Rich(Control($"{name}", field, data.Text(MimeBundle.PlainText) ?? ""));
                case MimeBundle.Html when scope.Output(content) is { } html:
                    return Rich(html);
                case MimeBundle.Html:
                    leftOut = "<p><em>An output with scripts was left out.</em></p>";
                    continue;
                case Representation.Markdown:
                    return leftOut + Rich(HtmlTree.Content(Prose.Render(content, scope)).Trim());
                case Representation.Formula:
                    var formula = new Formula(content.Trim(), Display: true);
                    scope.AddFormula(formula);
                    return leftOut + formula.OnItsLine();
                case MimeBundle.PlainText:
                    return leftOut + PlainText(content);
                default:
                    string alternative = data.Text(MimeBundle.PlainText)?.Trim() ?? "";
                    IEnumerable<string> size = shown.SizeIn(metadata)
                        .Select(side => Invariant($" {side.Name}=\"{side.Pixels:0}\""));
                    return leftOut + Rich(
                        $"""<img src="{content}" alt="{Html.Escape(alternative)}"{string.Concat(size)} />""");
            }
        }
        if (data.Types.FirstOrDefault(type => type.StartsWith("image/", StringComparison.Ordinal)) is { } broken)
            scope.Report.Add($"an output of the type {broken} is not an image that a page can show");
        return leftOut;
    }

    private static string Rich(string html) => $"""<div class="rich">{html}</div>""";

    private static string PlainText(string text) => Printed("pre", " class=\"value\"", text);

    /// <summary>The place of a control, with its words, and with the facts from which a live page makes it.</summary>
    private static string Control(string name, JsonNode? field, string words)
    {
        string facts = field is null ? "" : $" data-nn-field=\"{Html.Escape(field.ToJsonString())}\"";
        return $"<div class=\"nn-control\" data-nn-control=\"{Html.Escape(name)}\"{facts}>"
            + $"{Html.Escape(words)}</div>";
    }

    private static string Error(string name, string message, string? details) => $"""
        <div class="error" role="group" aria-label="Error"><p><strong>{Html.Escape(name)}</strong> {Printed(
            "span", "", message)}</p>{(string.IsNullOrWhiteSpace(details) ? "" : Printed("pre", "", details))}</div>
        """;
}
