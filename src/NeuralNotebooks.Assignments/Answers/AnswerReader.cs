namespace NeuralNotebooks.Assignments;

/// <summary>Reads the answers in a submitted notebook. It finds the cells that answer each task and the student's other
/// code, and notes which cells are restored from the assignment or ignored.</summary>
/// <param name="student">The student's id, from which the variant's numbers are generated.</param>
/// <param name="name">The name of the file, if it is not the assignment's; empty if it is, or is not known.</param>
internal sealed class AnswerReader(AssignmentSource source, string student, string name = "")
{
    /// <summary>The most characters of all code cells and of all text cells, and the most cells. Text beyond the limit
    /// is ignored before any search in it, which would take too long. A notebook of more cells, or of more names and
    /// values, each of which takes many times its own size in memory, is not read.</summary>
    private const int MaxCode = 1_000_000, MaxText = 10_000_000, MaxCells = 10_000,
        MaxValues = 5_000_000;

    private readonly List<SubmissionNote> _notes = [];

    private ImageLimit Images => field ??= new(Note);

    /// <summary>Finds the answers in a notebook. A reader reads one notebook.</summary>
    public SubmissionContent Read(byte[] content)
    {
        Notebook notebook = Parse(content);
        HashSet<Cell> tooLong = Shorten(notebook);
        List<SubmittedCell> cells = SubmittedCell.In(notebook, source);
        foreach (SubmittedCell cell in cells.Where(cell => tooLong.Contains(cell.Cell)))
            Note($"{cell.Place} is ignored: it is too long.");
        var finder = new AnswerFinder(cells, Images, _notes.Add);
        Answer[] found = [.. source.Tasks.Select(finder.Find).OfType<Answer>()];
        if (found.Length == 0 && !AreOfAssignment(cells))
            throw new SubmissionException($"This is {NameOf(notebook)}, not {source.Name}.");
        NoteOrder(cells, found);
        NoteGivenCells(cells);
        NoteDirectives(cells);
        return new(new StudentsCode(student, cells, found.ToDictionary(answer => answer.Task.Name)), [.. _notes])
        {
            OwnId = SubmittedCell.IdsIn(cells).LastOrDefault() is { } id
                && !id.Equals(student.Trim(), StringComparison.OrdinalIgnoreCase)
                    ? id
                    : null,
        };
    }

    public SubmissionContent WithImageFiles(
        SubmissionContent content, Lazy<IReadOnlyDictionary<string, Action<Stream>>> files)
    {
        Dictionary<string, Answer> answers = content.Answers.ToDictionary(
            found => found.Key,
            found => found.Value.Task.IsText ? AnswerImages.WithFiles(found.Value, files, Images) : found.Value);
        return content with { Code = new(student, content.Code.Cells, answers), Notes = [.. _notes] };
    }

    /// <summary>Whether cells without an answer are those of this assignment: one is a cell of a task, all are cells
    /// of the release, or one is certainly of the release and the student has added no cell of another task.</summary>
    private static bool AreOfAssignment(List<SubmittedCell> cells)
    {
        SubmittedCell[] released = [.. cells.Where(cell => cell.SourceCell is not null)];
        SubmittedCell[] added = [.. cells.Where(cell => cell.SourceCell is null)];
        return released.Length > 0
            && (added.Length == 0 || released.Any(cell => cell.SourceCell!.Task is not null)
                || (released.Any(cell =>
                        cell.SourceCell!.Role == CellRole.Student || NbgraderMetadata.IdOf(cell.Cell) is not null)
                    && !added.Any(cell => MarkerPatterns.AnyTask().IsMatch(cell.Cell.Source))));
    }

    /// <summary>What a notebook is that is not the assignment's: the name of its file, or its first heading.</summary>
    private string NameOf(Notebook notebook)
    {
        if (name.Length > 0)
            return name;
        string? heading = notebook.Cells.OfType<MarkdownCell>()
            .SelectMany(cell => MarkerPatterns.HeadingsIn(cell.Source)).FirstOrDefault();
        return heading is null ? "another notebook" : $"“{Readable.Visible(heading)}”";
    }

    private static Notebook Parse(byte[] content)
    {
        string text = NotebookText.Of(content);
        if (NotebookText.HasMoreValues(text, MaxValues))
            throw new SubmissionException(Invariant($"The notebook has more than {MaxValues} names and values."));
        try
        {
            return Notebook.Parse(text, PercentReader.HasCells(text) ? Notebook.CSharpExtension : "", MaxCells);
        }
        catch (NotebookFormatException e)
        {
            string repaired = NotebookText.WithoutNaN(text);
            return repaired != text
                ? Parse(Encoding.UTF8.GetBytes(repaired))
                : throw new SubmissionException($"It is not a readable notebook: {e.What}.");
        }
    }

    /// <returns>The cells that were too long, and are empty now.</returns>
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

    private void NoteOrder(List<SubmittedCell> cells, Answer[] found)
    {
        Answer[] inOrder = [.. found.OrderBy(answer => cells.IndexOf(answer.Cells[0]))];
        if (!inOrder.SequenceEqual(found))
            Note(
                "The answers are in a different order than in the assignment: "
                    + $"{string.Join(", ", inOrder.Select(answer => answer.Task.Name))}.");
    }

    private void NoteGivenCells(List<SubmittedCell> cells)
    {
        string[] changed =
        [
            .. source.Cells.Where(given => given.Cell is CodeCell && given.Role is CellRole.Given or CellRole.Tests)
                .Where(given => !cells.Exists(cell => cell.SourceCell == given && cell.IsAsGiven))
                .Select(given => given.GradeId!),
        ];
        if (changed.Length > 0)
            Note(
                $"Given cells were changed or deleted, and are restored from the assignment: "
                    + $"{string.Join(", ", changed)}.");
    }

    private void NoteDirectives(List<SubmittedCell> cells)
    {
        string[] places =
        [
            .. cells.Where(cell =>
                    cell.SourceCell is null or { Role: CellRole.Task or CellRole.Student } && cell.Cell is CodeCell
                    && StudentDirectives.HasDirectives(cell.Cell.Source))
                .Select(cell => cell.Place),
        ];
        if (places.Length > 0)
            Note($"Lines such as #r, #i, #load and #!import are ignored, in {string.Join(", ", places)}.");
    }

    private void Note(string text) => _notes.Add(new(text, NoteReaders.Student));
}

public sealed class SubmissionException(string message) : Exception(message);
