namespace NeuralNotebooks.Classroom;

/// <summary>Finds the student's cells that the session of a task may need, by comparing names without binding them. It
/// can find too many cells, but misses none.</summary>
internal sealed class NamedCells
{
    public NamedCells(SyntaxNode answer, IReadOnlyList<string> source, IReadOnlyList<OwnText> own)
    {
        Used = Declaring(TextNames.UsedIn(answer), own);
        if (own.Any(cell => cell.Names.Runs))
            Changing = ChangingAmong(TextNames.UsedIn(answer), source, own);
        Changing.ExceptWith(Used);
    }

    /// <summary>The cells that may declare a name that the answer uses, directly or indirectly.</summary>
    public HashSet<OwnText> Used { get; }

    /// <summary>Other cells that may change a variable which the answer uses, and cells that declare names used by
    /// them.</summary>
    public HashSet<OwnText> Changing { get; } = [];

    private static HashSet<OwnText> ChangingAmong(
        HashSet<string> names,
        IReadOnlyList<string> source,
        IReadOnlyList<OwnText> own
    )
    {
        TextNames[] all =
        [
            .. source.Select(text => new TextNames((CompilationUnitSyntax)ScriptSyntax.Parse(text).GetRoot())),
            .. own.Select(cell => cell.Names),
        ];
        ILookup<string, TextNames> declaring = all.SelectMany(text => text.Declared.Select(name => (name, text)))
            .ToLookup(entry => entry.name, entry => entry.text);
        HashSet<string> variables = [.. all.SelectMany(text => text.Variables)],
            used = NamesReachedBy(names, declaring);
        List<(OwnText Cell, HashSet<string> Names)> others =
        [
            .. own.Where(cell => cell.Names.Runs).Select(cell => (cell, NamesReachedBy(cell.Names.Used, declaring))),
        ];
        var changing = new HashSet<OwnText>();
        used.IntersectWith(variables);
        while (others.FindIndex(other => other.Names.Overlaps(used)) is >= 0 and var found)
        {
            changing.Add(others[found].Cell);
            used.UnionWith(others[found].Names.Where(variables.Contains));
            others.RemoveAt(found);
        }
        changing.UnionWith(Declaring([.. changing.SelectMany(cell => cell.Names.Used)], own));
        return changing;
    }

    /// <summary>The student's cells that declare the names, directly or indirectly.</summary>
    private static HashSet<OwnText> Declaring(HashSet<string> names, IReadOnlyList<OwnText> own)
    {
        return [.. Closure.Of(DeclaringAny(names), cell => DeclaringAny(cell.Names.Used))];

        IEnumerable<OwnText> DeclaringAny(IReadOnlySet<string> used) =>
            own.Where(cell => cell.Names.Declared.Overlaps(used));
    }

    /// <summary>The names, the names in the texts that declare them, and so on.</summary>
    private static HashSet<string> NamesReachedBy(IReadOnlySet<string> names, ILookup<string, TextNames> declaring)
    {
        return [.. names, .. Closure.Of(TextsOf(names), text => TextsOf(text.Used)).SelectMany(text => text.Used)];

        IEnumerable<TextNames> TextsOf(IReadOnlySet<string> used) => used.SelectMany(name => declaring[name]);
    }
}
