namespace NeuralNotebooks.Classroom;

/// <summary>Reads a submitted notebook. It finds the cells that answer each task and the student's other code, and
/// notes which cells are restored from the assignment or ignored.</summary>
internal sealed class NotebookReader
{
    /// <summary>The most characters of all code cells and of all text cells. Cells beyond the limit are ignored before
    /// any search in them, which would take too long.</summary>
    private const int MaxCode = 1_000_000, MaxText = 10_000_000;

    private readonly AssignmentSource _source;
    private readonly string _student;
    private readonly List<SubmissionNote> _notes = [];
    private readonly ImageLimit _images;

    /// <param name="source">The assignment.</param>
    /// <param name="student">The student's id, from which the variant's numbers are generated.</param>
    public NotebookReader(AssignmentSource source, string student)
    {
        (_source, _student) = (source, student);
        _images = new(Note);
    }

    /// <summary>Finds the answers in a notebook. A reader reads one notebook.</summary>
    /// <exception cref="SubmissionException">The file is not a notebook of this assignment.</exception>
    public SubmissionContent Read(byte[] content)
    {
        Notebook notebook = Parse(content);
        HashSet<Cell> tooLong = Shorten(notebook);
        List<SubmittedCell> cells = SubmittedCell.In(notebook, _source);
        foreach (SubmittedCell cell in cells.Where(cell => tooLong.Contains(cell.Cell)))
            Note($"{cell.Place} is ignored: it is too long.");
        if (cells.All(cell => cell.Of is null))
            throw new SubmissionException(
                $"It is not the notebook of {_source.Name}: it contains none of that notebook's cells."
            );
        var finder = new AnswerFinder(cells, _notes.Add);
        FoundAnswer[] found = [.. _source.Tasks.Select(finder.Find).OfType<FoundAnswer>()];
        NoteOrder(cells, found);
        NoteGivenCells(cells);
        NoteDirectives(cells);
        CellToJudge[] own = [.. new StudentCells(_source, cells, found).ForJudge()];
        var answers = found.ToDictionary(answer => answer.Task.Name, answer => answer.ToSubmitted(_images));
        Dictionary<string, QuestionAnswers> aboutCode = cells
            .Where(cell => cell.Of?.Role == CellRole.Defend)
            .Select(cell => (Task: cell.Of!.Task!, Answers: QuestionAnswers.In(cell.Cell.Source)))
            .Where(found => found.Answers.Sheet > 0)
            .GroupBy(found => found.Task, found => found.Answers)
            .ToDictionary(same => same.Key, same => same.Last());
        return new(
            new CodeToJudge(_student, own),
            answers,
            [.. _notes],
            AnswerDigest.Of(DigestedTexts(answers, own, aboutCode))
        )
        {
            AnswersAboutCode = aboutCode,
            OwnId = StudentCells.IdsIn(cells).LastOrDefault() is { } id
                && !id.Equals(_student.Trim(), StringComparison.OrdinalIgnoreCase)
                    ? id
                    : null,
        };
    }

    /// <summary>Adds the image files to which the answers of this notebook refer.</summary>
    /// <param name="content">What the notebook contains.</param>
    /// <param name="files">The files in the notebook's folder, by their relative paths.</param>
    public SubmissionContent WithImageFiles(
        SubmissionContent content,
        Lazy<IReadOnlyDictionary<string, SubmittedFile>> files
    )
    {
        var answers = new Dictionary<string, SubmittedAnswer>(content.Answers);
        foreach (AssignmentTask task in _source.Tasks.Where(task => task.IsText))
            if (answers.TryGetValue(task.Name, out SubmittedAnswer? answer))
                answers[task.Name] = AnswerImages.WithFiles(answer, files, _images);
        return content with { Answers = answers, Notes = [.. _notes] };
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
            .. _source
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
    private IEnumerable<string> DigestedTexts(
        Dictionary<string, SubmittedAnswer> answers,
        CellToJudge[] own,
        Dictionary<string, QuestionAnswers> aboutCode
    ) =>
        _source
            .Tasks.SelectMany(task => new[] { task.Name, answers.GetValueOrDefault(task.Name)?.Text ?? "" })
            .Concat(
                answers
                    .Values.SelectMany(answer => answer.Images)
                    .Select(image => $"{image.Key} {image.Value.FileName}")
            )
            .Concat(own.Where(cell => cell.Task is null).Select(cell => cell.Code))
            .Concat(
                aboutCode
                    .OrderBy(answered => answered.Key, StringComparer.Ordinal)
                    .Select(answered => Invariant(
                        $"{answered.Key} {answered.Value.Sheet} {string.Join(' ', answered.Value.Choices)}"))
            );

    private void Note(string text) => _notes.Add(new(text));
}
