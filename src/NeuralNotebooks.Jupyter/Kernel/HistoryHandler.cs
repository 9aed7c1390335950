namespace NeuralNotebooks.Jupyter;

/// <summary><c>history_request</c>: executed cells of this kernel.</summary>
internal sealed class HistoryHandler(SessionHistory history)
{
    private const int DefaultCount = 10;

    public JsonObject Handle(Request request)
    {
        Message message = request.Message;
        bool withOutput = message.Flag("output", fallback: false);
        IReadOnlyList<HistoryEntry> found = message.Text("hist_access_type") switch
        {
            "range" => history.Range(
                message.Number("session") ?? 0, message.Number("start") ?? 1, message.Number("stop")),
            "search" => history.Search(
                message.Text("pattern") ?? "*", message.Number("n"), message.Flag("unique", fallback: false)),
            _ => history.Tail(message.Number("n") ?? DefaultCount),
        };
        return Replies.Ok(new()
        {
            ["history"] = new JsonArray([.. found.Select(entry => Triple(entry, withOutput))]),
        });
    }

    private static JsonArray Triple(HistoryEntry entry, bool withOutput)
        => [SessionHistory.Session, entry.Line, withOutput ? new JsonArray(entry.Input, entry.Output) : entry.Input];
}
