namespace NeuralNotebooks.Judge;

/// <summary>The student's cells that run in the session of a task: required ones declare names which the answer uses,
/// directly or indirectly; optional ones run because they may change a variable which the answer uses.</summary>
internal sealed class NeededCells
{
    private readonly HashSet<StudentText> _required = [], _optional = [];
    private readonly List<(string Path, string Variables)> _changes = [];
    private readonly List<string> _notes = [];

    public IReadOnlyList<string> Notes => _notes;

    public IEnumerable<StudentText> All => _required.Concat(_optional);

    public bool Contains(StudentText cell) => IsRequired(cell) || IsOptional(cell);

    public bool IsRequired(StudentText cell) => _required.Contains(cell);

    /// <summary>Whether a cell can be left out, because no cell that must run uses its declarations.</summary>
    public bool IsOptional(StudentText cell) => _optional.Contains(cell);

    public bool IsOptional(string path) => _optional.Any(cell => cell.Path == path);

    public void AddNote(string note) => _notes.Add(note);

    public void AddRequired(StudentText cell) => _required.Add(cell);

    /// <summary>Adds an optional cell that declares names which another optional cell uses.</summary>
    public void AddOptional(StudentText cell) => _optional.Add(cell);

    public void AddOptional(StudentText cell, string variables)
    {
        if (_optional.Add(cell))
            _changes.Add((cell.Path, variables));
    }

    /// <returns>The names of the variables that they may change.</returns>
    public string LeaveOut()
    {
        string changed = string.Join(", ", _changes.Select(change => change.Variables).Distinct());
        _optional.Clear();
        _changes.Clear();
        return changed;
    }

    /// <summary>Notes for the student about the cells that run because they change variables.</summary>
    public IEnumerable<string> Running() =>
        _changes.Select(change => $"{change.Path} runs before the answer, because it may change {change.Variables}.");
}
