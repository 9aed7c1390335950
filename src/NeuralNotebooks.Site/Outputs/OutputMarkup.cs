namespace NeuralNotebooks.Site;

internal static class OutputMarkup
{
    public static Html Blank { get; } = $"{Stream(StreamName.Stdout, "")}{Stream(StreamName.Stderr, "")}{PlainText("")}"
        + $"{Rich(default)}{Formula.OnItsLine(default)}{Error("", "", "")}{Control("", null, "")}";

    /// <summary>The outputs in order; consecutive pieces of one stream are merged into one block. Scripts that draw
    /// figures are left out, since the page has them.</summary>
    public static Html Of(IEnumerable<Output> outputs, PageScope scope) =>
        Html.Join("", Joined(outputs).Select(output =>
            scope.Report.Try("an output cannot be rendered, and is left out", () => output switch
            {
                StreamOutput stream when stream.Text.Trim('\n').Length > 0 =>
                    Stream(stream.Name, stream.Text.TrimEnd('\n')),
                DisplayData { AreScripts: true } => default,
                DisplayData display => Value(display.Data, display.Metadata, scope),
                ExecuteResult result => Value(result.Data, result.Metadata, scope),
                ErrorOutput error => Error(error.Name, error.Message.Trim(), error.Details()),
                _ => default,
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

    private static Html Stream(StreamName name, string text) => name == StreamName.Stderr
        ? Printed("pre", $" class=\"stream stderr\" aria-label=\"Standard error\"", text)
        : Printed("pre", $" class=\"stream\"", text);

    /// <summary>An element with text that a program has written to a terminal. The script <c>terminal.js</c> shows what
    /// a terminal would show of control characters; without it the other characters are readable.</summary>
    private static Html Printed(string element, Html attributes, string text)
    {
        bool isTerminal = text.AsSpan().ContainsAny('\e', '\r');
        Html written = Html.If(isTerminal, $" data-nn-written=\"{JsonSerializer.Serialize(text)}\"");
        IEnumerable<char> readable = text.ReplaceLineEndings("\n").Where(c => c is '\n' or '\t' || !char.IsControl(c));
        return $"<{element}{attributes}{written}>{string.Concat(readable)}</{element}>";
    }

    private static Html Value(MimeBundle data, JsonObject metadata, PageScope scope)
    {
        Html leftOut = default;
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
                    leftOut = $"<p><em>An output with scripts was left out.</em></p>";
                    continue;
                case Representation.Markdown:
                    return $"{leftOut}{Rich(HtmlTree.Content(Prose.Render(content, scope)).Trim())}";
                case Representation.Formula:
                    Formula formula = scope.Add(new Formula(content.Trim(), Display: true, scope.Page));
                    return $"{leftOut}{Formula.OnItsLine($"{formula}")}";
                case MimeBundle.PlainText:
                    return $"{leftOut}{PlainText(content)}";
                default:
                    string alternative = data.Text(MimeBundle.PlainText)?.Trim() ?? "";
                    IEnumerable<Html> size = shown.SizeIn(metadata)
                        .Select(side => Html.Of($" {side.Name}=\"{Invariant($"{side.Pixels:0}")}\""));
                    return $"{leftOut}{Rich($"""<img src="{content}" alt="{alternative}"{size} />""")}";
            }
        }
        if (data.Types.FirstOrDefault(type => type.StartsWith("image/", StringComparison.Ordinal)) is { } broken)
            scope.Report.Add($"an output of the type {broken} is not an image that a page can show");
        return leftOut;
    }

    private static Html Rich(Html html) => $"""<div class="rich">{html}</div>""";

    private static Html PlainText(string text) => Printed("pre", $" class=\"value\"", text);

    private static Html Control(string name, JsonNode? field, string words)
    {
        Html facts = Html.If(field is not null, $" data-nn-field=\"{field?.ToJsonString()}\"");
        return $"<div class=\"nn-control\" data-nn-control=\"{name}\"{facts}>{words}</div>";
    }

    private static Html Error(string name, string message, string? details) => $"""
        <div class="error" role="group" aria-label="Error"><p><strong>{name}</strong> {Printed(
            "span", default, message)}</p>{Html.If(
                !string.IsNullOrWhiteSpace(details), Printed("pre", default, details ?? ""))}</div>
        """;
}
