using System.IO.Enumeration;

namespace NeuralNotebooks.Jupyter;

/// <summary>The cells that this kernel has run. They are held in memory only, and end with the kernel.</summary>
internal sealed class SessionHistory
{
    /// <summary>The number of the kernel's session, the only one in its history.</summary>
    public const int Session = 1;

    private readonly Lock _gate = new();
    private readonly List<HistoryEntry> _entries = [];

    /// <summary>Adds a cell.</summary>
    public void Add(int line, string input, string? output)
    {
        lock (_gate)
            _entries.Add(new HistoryEntry(line, input, output));
    }

    /// <summary>The last cells.</summary>
    public IReadOnlyList<HistoryEntry> Tail(int count) => [.. All().TakeLast(count)];

    /// <summary>Cells of one session.</summary>
    /// <param name="session">The number of the session, or 0 for this session. There are no others.</param>
    /// <param name="start">The first line.</param>
    /// <param name="stop">The line after the last one; null for no limit.</param>
    public IReadOnlyList<HistoryEntry> Range(int session, int start, int? stop) =>
        session is 0 or Session
            ? [.. All().Where(entry => entry.Line >= start && (stop is null || entry.Line < stop))]
            : [];

    /// <summary>The cells that match a pattern.</summary>
    /// <param name="pattern">Matches the whole source; <c>*</c> stands for any text, <c>?</c> for one
    /// character.</param>
    /// <param name="count">At most this many, the newest; null for all.</param>
    /// <param name="unique">Whether to return only the newest of several cells with the same source.</param>
    public IReadOnlyList<HistoryEntry> Search(string pattern, int? count, bool unique)
    {
        IEnumerable<HistoryEntry> newestFirst = All()
            .Where(entry => FileSystemName.MatchesSimpleExpression(pattern, entry.Input, ignoreCase: false))
            .Reverse();
        if (unique)
            newestFirst = newestFirst.DistinctBy(entry => entry.Input);
        return [.. newestFirst.Take(count ?? int.MaxValue).Reverse()];
    }

    private HistoryEntry[] All()
    {
        lock (_gate)
            return [.. _entries];
    }
}
