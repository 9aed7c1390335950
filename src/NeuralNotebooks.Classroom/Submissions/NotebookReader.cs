namespace NeuralNotebooks.Classroom;

/// <summary>Reads a submitted notebook. It finds the cells that answer each task and the student's other code, and
/// notes which cells are restored from the assignment or ignored.</summary>
/// <param name="source">The assignment.</param>
/// <param name="student">The student's id, from which the variant's numbers are generated.</param>
internal sealed class NotebookReader(AssignmentSource source, string student)
{
    /// <summary>The most characters of all code cells and of all text cells. Cells beyond the limit are ignored before
    /// any search in them, which would take too long.</summary>
    private const int MaxCode = 1_000_000, MaxText = 10_000_000;

    private readonly List<SubmissionNote> _notes = [];

    /// <exception cref="SubmissionException">The file is not a notebook of this assignment.</exception>
    public SubmittedWork Read(byte[] content)
    {
        Notebook notebook = Parse(content);
        HashSet<Cell> tooLong = Shorten(notebook);
        List<SubmittedCell> cells = SubmittedCell.In(notebook, source);
        foreach (SubmittedCell cell in cells.Where(cell => tooLong.Contains(cell.Cell)))
            Note($"{cell.Place} is ignored: it is too long.");
        if (cells.All(cell => cell.Of is null))
            throw new SubmissionException(
                $"It is not the notebook of {source.Name}: it contains none of that notebook's cells."
            );
        var finder = new AnswerFinder(cells, Note);
        FoundAnswer[] found = [.. source.Tasks.Select(finder.Find).OfType<FoundAnswer>()];
        NoteOrder(cells, found);
        NoteGivenCells(cells);
        NoteDirectives(cells);
        WorkCell[] own = [.. new OwnCells(source, cells, found).ForJudge()];
        var images = new ImageLimit(Note);
        var answers = found.ToDictionary(answer => answer.Task.Name, answer => answer.With(images));
        return new(new Work(student, own), answers, _notes)
        {
            Digest = AnswerDigest.Of(DigestedTexts(answers, own)),
            OwnId = OwnCells.IdsIn(cells).LastOrDefault() is { } id
                && !id.Equals(student.Trim(), StringComparison.OrdinalIgnoreCase)
                    ? id
                    : null,
            Images = images,
        };
    }

    private static Notebook Parse(byte[] content)
    {
        string text = NotebookText.Of(content);
        try
        {
            return Notebook.Parse(text, "");
        }
        catch (NotebookFormatException e)
        {
            string repaired = NotebookText.WithoutNaN(text);
            return repaired != text
                ? Parse(Encoding.UTF8.GetBytes(repaired))
                : throw new SubmissionException($"It is not a readable notebook: {e.What}.");
        }
    }

    /// <summary>Empties the cells that are too long.</summary>
    /// <returns>These cells.</returns>
    private static HashSet<Cell> Shorten(Notebook notebook)
    {
        int code = 0, text = 0;
        HashSet<Cell> emptied = [];
        foreach (Cell cell in notebook.Cells)
        {
            bool isCode = cell is CodeCell;
            if ((isCode ? code : text) + cell.Source.Length > (isCode ? MaxCode : MaxText))
            {
                cell.Source = "";
                emptied.Add(cell);
            }
            (isCode ? ref code : ref text) += cell.Source.Length;
        }
        return emptied;
    }

    private void NoteOrder(List<SubmittedCell> cells, FoundAnswer[] found)
    {
        FoundAnswer[] inOrder = [.. found.OrderBy(answer => cells.IndexOf(answer.Cells[0]))];
        if (!inOrder.SequenceEqual(found))
            Note(
                "The answers are in a different order than in the assignment: "
                    + $"{string.Join(", ", inOrder.Select(answer => answer.Task.Name))}."
            );
    }

    private void NoteGivenCells(List<SubmittedCell> cells)
    {
        string[] changed =
        [
            .. source
                .Cells.Where(given => given.Cell is CodeCell && given.Role is CellRole.Given or CellRole.Tests)
                .Where(given => !cells.Exists(cell => cell.Of == given && cell.IsAsGiven))
                .Select(given => given.GradeId!),
        ];
        if (changed.Length > 0)
            Note(
                $"Given cells were changed or deleted, and are restored from the assignment: "
                    + $"{string.Join(", ", changed)}."
            );
    }

    private void NoteDirectives(List<SubmittedCell> cells)
    {
        string[] places =
        [
            .. cells
                .Where(cell =>
                    cell.Of is null or { Role: CellRole.Task or CellRole.Student }
                    && cell.Cell is CodeCell
                    && StudentText.HasDirectives(cell.Cell.Source)
                )
                .Select(cell => cell.Place),
        ];
        if (places.Length > 0)
            Note($"Lines such as #r, #i, #load and #!import are ignored, in {string.Join(", ", places)}.");
    }

    /// <summary>The texts and image hashes from which the digest of the answers is computed.</summary>
    private IEnumerable<string> DigestedTexts(Dictionary<string, SubmittedAnswer> answers, WorkCell[] own) =>
        source
            .Tasks.SelectMany(task => new[] { task.Name, answers.GetValueOrDefault(task.Name)?.Text ?? "" })
            .Concat(
                answers
                    .Values.SelectMany(answer => answer.Images)
                    .Select(image => $"{image.Key} {image.Value.FileName}")
            )
            .Concat(own.Where(cell => cell.Task is null).Select(cell => cell.Code));

    private void Note(string text) => _notes.Add(new(text));
}
