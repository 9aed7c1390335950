using System.Text;
using System.Text.RegularExpressions;

namespace NeuralNotebooks.Jupyter;

/// <summary>What this kernel has run, and what earlier ones have.</summary>
internal sealed class SessionHistory(HistoryFile file) : IDisposable
{
    private static readonly TimeSpan _timeToWrite = TimeSpan.FromMilliseconds(500);

    private readonly Lock _gate = new();
    private readonly List<HistoryEntry> _own = [];
    private int _session;
    private Task _written = Task.CompletedTask;

    /// <summary>Adds a cell. It is written in the background: the next cell does not wait for the disk.</summary>
    public void Add(int line, string input, string? output)
    {
        lock (_gate)
        {
            _written = _written.ContinueWith(
                _ =>
                {
                    _session = file.Add(_session, line, input, output);
                    _own.Add(new HistoryEntry(_session, line, input, output));
                },
                CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    /// <summary>The last cells, of whatever session.</summary>
    public IReadOnlyList<HistoryEntry> Tail(int count) => [.. All().TakeLast(count)];

    /// <summary>Cells of one session.</summary>
    /// <param name="which">Its number; 0 for this one, −1 for that before it.</param>
    /// <param name="start">The first line.</param>
    /// <param name="stop">The line before which it ends; null for all.</param>
    public IReadOnlyList<HistoryEntry> Range(int which, int start, int? stop)
    {
        List<HistoryEntry> all = All();
        int current = _session > 0 ? _session : all.Select(entry => entry.Session).DefaultIfEmpty().Max() + 1;
        int wanted = which > 0 ? which : current + which;
        return [.. all.Where(entry => entry.Session == wanted && entry.Line >= start && (stop is null || entry.Line < stop))];
    }

    /// <summary>Cells that match a pattern.</summary>
    /// <param name="pattern">For the whole text of a cell; <c>*</c> stands for anything, <c>?</c> for one character.</param>
    /// <param name="count">How many of them, the newest; null for all.</param>
    /// <param name="unique">Whether cells with the same text are to be given only once.</param>
    public IReadOnlyList<HistoryEntry> Search(string pattern, int? count, bool unique)
    {
        // Without backtracking: a pattern cannot keep the kernel busy.
        var regex = new Regex(ToRegex(pattern), RegexOptions.NonBacktracking | RegexOptions.Singleline | RegexOptions.CultureInvariant);
        IEnumerable<HistoryEntry> newestFirst = All().Where(entry => regex.IsMatch(entry.Input)).Reverse();
        if (unique)
            newestFirst = newestFirst.DistinctBy(entry => entry.Input);
        return [.. newestFirst.Take(count ?? int.MaxValue).Reverse()];
    }

    public void Dispose() => Written().Wait(_timeToWrite);

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

    private static string ToRegex(string pattern)
    {
        var regex = new StringBuilder("^");
        foreach (char c in pattern)
            regex.Append(c switch { '*' => ".*", '?' => ".", _ => Regex.Escape(c.ToString()) });
        return regex.Append('$').ToString();
    }
}
