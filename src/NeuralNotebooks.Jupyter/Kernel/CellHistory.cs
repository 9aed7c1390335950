using System.IO.Enumeration;

namespace NeuralNotebooks.Jupyter;

/// <summary>The latest cells that this kernel has run. They are held in memory only, and end with the kernel.</summary>
internal sealed class CellHistory
{
    private const int Session = 1;

    private const int DefaultCount = 10, MaxCells = 10_000;

    private readonly List<Cell> _cells = [];

    public void Add(int line, string input, string? output)
    {
        _cells.Add(new(line, input, output));
        _cells.RemoveRange(0, Math.Max(0, _cells.Count - MaxCells));
    }

    public JsonObject Handle(ClientRequest request)
    {
        Message message = request.Message;
        bool withOutput = message.Flag("output", fallback: false);
        IEnumerable<Cell> found = message.Text("hist_access_type") switch
        {
            "range" => Range(message.Number("session") ?? 0, message.Number("start") ?? 1, message.Number("stop")),
            "search" => Search(
                message.Text("pattern") ?? "*", message.Number("n"), message.Flag("unique", fallback: false)),
            _ => _cells.TakeLast(message.Number("n") ?? DefaultCount),
        };
        return Replies.Ok(new() { ["history"] = new JsonArray([.. found.Select(cell => Triple(cell, withOutput))]) });
    }

    /// <summary>Cells of one session: this one, whose number may be given as 0. There are no others.</summary>
    private IEnumerable<Cell> Range(int session, int start, int? stop) =>
        session is 0 or Session
            ? _cells.Where(cell => cell.Line >= start && (stop is null || cell.Line < stop)) : [];

    /// <param name="unique">Whether to return only the newest of several cells with the same source.</param>
    private IEnumerable<Cell> Search(string pattern, int? count, bool unique)
    {
        IEnumerable<Cell> newestFirst = _cells
            .Where(cell => FileSystemName.MatchesSimpleExpression(pattern, cell.Input, ignoreCase: false))
            .Reverse();
        if (unique)
            newestFirst = newestFirst.DistinctBy(cell => cell.Input);
        return newestFirst.Take(count ?? int.MaxValue).Reverse();
    }

    private static JsonArray Triple(Cell cell, bool withOutput)
        => [Session, cell.Line, withOutput ? new JsonArray(cell.Input, cell.Output) : cell.Input];

    private sealed record Cell(int Line, string Input, string? Output);
}
