namespace NeuralNotebooks.Classroom;

/// <summary>Finds the cells of a submitted notebook that answer a task.</summary>
/// <param name="cells">The notebook's cells.</param>
/// <param name="images">Limits the size of the images.</param>
/// <param name="note">Receives a note about each answer that was not found in exactly the task's cell.</param>
internal sealed class AnswerFinder(IReadOnlyList<SubmittedCell> cells, ImageLimit images, Action<SubmissionNote> note)
{
    /// <summary>Finds the answer to a task. It is the last of the task's cells that differs from the stub and declares
    /// the names that the task requires; else the last other cell that declares them; else the last of the task's
    /// cells. Cells that the student has added directly below it and that complete it are part of the answer.</summary>
    /// <returns>The answer; null if there is none.</returns>
    public Answer? Find(AssignmentTask task)
    {
        SubmittedCell[] own = [.. cells.Where(cell => cell.Of is { Role: CellRole.Task } of && of.Task == task.Name)];
        SubmittedCell[] changed = [.. own.Where(cell => IsChanged(cell, task))];
        IReadOnlySet<string> names = task.IsText ? new HashSet<string>() : RequiredNames(task);
        SubmittedCell? first = changed.LastOrDefault(cell => DeclaresAll(cell, names));
        if (first is null && cells.LastOrDefault(cell => IsOwnCode(cell) && DeclaresAll(cell, names)) is { } other)
        {
            note(new(
                $"The answer to {task.Name} is taken from {other.Place}, which declares {string.Join(", ", names)}."));
            return Answer.Of(task, [other], images);
        }
        first ??= changed.LastOrDefault() ?? own.LastOrDefault();
        SubmittedCell[] more =
            [.. first is null ? [] : Below(first).Where(cell => Continues(task, names, first, cell))];
        if (first is null || (changed.Length == 0 && more.Length == 0))
        {
            note(new($"{task.Name} is not answered{(own.Length > 0 ? "" : ": its cell is missing")}.")
            {
                IsUnanswered = own.Length > 0,
            });
            return null;
        }
        NoteWhatIsUnusual(task, first, changed, more);
        return Answer.Of(task, [first, .. more], images);
    }

    private static bool IsChanged(SubmittedCell cell, AssignmentTask task) =>
        !string.IsNullOrWhiteSpace(cell.Cell.Source) && SubmittedCell.AreDifferent(cell.Cell.Source, task.Stub);

    private static bool IsOwnCode(SubmittedCell cell) => cell is { Of: null, Cell: CodeCell };

    private static bool DeclaresAll(SubmittedCell cell, IReadOnlySet<string> names) =>
        names.Count > 0 && names.IsSubsetOf(cell.Declared);

    /// <summary>The names that both the stub and the solution declare; if there are none, all names that the solution
    /// declares.</summary>
    private static IReadOnlySet<string> RequiredNames(AssignmentTask task)
    {
        IReadOnlySet<string> all = CellNames.DeclaredBy(task.Reference);
        HashSet<string> given = [.. CellNames.DeclaredBy(task.Stub).Where(all.Contains)];
        return given.Count > 0 ? given : all;
    }

    /// <summary>The cells that the student has added directly below a cell.</summary>
    private IEnumerable<SubmittedCell> Below(SubmittedCell cell) =>
        cells.SkipWhile(above => above != cell).Skip(1).TakeWhile(below => below.Of is null);

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

    private void NoteWhatIsUnusual(
        AssignmentTask task, SubmittedCell first, SubmittedCell[] changed, SubmittedCell[] more)
    {
        if (changed.Length > 1)
            note(new(
                $"{task.Name} is answered in {changed.Length} cells "
                    + $"({string.Join(", ", changed.Select(cell => cell.Place))}): "
                    + $"{(first == changed[^1] ? "the last one" : first.Place)} counts."));
        if (more.Length > 0)
            note(new($"The answer to {task.Name} continues in {string.Join(", ", more.Select(cell => cell.Place))}."));
        if (first.Cell is CodeCell == task.IsText)
            note(new(
                $"{first.Place}, the answer to {task.Name}, is of a different type than in "
                    + $"the assignment: it is read as {(task.IsText ? "text" : "code")}."));
    }
}
