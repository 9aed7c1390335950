namespace NeuralNotebooks.Jupyter;

/// <summary>The cells that this kernel has run, for a console that is opened beside a notebook. They are in memory
/// only.</summary>
internal sealed class CellHistory
{
    private const int Session = 1, DefaultCount = 10;

    private readonly List<(int Number, string Source)> _cells = [];

    public void Add(int number, string source) => _cells.Add((number, source));

    /// <summary>Replies to <c>history_request</c> with the last cells. Clients ask for nothing else when they start;
    /// searches and ranges find nothing.</summary>
    public JsonObject Handle(ClientRequest request)
    {
        int count = request.Message.Text("hist_access_type") is null or "tail"
            ? request.Message.Number("n") ?? DefaultCount : 0;
        return Replies.Ok(new()
        {
            ["history"] = new JsonArray(
                [.. _cells.TakeLast(count).Select(cell => new JsonArray(Session, cell.Number, cell.Source))]),
        });
    }
}
