using NeuralNotebooks.Engine;

namespace NeuralNotebooks.Jupyter;

/// <summary>The cells that this kernel and earlier ones have run.</summary>
internal sealed class SessionHistory(HistoryFile file) : IDisposable
{
    private static readonly TimeSpan _timeout = TimeSpan.FromMilliseconds(500);

    private readonly Lock _gate = new();
    private readonly List<HistoryEntry> _own = [];
    private int _session;
    private Task _written = Task.CompletedTask;

    /// <summary>Adds a cell. The file is written in the background, so that the next cell does not wait for the
    /// disk.</summary>
    public void Add(int line, string input, string? output)
    {
        lock (_gate)
        {
            Task earlier = _written;
            _written = OwnThread.Run(
                "history",
                () =>
                {
                    Task.WaitAny(earlier); // Unlike Wait, this does not throw if an earlier cell could not be written.
                    _session = file.Add(_session, line, input, output);
                    _own.Add(new HistoryEntry(_session, line, input, output));
                    return _session;
                }
            );
        }
    }

    /// <summary>The last cells of all sessions.</summary>
    public IReadOnlyList<HistoryEntry> Tail(int count) => [.. All().TakeLast(count)];

    /// <summary>Cells of one session.</summary>
    /// <param name="which">The number of the session; 0 for this session, −1 for the previous one, and so on.</param>
    /// <param name="start">The first line.</param>
    /// <param name="stop">The line after the last one; null for no limit.</param>
    public IReadOnlyList<HistoryEntry> Range(int which, int start, int? stop)
    {
        List<HistoryEntry> all = All();
        int current = _session > 0 ? _session : all.Select(entry => entry.Session).DefaultIfEmpty().Max() + 1;
        int wanted = which > 0 ? which : current + which;
        return
        [
            .. all.Where(entry =>
                entry.Session == wanted && entry.Line >= start && (stop is null || entry.Line < stop)
            ),
        ];
    }

    /// <summary>The cells that match a pattern.</summary>
    /// <param name="pattern">Matches the whole source; <c>*</c> stands for any text, <c>?</c> for one
    /// character.</param>
    /// <param name="count">At most this many, the newest; null for all.</param>
    /// <param name="unique">Whether to return only the newest of several cells with the same source.</param>
    public IReadOnlyList<HistoryEntry> Search(string pattern, int? count, bool unique)
    {
        IEnumerable<HistoryEntry> newestFirst = All().Where(entry => Matches(entry.Input, pattern)).Reverse();
        if (unique)
            newestFirst = newestFirst.DistinctBy(entry => entry.Input);
        return [.. newestFirst.Take(count ?? int.MaxValue).Reverse()];
    }

    public void Dispose() => Written().Wait(_timeout);

    private List<HistoryEntry> All()
    {
        Written().Wait();
        return [.. file.Read().Where(entry => entry.Session != _session || _session == 0), .. _own];
    }

    private Task Written()
    {
        lock (_gate)
            return _written;
    }

    /// <summary>Whether a text matches a pattern. It backtracks only to the last wildcard, so the time is at most
    /// proportional to the product of both lengths.</summary>
    private static bool Matches(string text, string pattern)
    {
        int inPattern = 0, afterWildcard = -1, tried = 0;
        for (int inText = 0; inText < text.Length;)
        {
            char next = inPattern < pattern.Length ? pattern[inPattern] : '\0';
            if (next == '*')
                (afterWildcard, tried) = (++inPattern, inText);
            else if (inPattern < pattern.Length && (next == '?' || next == text[inText]))
                (inPattern, inText) = (inPattern + 1, inText + 1);
            else if (afterWildcard >= 0)
                (inPattern, inText) = (afterWildcard, ++tried);
            else
                return false;
        }
        return pattern.AsSpan(inPattern).Trim('*').IsEmpty;
    }
}
