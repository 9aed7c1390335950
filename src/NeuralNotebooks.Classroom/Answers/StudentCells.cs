namespace NeuralNotebooks.Classroom;

/// <summary>Collects the student's code in a submitted notebook for the judge: the answers, and other cells that are
/// neither unchanged cells of the source nor stubs.</summary>
internal sealed partial class StudentCells(
    AssignmentSource source, IReadOnlyList<SubmittedCell> cells, IReadOnlyList<Answer> answers)
{
    /// <summary>The cells, in the notebook's order.</summary>
    public IEnumerable<CellToJudge> ForJudge()
    {
        int above = 0;
        foreach (SubmittedCell cell in cells)
        {
            int before = above;
            if (cell.Of is { } of)
                above = source.Cells.TakeWhile(other => other != of).Count() + 1;
            if (ToJudge(cell) is { } own)
                yield return own with { SourceCellsAbove = own.Given is null ? before : above };
        }
    }

    /// <summary>The ids that are assigned to <c>Variant.Student</c> in the notebook's STUDENT cells.</summary>
    public static IEnumerable<string> IdsIn(IEnumerable<SubmittedCell> cells) =>
        cells.Where(cell => cell.Of?.Role == CellRole.Student)
            .SelectMany(cell => StudentLine().Matches(cell.Cell.Source))
            .Select(match => match.Groups["id"].Value.Trim());

    /// <summary>The cell in the form that the judge reads; null for cells that are restored from the source, and for
    /// stubs.</summary>
    private CellToJudge? ToJudge(SubmittedCell cell)
    {
        if (answers.FirstOrDefault(answer => answer.Cells.Contains(cell)) is { } answer)
            return cell != answer.Cells[0] || answer.Task.IsText
                ? null
                : new(cell.Number, answer.Text, answer.Task.Name);
        if (cell.Cell is not CodeCell { IsSkipped: false } || cell.Of is { Role: CellRole.Tests })
            return null;
        if (cell is { Of.Role: CellRole.Given, IsAsGiven: true })
            return null;
        // A cell of a task that is not the answer, such as an earlier attempt or a part of a split cell, counts as a
        // cell that the student has added.
        string code = cell.Of is { Role: CellRole.Student }
            ? StudentLine().Replace(cell.Cell.Source, "")
            : cell.Cell.Source;
        bool isStub =
            cell.Of is { Role: CellRole.Task } of
            && !SubmittedCell.AreDifferent(code, source.Tasks.Single(known => known.Name == of.Task).Stub);
        // Code that a student has added to a given cell, such as a using directive, runs after the given cell.
        string? given = cell.Of is { Role: CellRole.Given } ? cell.Of.Cell.Source : null;
        CellToJudge own = new(cell.Number, code, null) { Given = given };
        return isStub || string.IsNullOrWhiteSpace(own.Code) ? null : own;
    }

    [GeneratedRegex("""^[ \t]*Variant\s*\.\s*Student\s*=\s*"(?<id>[^"\n]{0,200})"\s*;.*$""", RegexOptions.Multiline)]
    private static partial Regex StudentLine();
}
