namespace NeuralNotebooks.Judge;

/// <summary>Finds the student's cells that the session of a task may need, by comparing names without binding them. It
/// can find too many cells, but misses none.</summary>
internal sealed class NamedCells
{
    private readonly IReadOnlyList<StudentText> _own;

    public NamedCells(SyntaxNode answer, IReadOnlyList<string> source, IReadOnlyList<StudentText> own)
    {
        _own = own;
        IReadOnlyCollection<string> names = CellNames.InText(answer).Reads;
        Used = Declaring(names);
        if (own.Any(cell => cell.Runs))
            Changing = ChangingAny(names, [.. source.Select(Names), .. own.Select(cell => cell.Names)]);
        Changing.ExceptWith(Used);
    }

    /// <summary>The cells that may declare a name that the answer uses, directly or indirectly.</summary>
    public HashSet<StudentText> Used { get; }

    /// <summary>Other cells that may change something which the answer uses, and cells that declare names used by
    /// them.</summary>
    public HashSet<StudentText> Changing { get; } = [];

    private HashSet<StudentText> ChangingAny(IEnumerable<string> names, IReadOnlyList<CellNames> all)
    {
        ILookup<string, CellNames> declaring = all.SelectMany(text => text.Declares.Select(name => (name, text)))
            .ToLookup(entry => entry.name, entry => entry.text);
        HashSet<string> used = ReachedBy(names, declaring);
        List<(StudentText Cell, HashSet<string> Names)> others =
            [.. _own.Where(cell => cell.Runs).Select(cell => (cell, ReachedBy(cell.Names.Reads, declaring)))];
        var changing = new HashSet<StudentText>();
        while (others.FindIndex(other => other.Names.Overlaps(used)) is >= 0 and var found)
        {
            changing.Add(others[found].Cell);
            used.UnionWith(others[found].Names);
            others.RemoveAt(found);
        }
        changing.UnionWith(Declaring([.. changing.SelectMany(cell => cell.Names.Reads)]));
        return changing;
    }

    private HashSet<StudentText> Declaring(IEnumerable<string> names)
    {
        return [.. TransitiveClosure.Of(DeclaringAny(names), cell => DeclaringAny(cell.Names.Reads))];

        IEnumerable<StudentText> DeclaringAny(IEnumerable<string> used)
        {
            HashSet<string> wanted = [.. used];
            return _own.Where(cell => cell.Names.Declares.Any(wanted.Contains));
        }
    }

    /// <summary>The declared ones of the names, those of the names in the texts that declare them, and so on.</summary>
    private static HashSet<string> ReachedBy(IEnumerable<string> names, ILookup<string, CellNames> declaring)
    {
        IEnumerable<CellNames> texts = TransitiveClosure.Of(TextsOf(names), text => TextsOf(text.Reads));
        return [.. names.Concat(texts.SelectMany(text => text.Reads)).Where(declaring.Contains)];

        IEnumerable<CellNames> TextsOf(IEnumerable<string> used) => used.SelectMany(name => declaring[name]);
    }

    private static CellNames Names(string text) => CellNames.InText(ScriptSyntax.Parse(text).GetRoot());
}
