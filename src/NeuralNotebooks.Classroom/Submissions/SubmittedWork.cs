namespace NeuralNotebooks.Classroom;

/// <summary>The part of a submitted notebook that is graded.</summary>
/// <param name="Work">The student's own code, for the judge.</param>
/// <param name="Answers">The answer to each task, code or not; without an entry for an unanswered task.</param>
/// <param name="Notes">What was restored, moved or ignored.</param>
public sealed partial record SubmittedWork(
    Work Work,
    IReadOnlyDictionary<string, SubmittedAnswer> Answers,
    IReadOnlyList<SubmissionNote> Notes
)
{
    /// <summary>More characters than anybody writes: what is beyond them is ignored before it is searched.</summary>
    private const int MaxCode = 1_000_000, MaxText = 10_000_000;

    /// <summary>The notebook's file.</summary>
    public byte[] Content { get; private init; } = [];

    /// <summary>The notebook's path in what was submitted.</summary>
    public string File { get; private init; } = "";

    /// <summary>A short hash of the answers and of the student's other code.</summary>
    public string Digest { get; private init; } = "";

    /// <summary>The id that the notebook gives, trimmed; null if it gives none, or that of its folder.</summary>
    public string? OwnId { get; private init; }

    /// <summary>Finds the answers in the notebook that has most of them; of several such, in the likeliest.</summary>
    /// <exception cref="SubmissionException">There is no notebook of this assignment that can be read.</exception>
    public static SubmittedWork Of(AssignmentSource source, Submission submission)
    {
        IReadOnlyList<SubmittedFile> notebooks = submission.Notebooks();
        (SubmittedWork Work, SubmittedFile File)? best = null;
        SubmissionException? problem = null;
        foreach (SubmittedFile file in notebooks)
        {
            try
            {
                byte[] content = file.Read();
                SubmittedWork work = Of(source, submission.Id, content) with
                {
                    Content = content,
                    File = file.Path,
                };
                if (best is null || work.Answers.Count > best.Value.Work.Answers.Count)
                    best = (work, file);
            }
            catch (SubmissionException e)
            {
                problem ??= e;
            }
        }
        if (best is not var (chosen, from))
            throw problem!;
        chosen = Attached.WithFiles(chosen, source, path => submission.Beside(from, path));
        string counts = $"There are {notebooks.Count} notebooks: {from.Name} counts.";
        return notebooks.Count == 1 ? chosen : chosen with { Notes = [new(counts), .. chosen.Notes] };
    }

    /// <summary>Finds the answers in a submitted notebook.</summary>
    /// <exception cref="SubmissionException">It is not a notebook, or not one of this assignment.</exception>
    public static SubmittedWork Of(AssignmentSource source, string student, byte[] notebook) =>
        new Search(source, student, Parse(notebook)).Run();

    private static Notebook Parse(byte[] content)
    {
        try
        {
            return Notebook.Parse(new UTF8Encoding(false, throwOnInvalidBytes: false).GetString(content), "");
        }
        catch (NotebookFormatException e)
        {
            throw new SubmissionException($"It is not a notebook that can be read: {e.What}.");
        }
    }

    [GeneratedRegex("""^[ \t]*Variant\s*\.\s*Student\s*=\s*"(?<id>[^"\n]{0,200})"\s*;.*$""", RegexOptions.Multiline)]
    private static partial Regex StudentLine();

    /// <summary>Empties the cells that are too long.</summary>
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

    private sealed class Search(AssignmentSource source, string student, Notebook notebook)
    {
        private readonly HashSet<Cell> _emptied = Shorten(notebook);
        private readonly List<SubmittedCell> _cells = SubmittedCell.In(notebook, source);

        /// <summary>The cells that answer each task, of which the later ones continue the first.</summary>
        private readonly List<(AssignmentTask Task, SubmittedCell[] Cells)> _answers = [];
        private readonly List<SubmissionNote> _notes = [];

        public SubmittedWork Run()
        {
            foreach (SubmittedCell cell in _cells.Where(cell => _emptied.Contains(cell.Cell)))
                Note($"{PlaceOf(cell)} is ignored: it is too long.");
            if (_cells.All(cell => cell.Of is null))
                throw new SubmissionException(
                    $"It is not the notebook of {source.Name}: it contains none of that notebook's cells."
                );
            foreach (AssignmentTask task in source.Tasks)
            {
                if (Find(task) is { Length: > 0 } answer)
                    _answers.Add((task, answer));
            }
            string[] names = [.. _answers.Select(answer => answer.Task.Name)],
                inOrder =
                [
                    .. _answers.OrderBy(answer => _cells.IndexOf(answer.Cells[0])).Select(answer => answer.Task.Name),
                ];
            if (!inOrder.SequenceEqual(names))
                Note($"The answers are in a different order than in the assignment: {string.Join(", ", inOrder)}.");
            CheckGivenCells();

            WorkCell[] cells = [.. WorkCells()];
            Dictionary<string, SubmittedAnswer> answers = _answers.ToDictionary(
                answer => answer.Task.Name,
                answer => new SubmittedAnswer(
                    TextOf(answer.Cells),
                    string.Join(", ", answer.Cells.Select(PlaceOf)),
                    Attached.Of([.. answer.Cells.Select(cell => cell.Cell)])
                )
            );
            return new(new Work(student, cells), answers, _notes)
            {
                Digest = AnswerDigest.Of(
                    source
                        .Tasks.SelectMany(task => new[] { task.Name, answers.GetValueOrDefault(task.Name)?.Text ?? "" })
                        .Concat(
                            answers
                                .Values.SelectMany(answer => answer.Images)
                                .Select(image => $"{image.Key} {image.Value}")
                        )
                        .Concat(cells.Where(cell => cell.Task is null).Select(cell => cell.Code))
                ),
                OwnId = OwnId(),
            };
        }

        private static string TextOf(SubmittedCell[] answer) =>
            string.Join("\n\n", answer.Select((cell, i) => Attached.TextOf(cell.Cell, i)));

        /// <summary>Of the task's cells that differ from the stub, the last that declares what the task requires; else
        /// the last other cell that does; else the last of the task's cells. What the student's cells directly below
        /// it add belongs to it.</summary>
        private SubmittedCell[] Find(AssignmentTask task)
        {
            SubmittedCell[] own =
            [
                .. _cells.Where(cell => cell.Of is { Role: CellRole.Task } of && of.Task == task.Name),
            ];
            SubmittedCell[] changed =
            [
                .. own.Where(cell =>
                    !string.IsNullOrWhiteSpace(cell.Cell.Source)
                    && SubmittedCell.AreDifferent(cell.Cell.Source, task.Stub)
                ),
            ];
            IReadOnlySet<string> names = task.IsText ? new HashSet<string>() : GivenNames(task);
            bool Declares(SubmittedCell cell) =>
                names.Count > 0 && names.All(name => DeclaredNames.MayDeclare(cell.Cell.Source, name));
            SubmittedCell? answer = changed.LastOrDefault(Declares);
            if (answer is null && _cells.LastOrDefault(cell => cell is { Of: null, Cell: CodeCell } && Declares(cell))
                is { } declaring)
            {
                Note(
                    $"The answer to {task.Name} is taken from {PlaceOf(declaring)}, which declares "
                        + $"{string.Join(", ", names)}."
                );
                return [declaring];
            }
            answer ??= changed.LastOrDefault() ?? own.LastOrDefault();
            SubmittedCell[] more = answer is null ? [] : [.. Below(answer).Where(cell => Continues(answer, cell))];
            if (answer is null || (changed.Length == 0 && more.Length == 0))
            {
                string missing = own.Length > 0 ? "" : ": its cell is missing";
                Note($"{task.Name} is not answered{missing}.");
                return [];
            }
            if (changed.Length > 1)
                Note(
                    $"{task.Name} is answered in {changed.Length} cells "
                        + $"({string.Join(", ", changed.Select(PlaceOf))}): "
                        + $"{(answer == changed[^1] ? "the last one" : PlaceOf(answer))} counts."
                );
            if (more.Length > 0)
                Note($"The answer to {task.Name} continues in {string.Join(", ", more.Select(PlaceOf))}.");
            if (answer.Cell is CodeCell == task.IsText)
                Note(
                    $"{PlaceOf(answer)}, the answer to {task.Name}, is of a different type than in "
                        + $"the assignment: it is read as {(task.IsText ? "text" : "code")}."
                );
            return [answer, .. more];

            // It declares what the first lacks, or gives it a value.
            bool Continues(SubmittedCell first, SubmittedCell cell)
            {
                if (task.IsText || cell.Cell is not CodeCell)
                    return task.IsText && cell.Cell is MarkdownCell;
                string[] declared = [.. names.Where(name => DeclaredNames.MayDeclare(cell.Cell.Source, name))];
                return declared.Length == 0
                    ? names.Any(name => DeclaredNames.MayAssign(cell.Cell.Source, name))
                    : !declared.Any(name => DeclaredNames.MayDeclare(first.Cell.Source, name));
            }
        }

        /// <summary>The student's own cells directly below a cell.</summary>
        private IEnumerable<SubmittedCell> Below(SubmittedCell cell) =>
            _cells.Skip(_cells.IndexOf(cell) + 1).TakeWhile(below => below.Of is null);

        /// <summary>The names that both the stub and the solution declare, else all of the solution's.</summary>
        private static IReadOnlySet<string> GivenNames(AssignmentTask task)
        {
            IReadOnlySet<string> all = DeclaredNames.Of(task.Reference);
            HashSet<string> given = [.. DeclaredNames.Of(task.Stub).Where(all.Contains)];
            return given.Count > 0 ? given : all;
        }

        private void CheckGivenCells()
        {
            var changed = new List<string>();
            foreach (
                SourceCell given in source.Cells.Where(cell =>
                    cell.Cell is CodeCell && cell.Role is CellRole.Given or CellRole.Tests
                )
            )
            {
                string visible = VisibleText(given);
                if (_cells.All(cell => cell.Of != given || SubmittedCell.AreDifferent(cell.Cell.Source, visible)))
                    changed.Add(given.GradeId!);
            }
            if (changed.Count > 0)
                Note(
                    $"Given cells were changed or deleted, and are restored from the assignment: "
                        + $"{string.Join(", ", changed)}."
                );
            int[] withDirectives =
            [
                .. _cells
                    .Where(cell =>
                        cell.Of is null or { Role: CellRole.Task or CellRole.Student }
                        && cell.Cell is CodeCell
                        && StudentText.HasDirectives(cell.Cell.Source)
                    )
                    .Select(cell => cell.Number),
            ];
            if (withDirectives.Length > 0)
                Note(
                    $"Lines such as #r, #i, #load and #!import are ignored, in "
                        + $"{string.Join(", ", withDirectives.Select(number => $"cell {number}"))}."
                );
        }

        private static string VisibleText(SourceCell given) => StudentVersion.TextOf(given, null);

        private string? OwnId() =>
            _cells
                .Where(cell => cell.Of?.Role == CellRole.Student)
                .SelectMany(cell => StudentLine().Matches(cell.Cell.Source))
                .Select(match => match.Groups["id"].Value.Trim())
                .LastOrDefault()
                is { } id
            && !id.Equals(student.Trim(), StringComparison.OrdinalIgnoreCase)
                ? id
                : null;

        private IEnumerable<WorkCell> WorkCells()
        {
            int above = 0;
            foreach (SubmittedCell cell in _cells)
            {
                int before = above;
                if (cell.Of is { } of)
                    above = source.Cells.TakeWhile(other => other != of).Count() + 1;
                if (ToWork(cell) is { } own)
                    yield return own with { SourceCellsAbove = own.Given is null ? before : above };
            }
        }

        /// <summary>The cell as the judge gets it; null for cells restored from the source, and for stubs.</summary>
        private WorkCell? ToWork(SubmittedCell cell)
        {
            (AssignmentTask? task, SubmittedCell[]? answer) = _answers.Find(answer => answer.Cells.Contains(cell));
            if (task is not null)
                return cell != answer![0] || task.IsText
                    ? null
                    : new(cell.Number, StudentText.WithoutDirectives(TextOf(answer)), task.Name);
            if (cell.Cell is not CodeCell || cell.Of is { Role: CellRole.Tests })
                return null;
            SourceCell? given = cell.Of is { Role: CellRole.Given } ? cell.Of : null;
            if (given is not null && !SubmittedCell.AreDifferent(cell.Cell.Source, VisibleText(given)))
                return null;
            // The other part of a split cell, or an earlier attempt, counts as one of the student's own cells.
            string code = cell.Of is { Role: CellRole.Student }
                ? StudentLine().Replace(cell.Cell.Source, "")
                : cell.Cell.Source;
            bool isStub =
                cell.Of is { Role: CellRole.Task } of
                && !SubmittedCell.AreDifferent(code, source.Tasks.Single(known => known.Name == of.Task).Stub);
            code = StudentText.WithoutDirectives(code);
            return isStub || string.IsNullOrWhiteSpace(code)
                ? null
                // What a student has added to a given cell, such as a using directive, stands below it.
                : new(cell.Number, code, null) { Given = given?.Cell.Source };
        }

        private static string PlaceOf(SubmittedCell cell) =>
            cell.Cell is CodeCell
                ? Invariant($"cell {cell.Number}")
                : Invariant($"a text cell below cell {cell.Number}");

        private void Note(string text) => _notes.Add(new(text));
    }
}

/// <summary>What a notebook answers to a task.</summary>
/// <param name="Text">The text of its cells.</param>
/// <param name="Place">Where it is, such as "cell 7".</param>
/// <param name="Images">The images that the text carries.</param>
public sealed record SubmittedAnswer(string Text, string Place, JsonObject Images);
