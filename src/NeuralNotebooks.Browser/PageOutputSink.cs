namespace NeuralNotebooks.Browser;

/// <summary>Sends the outputs of one cell to the page.</summary>
/// <param name="id">The cell's id. Each output carries it, since a task that the cell started may still show something
/// while another cell runs.</param>
internal sealed class PageOutputSink(string id) : IOutputSink
{
    public void Emit(OutputEvent shown)
    {
        switch (shown)
        {
            case StreamOutput stream:
                PageCalls.Emit(id, "stream", stream.Name == StreamName.Stderr ? "stderr" : "stdout", [stream.Text]);
                break;
            case DisplayData display:
                Show("display", display.DisplayId, display.Data, display.Metadata);
                break;
            case ExecuteResult result:
                Show("result", null, result.Data, result.Metadata);
                break;
            case ErrorOutput error:
                PageCalls.Emit(id, "error", error.Name,
                    [error.Message, string.Join('\n', error.Traceback), error.Details(), Hint(error)]);
                break;
            case DisplayUpdate update:
                Show("update", update.DisplayId, update.Data, []);
                break;
            case OutputClear clear:
                PageCalls.Emit(id, "clear", clear.Wait ? "wait" : null, []);
                break;
        }
    }

    private void Show(string kind, string? displayId, MimeBundle data, JsonObject metadata) =>
        PageCalls.Emit(id, kind, displayId, [
            .. data.Types.SelectMany(type => (string[])[type, data.Text(type)!]),
            metadata.Count == 0 ? "" : metadata.ToJsonString(),
        ]);

    /// <summary>Names of .NET Interactive that pages do not have, as the compiler quotes them.</summary>
    private static readonly string[] _interactive =
    [
        "'Kernel'", "'KernelInvocationContext'", "'CompositeKernel'", "'CSharpKernel'", "'Formatter'",
        "'PocketViewTags'", "'PocketView'", "'DotNet'", "'DisplayTable'", "'CSS'", "'Javascript'",
    ];

    /// <summary>A hint for an error that occurs in a page only. If the bundle leaves an assembly out, the compiler
    /// knows only the names of its types, and reports their use as CS1069.</summary>
    private static string Hint(ErrorOutput error) =>
        error.Name == "CS1069" ? "This page has no such assembly: run the notebook with nn run or in Jupyter."
        : error.Name.StartsWith("CS", StringComparison.Ordinal) && _interactive.Any(error.Message.Contains)
            ? "Of .NET Interactive, pages have only display, HTML, Display and DisplayAs: run the notebook with nn run "
                + "or in Jupyter."
        : error.Message.Contains("AsParallel")
            ? "A page has one thread: leave .AsParallel() out."
        : error.Message.Contains("Cannot wait on monitors")
            ? "A page has only one thread, which cannot block on a task that it has to run itself: await the task."
        : "";
}
