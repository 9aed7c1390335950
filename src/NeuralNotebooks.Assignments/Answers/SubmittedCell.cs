namespace NeuralNotebooks.Assignments;

/// <summary>A cell of a submitted notebook, and the cell of the source that it corresponds to.</summary>
/// <param name="Number">Its number among the code cells, from 1; for any other cell, that of the code cell above
/// it.</param>
internal sealed partial record SubmittedCell(Cell Cell, int Number)
{
    private const int MaxMarker = 200;

    public SourceCell? SourceCell { get; private init; }

    /// <summary>The number of cells of the source that are above it, counted as in
    /// <see cref="AssignmentSource.Cells"/>. By default all are.</summary>
    public int SourceAbove { get; init; } = int.MaxValue;

    /// <summary>The text of its cell of the source in the students' version; empty for a cell that the student has
    /// added.</summary>
    public string Released { get; private init; } = "";

    /// <summary>Its text without directives, and without the line that sets the student's id.</summary>
    public string Code => field ??= StudentDirectives.WithoutDirectives(
        SourceCell?.Role == CellRole.Student ? StudentLine().Replace(Cell.Source, "") : Cell.Source);

    /// <summary>Whether the session of a later task may run it if it answers no task: it is neither restored from the
    /// source nor a stub.</summary>
    public bool IsOwnCode =>
        Cell is CodeCell { IsSkipped: false } && SourceCell is not { Role: CellRole.Tests } && !IsAsGiven
        && !string.IsNullOrWhiteSpace(Code);

    /// <summary>Whether its cell of the source runs in its place, so that only what the student has added to it
    /// counts.</summary>
    public bool IsRestored => SourceCell is { Role: CellRole.Given or CellRole.Tests };

    public string Place =>
        Cell is CodeCell ? Invariant($"cell {Number}") : Invariant($"a text cell below cell {Number}");

    public IReadOnlySet<string> Declared => field ??= CellNames.DeclaredBy(Cell.Source);

    /// <summary>The names that its code declares, without those of the released cell.</summary>
    public IReadOnlySet<string> Added =>
        field ??= Released.Length == 0 ? Declared : Declared.Except(CellNames.DeclaredBy(Released)).ToHashSet();

    /// <summary>Whether it still has the text that was released to students, apart from white space.</summary>
    public bool IsAsGiven => SourceCell is not null && !AreDifferent(Cell.Source, Released);

    /// <summary>The cells of a notebook. Each is matched to the source's cell with its grade_id, else its id, else its
    /// first line, else its whole text.</summary>
    public static List<SubmittedCell> In(Notebook notebook, AssignmentSource source)
    {
        SourceCell[] released =
        [
            .. source.Cells.Where(cell =>
                cell.Role is CellRole.Given or CellRole.Student or CellRole.Task or CellRole.Tests),
        ];
        ILookup<string, SourceCell> byText = released.Where(cell => cell.Role == CellRole.Given)
            .ToLookup(cell => WithoutSpace(cell.Cell.Source));
        var cells = new List<SubmittedCell>();
        int number = 0;
        foreach (Cell cell in notebook.Cells)
        {
            if (cell is CodeCell)
                number++;
            cells.Add(new(cell, number) { SourceCell = Corresponding(cell, released, byText) });
        }
        return [.. InPlace(cells, source)];
    }

    private static IEnumerable<SubmittedCell> InPlace(IEnumerable<SubmittedCell> cells, AssignmentSource source)
    {
        int above = 0;
        foreach (SubmittedCell cell in cells)
        {
            (SourceCell? matched, int before) = (cell.SourceCell, above);
            if (matched is not null)
                above = source.Cells.TakeWhile(other => other != matched).Count() + 1;
            yield return cell with
            {
                SourceAbove = cell.IsRestored ? above : before,
                Released = matched is null ? "" : StudentVersion.TextOf(matched, source.TaskOf(matched)),
            };
        }
    }

    private static SourceCell? Corresponding(Cell cell, SourceCell[] released, ILookup<string, SourceCell> byText)
    {
        string? gradeId = NbgraderMetadata.IdOf(cell);
        return Array.Find(released, candidate => gradeId is not null && candidate.GradeId == gradeId)
            ?? Array.Find(released, candidate => candidate.Cell.Id == cell.Id)
            ?? (FirstLineOf(cell) is var (role, task)
                    ? Array.Find(released, candidate => candidate.Role == role && candidate.Task == task)
                    : null)
            ?? byText[WithoutSpace(cell.Source)].FirstOrDefault();
    }

    public static bool AreDifferent(string one, string other) => WithoutSpace(one) != WithoutSpace(other);

    private static string WithoutSpace(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static (CellRole Role, string? Task)? FirstLineOf(Cell cell)
    {
        string line = cell.Source.TrimStart().Split('\n', 2)[0];
        Match match = MarkerPatterns.SubmittedFirstLine().Match(line.Length > MaxMarker ? line[..MaxMarker] : line);
        return !match.Success ? null : match.Groups["word"].Value switch
        {
            "STUDENT" => (CellRole.Student, null),
            "TESTS" => (CellRole.Tests, match.Groups["name"].Value),
            _ => (CellRole.Task, match.Groups["name"].Value),
        };
    }

    public static IEnumerable<string> IdsIn(IEnumerable<SubmittedCell> cells) =>
        cells.Where(cell => cell.SourceCell?.Role == CellRole.Student)
            .SelectMany(cell => StudentLine().Matches(cell.Cell.Source))
            .Select(match => match.Groups["id"].Value.Trim());

    [GeneratedRegex("""^[ \t]*Variant\s*\.\s*Student\s*=\s*"(?<id>[^"\n]{0,200})"\s*;.*$""", RegexOptions.Multiline)]
    private static partial Regex StudentLine();
}
