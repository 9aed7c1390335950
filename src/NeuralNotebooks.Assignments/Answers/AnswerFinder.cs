namespace NeuralNotebooks.Assignments;

/// <param name="note">Receives a note about each answer that was not found in exactly the task's cell.</param>
internal sealed class AnswerFinder(IReadOnlyList<SubmittedCell> cells, ImageLimit images, Action<SubmissionNote> note)
{
    /// <summary>Finds the answer to a task. It is the last of the task's cells that differs from the stub and declares
    /// the names that the task requires; else the last other cell that declares them, which may also answer other
    /// tasks; else the last of the task's cells. Cells that the student has added directly below it and that complete
    /// it are part of the answer. If it is still incomplete, several other cells can be the answer together.</summary>
    public Answer? Find(AssignmentTask task)
    {
        SubmittedCell[] own =
            [.. cells.Where(cell => cell.SourceCell is { Role: CellRole.Task, Task: var name } && name == task.Name)];
        SubmittedCell[] changed = [.. own.Where(cell => IsChanged(cell, task))];
        var names = new NamesOfAnswer(task.RequiredNames, own);
        SubmittedCell? complete = changed.LastOrDefault(cell => names.AreIn(cell));
        SubmittedCell[] others = [.. cells.Where(cell => cell.Cell is CodeCell && !own.Contains(cell))];
        if (complete is null && others.LastOrDefault(cell => names.AreIn(cell)) is { } other)
            return TakenFrom(task, names, other);
        SubmittedCell? first = complete ?? changed.LastOrDefault() ?? own.LastOrDefault();
        SubmittedCell[] parts =
            first is null ? [] : [first, .. Below(first).Where(cell => Continues(task, names.All, first, cell))];
        if (changed.Length == 0 || !names.AreIn(parts))
        {
            SubmittedCell[] several =
                names.In([.. cells.Where(cell => changed.Contains(cell) || others.Contains(cell))]);
            if (names.AreIn(several))
                return TakenFrom(task, names, several);
        }
        if (changed.Length == 0 && parts.Length <= 1)
        {
            string text = $"{task.Name} is not answered{(own.Length > 0 ? "" : ": its cell is missing")}.";
            note(new(text, NoteReaders.Student) { IsUnanswered = own.Length > 0 });
            return null;
        }
        NoteWhatIsUnusual(task, parts, changed);
        return Answer.Of(task, parts, images);
    }

    private static bool IsChanged(SubmittedCell cell, AssignmentTask task) =>
        !string.IsNullOrWhiteSpace(cell.Cell.Source) && SubmittedCell.AreDifferent(cell.Cell.Source, task.Stub);

    private Answer TakenFrom(AssignmentTask task, NamesOfAnswer names, params SubmittedCell[] found)
    {
        var answer = Answer.Of(task, found, images);
        Note(
            $"The answer to {task.Name} is taken from {answer.Place}, which "
                + $"{(found.Length == 1 ? "declares" : "declare")} {string.Join(", ", names.All)}.");
        return answer;
    }

    private IEnumerable<SubmittedCell> Below(SubmittedCell cell) =>
        cells.SkipWhile(above => above != cell).Skip(1).TakeWhile(below => below.SourceCell is null);

    /// <summary>Whether a cell below the answer's first cell declares a required name that the first cell does not
    /// declare, or assigns a value to a required name.</summary>
    private static bool Continues(
        AssignmentTask task, IReadOnlySet<string> names, SubmittedCell first, SubmittedCell cell)
    {
        if (task.IsText || cell.Cell is not CodeCell)
            return task.IsText && cell.Cell is MarkdownCell;
        string[] declared = [.. cell.Declared.Where(names.Contains)];
        return declared.Length == 0
            ? CellNames.AssignedBy(cell.Cell.Source).Any(names.Contains)
            : !first.Declared.Overlaps(declared);
    }

    private void NoteWhatIsUnusual(AssignmentTask task, SubmittedCell[] parts, SubmittedCell[] changed)
    {
        SubmittedCell first = parts[0];
        if (changed.Length > 1)
            Note(
                $"{task.Name} is answered in {changed.Length} cells "
                    + $"({string.Join(", ", changed.Select(cell => cell.Place))}): "
                    + $"{(first == changed[^1] ? "the last one" : first.Place)} counts.");
        if (parts.Length > 1)
            Note($"The answer to {task.Name} continues in {string.Join(", ", parts[1..].Select(cell => cell.Place))}.");
        if (first.Cell is CodeCell == task.IsText)
            Note(
                $"{first.Place}, the answer to {task.Name}, is of a different type than in "
                    + $"the assignment: it is read as {(task.IsText ? "text" : "code")}.");
    }

    private void Note(string text) => note(new(text, NoteReaders.Student));
}

/// <param name="Own">The cells of the task. In any other cell, the names that it declares in the students' version do
/// not count.</param>
internal sealed record NamesOfAnswer(IReadOnlySet<string> All, IReadOnlyList<SubmittedCell> Own)
{
    public bool AreIn(params SubmittedCell[] cells) =>
        All.Count > 0 && All.All(name => cells.Count(cell => DeclaredBy(cell).Contains(name)) == 1);

    /// <summary>The cells that are the last to declare one of the names.</summary>
    public SubmittedCell[] In(IReadOnlyList<SubmittedCell> cells)
    {
        SubmittedCell?[] last = [.. All.Select(name => cells.LastOrDefault(cell => DeclaredBy(cell).Contains(name)))];
        return [.. cells.Where(last.Contains)];
    }

    private IReadOnlySet<string> DeclaredBy(SubmittedCell cell) => Own.Contains(cell) ? cell.Declared : cell.Added;
}
