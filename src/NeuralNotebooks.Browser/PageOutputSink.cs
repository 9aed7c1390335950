namespace NeuralNotebooks.Browser;

/// <summary>Sends the outputs of one cell to the page.</summary>
/// <param name="id">The cell's id. Each output carries it, since a task that the cell started may still show something
/// while another cell runs.</param>
internal sealed class PageOutputSink(string id) : IOutputSink
{
    public void Emit(OutputEvent shown)
    {
        if (shown is StreamOutput stream)
            PageCalls.Write(id, stream.Name == StreamName.Stderr ? "stderr" : "stdout", stream.Text);
        else
            PageCalls.Emit(id, JupyterJson.Write(Message(shown)));
    }

    private static JsonObject Message(OutputEvent shown) =>
        shown switch
        {
            ErrorOutput error => new()
            {
                ["kind"] = "error",
                ["output"] = error.ToJson(),
                ["details"] = error.Details(),
                ["hint"] = Hint(error),
            },
            DisplayData display => Value("value", display),
            ExecuteResult result => Value("value", new(result.Data, result.Metadata, DisplayId: null), result),
            DisplayUpdate update => Value("update", new(update.Data, [], update.DisplayId)),
            OutputClear clear => new() { ["kind"] = "clear", ["wait"] = clear.Wait },
            _ => throw new UnreachableException(),
        };

    /// <param name="result">The output, if the value is that of a cell's last expression.</param>
    private static JsonObject Value(string kind, DisplayData value, ExecuteResult? result = null)
    {
        Representation? best = Representation.Of(value.Data).FirstOrDefault();
        string content = best?.Content ?? "";
        // The same limit as for printed text: laying out more would take a browser too long.
        bool isLong = best?.Type == MimeBundle.PlainText && content.Length > LimitedOutputs.MaxText;
        IEnumerable<(string Name, double Pixels)> size = best?.SizeIn(value.Metadata) ?? [];
        return new()
        {
            ["kind"] = kind,
            ["output"] = ((Output?)result ?? value).ToJson(),
            ["displayId"] = value.DisplayId,
            ["shown"] = new JsonObject
            {
                ["type"] = best?.Type ?? MimeBundle.PlainText,
                // HTML may be long, and is not changed.
                ["content"] = best?.Type == MimeBundle.Html ? null
                    : isLong ? content[..LimitedOutputs.MaxText] : content,
                ["leftOut"] = isLong ? content.Length - LimitedOutputs.MaxText : 0,
                ["text"] = value.Data.Text(MimeBundle.PlainText)?.Trim() ?? "",
                ["size"] = new JsonObject(size.Select(side => KeyValuePair.Create(side.Name, (JsonNode?)side.Pixels))),
                ["facts"] = value.Data.GetValueOrDefault(MimeBundle.Facts)?.DeepClone() ?? new JsonObject(),
            },
        };
    }

    private static readonly HashSet<string?> _interactive =
    [
        "Kernel", "KernelInvocationContext", "CompositeKernel", "CSharpKernel", "Formatter", "PocketViewTags",
        "PocketView", "DotNet", "CSS", "Javascript",
    ];

    /// <summary>A hint for an error that occurs in a page only. If the bundle leaves an assembly out, the compiler
    /// knows only the names of its types, and reports their use as CS1069.</summary>
    private static string Hint(ErrorOutput error) =>
        error.Name == "CS1069" ? "This page has no such assembly: run the notebook with nn run or in Jupyter."
        : error.Name is "CS0103" or "CS0234" or "CS0246" && _interactive.Contains(error.Subject)
            ? "Of .NET Interactive, pages have only display, HTML, Display and DisplayAs: run the notebook with nn run "
                + "or in Jupyter."
        : error is { Name: "CS1061", Subject: "AsParallel" }
            ? "A page has one thread: leave .AsParallel() out."
        : error.Name == typeof(PlatformNotSupportedException).FullName
            ? "A browser cannot do this. To wait for a task, await the task: a page has only one thread."
        : "";
}
