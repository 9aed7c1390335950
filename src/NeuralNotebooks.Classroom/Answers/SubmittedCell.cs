namespace NeuralNotebooks.Classroom;

/// <summary>A cell of a submitted notebook, and the cell of the source that it corresponds to.</summary>
/// <param name="Number">Its number among the code cells, from 1; for any other cell, that of the code cell above
/// it.</param>
internal sealed record SubmittedCell(Cell Cell, int Number)
{
    private const int MaxMarker = 200;

    /// <summary>The cell of the source; null for a cell that the student has added.</summary>
    public SourceCell? Of { get; private init; }

    /// <summary>Where it is, for use in a sentence: "cell 7".</summary>
    public string Place =>
        Cell is CodeCell ? Invariant($"cell {Number}") : Invariant($"a text cell below cell {Number}");

    /// <summary>The names that its code declares.</summary>
    public IReadOnlySet<string> Declared => field ??= CellNames.DeclaredBy(Cell.Source);

    /// <summary>Whether it still has the text that was released to students, apart from white space.</summary>
    public bool IsAsGiven => Of is not null && !AreDifferent(Cell.Source, StudentVersion.TextOf(Of, null));

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
            cells.Add(new(cell, number) { Of = Corresponding(cell, released, byText) });
        }
        string[] missing =
        [
            .. released.Where(cell => cell is { Role: CellRole.Task, Cell: CodeCell })
                .Where(task => cells.All(cell => cell.Of?.Role != CellRole.Task || cell.Of.Task != task.Task))
                .Select(task => task.Task!),
        ];
        return missing.Length == 0 ? cells : [.. cells.SelectMany(cell => cell.Split(missing, released))];
    }

    /// <summary>The cell of the source that a cell corresponds to; null if there is none.</summary>
    private static SourceCell? Corresponding(Cell cell, SourceCell[] released, ILookup<string, SourceCell> byText)
    {
        string? gradeId = NbgraderMetadata.IdOf(cell);
        return Array.Find(released, own => gradeId is not null && own.GradeId == gradeId)
            ?? Array.Find(released, own => own.Cell.Id == cell.Id)
            ?? (FirstLineOf(cell) is var (role, task)
                    ? Array.Find(released, own => own.Role == role && own.Task == task)
                    : null)
            ?? byText[WithoutSpace(cell.Source)].FirstOrDefault();
    }

    /// <summary>Splits a cell into which the student has merged others, at each first line of a task whose cell is
    /// missing.</summary>
    private IEnumerable<SubmittedCell> Split(string[] missing, SourceCell[] released)
    {
        string code = Cell.Source;
        (int Start, string Task)[] starts =
        [
            .. (Cell is CodeCell ? MergedTasks(code) : []).Where(start => missing.Contains(start.Task))
                .DistinctBy(start => start.Task),
        ];
        if (starts.Length == 0)
            return [this];
        // Empty lines replace the text before the part, so that its line numbers stay the same.
        string From(int start, int end) => new string('\n', code.AsSpan(..start).Count('\n')) + code[start..end];
        return starts.Select(
                (start, i) =>
                    this with
                    {
                        Cell = new CodeCell(
                            $"{Cell.Id}-{start.Task}",
                            From(start.Start, i + 1 < starts.Length ? starts[i + 1].Start : code.Length)),
                        Of = Array.Find(released, cell => cell.Role == CellRole.Task && cell.Task == start.Task),
                    })
            .Prepend(this with { Cell = new CodeCell(Cell.Id, code[..starts[0].Start]) });
    }

    /// <summary>The first lines of tasks in a text that are code, and not in a comment or string. A word in place of
    /// each line is a token only there. So the text is read once, however many lines it has.</summary>
    private static IEnumerable<(int Start, string Task)> MergedTasks(string code)
    {
        Dictionary<int, string> tasks = MarkerPatterns.MergedTask().Matches(code)
            .ToDictionary(match => match.Index, match => match.Groups["name"].Value);
        var tokens = new CodeTokens(
            MarkerPatterns.MergedTask().Replace(code, match => "x".PadRight(match.Length - 2) + "//"));
        while (tasks.Count > 0 && tokens.MoveNext())
            if (tokens.Kind == CodeTokens.Word && tasks.TryGetValue(tokens.Start, out string? task))
                yield return (tokens.Start, task);
    }

    /// <summary>Whether two texts differ in more than white space.</summary>
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
}
