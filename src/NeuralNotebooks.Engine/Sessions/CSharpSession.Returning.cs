namespace NeuralNotebooks.Engine;

/// <content>Returns to the state before a cell, so that a changed cell and those below it run as in a run from the
/// start.</content>
public sealed partial class CSharpSession
{
    private readonly SortedDictionary<int, CellStart> _starts = [];

    /// <summary>Remembers the state before a cell, for <see cref="ReturnTo"/>.</summary>
    public void RememberStart(int cell) => _starts[cell] = new(_chain.Branch(), Variables());

    /// <summary>Returns to the state before a cell: later declarations are gone. Objects are not copied. So if a
    /// variable from above does not look as before the cell, this returns to the cell that has declared it.</summary>
    /// <returns>The cell that has to run next.</returns>
    public int ReturnTo(int cell)
    {
        while (_starts.FirstOrDefault(start => start.Key >= cell).Value is { } start)
        {
            start.Branch.Dispose();
            foreach (int later in _starts.Keys.Where(key => key >= cell).ToArray())
                _starts.Remove(later);
            if (start.Variables.Except(Variables()).FirstOrDefault() is not { Name: var changed })
                break;
            cell = _starts.Last(one => one.Value.Variables.All(variable => variable.Name != changed)).Key;
        }
        foreach (KeyValuePair<string, (CodeOrigin By, string Identity)> shown in _scripts)
            if (shown.Value.By.Kind != OriginKind.Cell || shown.Value.By.Number >= cell)
                _scripts.TryRemove(shown);
        return cell;
    }

    private sealed record CellStart(IDisposable Branch, IReadOnlyList<Variable> Variables);
}
