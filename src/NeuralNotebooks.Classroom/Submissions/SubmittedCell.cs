namespace NeuralNotebooks.Classroom;

/// <summary>A cell of a submitted notebook, and the cell of the source that it corresponds to.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Number">Its number among the code cells, from 1; for any other cell, that of the code cell above
/// it.</param>
internal sealed partial record SubmittedCell(Cell Cell, int Number)
{
    private const int MaxMarker = 200;

    /// <summary>The cell of the source; null for a cell of the student's own.</summary>
    public SourceCell? Of { get; private init; }

    /// <summary>The cells of a notebook. Each is matched to the source's cell with its grade_id, else its id, else its
    /// first line, else its whole text.</summary>
    public static List<SubmittedCell> In(Notebook notebook, AssignmentSource source)
    {
        SourceCell[] released =
        [
            .. source.Cells.Where(cell =>
                cell.Role is CellRole.Given or CellRole.Student or CellRole.Task or CellRole.Tests
            ),
        ];
        Dictionary<string, SourceCell> byText = released
            .Where(cell => cell.Role == CellRole.Given)
            .DistinctBy(cell => WithoutSpace(cell.Cell.Source))
            .ToDictionary(cell => WithoutSpace(cell.Cell.Source));
        var cells = new List<SubmittedCell>();
        int number = 0;
        foreach (Cell cell in notebook.Cells)
        {
            if (cell is CodeCell)
                number++;
            string? gradeId = NbgraderMetadata.IdOf(cell);
            SourceCell? of =
                Array.Find(released, own => gradeId is not null && own.GradeId == gradeId)
                ?? Array.Find(released, own => own.Cell.Id == cell.Id)
                ?? (
                    FirstLineOf(cell) is var (role, task)
                        ? Array.Find(released, own => own.Role == role && own.Task == task)
                        : null
                )
                ?? byText.GetValueOrDefault(WithoutSpace(cell.Source));
            cells.Add(new(cell, number) { Of = of });
        }
        return cells;
    }

    /// <summary>Whether two texts differ in more than white space.</summary>
    public static bool AreDifferent(string one, string other) => WithoutSpace(one) != WithoutSpace(other);

    private static string WithoutSpace(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static (CellRole Role, string? Task)? FirstLineOf(Cell cell)
    {
        string line = cell.Source.TrimStart().Split('\n', 2)[0];
        Match match = Marker().Match(line.Length > MaxMarker ? line[..MaxMarker] : line);
        return !match.Success ? null : match.Groups["word"].Value switch
        {
            "STUDENT" => (CellRole.Student, null),
            "TESTS" => (CellRole.Tests, match.Groups["name"].Value),
            _ => (CellRole.Task, match.Groups["name"].Value),
        };
    }

    [GeneratedRegex(@"^(//+|<!--)\s*(?<word>STUDENT|TASK|TESTS)\b\s*(?<name>[A-Za-z0-9_-]*)")]
    private static partial Regex Marker();
}
