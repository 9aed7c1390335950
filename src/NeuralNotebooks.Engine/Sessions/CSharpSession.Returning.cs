namespace NeuralNotebooks.Engine;

/// <content>Returns to the state before a cell, so that a changed cell and those below it run as in a run from the
/// start.</content>
public sealed partial class CSharpSession
{
    private readonly SortedDictionary<int, CellStart> _starts = [];

    /// <summary>Remembers the state before a cell, for <see cref="ReturnTo"/>.</summary>
    public void RememberStart(int cell) => _starts[cell] = new(_chain.Branch(), _chain.Contents());

    /// <summary>Returns to the state before a cell: later declarations are gone. Objects are not copied. So if a
    /// variable from above has other contents than before the cell, this returns to the cell that has declared
    /// it.</summary>
    /// <returns>The cell that has to run next.</returns>
    public int ReturnTo(int cell)
    {
        ulong[] now = _chain.Contents();
        while (_starts.FirstOrDefault(start => start.Key >= cell).Value is { } start)
        {
            int changed = Enumerable.Range(0, start.Contents.Length)
                .FirstOrDefault(script => start.Contents[script] != now[script], -1);
            if (changed >= 0)
            {
                cell = _starts.Last(one => one.Value.Contents.Length <= changed).Key;
                continue;
            }
            start.Branch.Dispose();
            foreach (int later in _starts.Keys.Where(key => key >= cell).ToArray())
                _starts.Remove(later);
            foreach (KeyValuePair<string, string> shown in _scripts)
                if (!(int.TryParse(shown.Value, CultureInfo.InvariantCulture, out int by) && by < cell))
                    _scripts.TryRemove(shown);
            break;
        }
        return cell;
    }

    private sealed record CellStart(IDisposable Branch, ulong[] Contents);
}
