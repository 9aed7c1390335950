using System.Text.RegularExpressions;

namespace NeuralNotebooks.Classroom;

/// <summary>The part of a submitted notebook that is graded.</summary>
/// <param name="Work">The student's own code, for the judge.</param>
/// <param name="Answers">The text of the cell that answers each task, code or not; without an entry for an unanswered
/// task.</param>
/// <param name="Notes">What was restored, moved or ignored.</param>
public sealed partial record SubmittedWork(
    Work Work,
    IReadOnlyDictionary<string, string> Answers,
    IReadOnlyList<SubmissionNote> Notes
)
{
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

    /// <summary>A cell's code for the judge: lines for the engine, such as #r, are blanked, so that the others keep
    /// their numbers.</summary>
    private static string Judged(string code) => Directive().Replace(code, "");

    [GeneratedRegex("""^[ \t]*#(?:r|i|load)(?=[ \t"]).*$|^[ \t]*#!\S.*$""", RegexOptions.Multiline)]
    private static partial Regex Directive();

    [GeneratedRegex("""^[ \t]*Variant\s*\.\s*Student\s*=\s*"(?<id>[^"\n]{0,200})"\s*;.*$""", RegexOptions.Multiline)]
    private static partial Regex StudentLine();

    private sealed class Search(AssignmentSource source, string student, Notebook notebook)
    {
        private readonly IReadOnlyList<SubmittedCell> _cells = SubmittedCell.In(notebook, source);
        private readonly Dictionary<string, SubmittedCell> _answers = [];
        private readonly List<SubmissionNote> _notes = [];

        public SubmittedWork Run()
        {
            if (_cells.All(cell => cell.Of is null))
                throw new SubmissionException(
                    $"It is not the notebook of {source.Name}: it contains none of that notebook's cells."
                );
            foreach (AssignmentTask task in source.Tasks)
            {
                if (Find(task) is { } answer)
                    _answers.Add(task.Name, answer);
            }
            string[] inOrder = [.. _answers.OrderBy(answer => IndexOf(answer.Value)).Select(answer => answer.Key)];
            if (!inOrder.SequenceEqual(source.Tasks.Select(task => task.Name).Where(_answers.ContainsKey)))
                Note($"The answers are in a different order than in the assignment: {string.Join(", ", inOrder)}.");
            CheckGivenCells();

            return new(
                new Work(student, WorkCells()),
                _answers.ToDictionary(answer => answer.Key, answer => answer.Value.Cell.Source),
                _notes
            );
        }

        /// <summary>The last cell of the task that differs from the stub, else the last that declares what the task
        /// requires.</summary>
        private SubmittedCell? Find(AssignmentTask task)
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
            if (changed.Length > 0)
            {
                if (changed.Length > 1)
                    Note(
                        $"{task.Name} is answered in {changed.Length} cells "
                            + $"({string.Join(", ", changed.Select(PlaceOf))}): the last one counts."
                    );
                if (changed[^1].Cell is CodeCell == task.IsText)
                    Note(
                        $"{PlaceOf(changed[^1])}, the answer to {task.Name}, is of a different type than in "
                            + $"the assignment: it is read as {(task.IsText ? "text" : "code")}."
                    );
                return changed[^1];
            }
            IReadOnlySet<string> names = task.IsText ? new HashSet<string>() : GivenNames(task);
            if (
                names.Count > 0
                && _cells.LastOrDefault(cell =>
                    cell.Of is null
                    && cell.Cell is CodeCell
                    && names.All(name => DeclaredNames.MayDeclare(cell.Cell.Source, name))
                )
                    is { } declaring
            )
            {
                Note(
                    $"The answer to {task.Name} is taken from {PlaceOf(declaring)}, which declares "
                        + $"{string.Join(", ", names)}."
                );
                return declaring;
            }
            Note(
                own.Length > 0 ? $"{task.Name} is not answered." : $"{task.Name} is not answered: its cell is missing."
            );
            return null;
        }

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
                SubmittedCell[] copies = [.. _cells.Where(cell => cell.Of == given)];
                string whole = given.Cell.Source,
                    visible = given.Role == CellRole.Tests ? Region.WithoutHiddenTests(whole) : whole;
                if (copies.Length == 0 || copies.All(copy => SubmittedCell.AreDifferent(copy.Cell.Source, visible)))
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
                        && Directive().IsMatch(cell.Cell.Source)
                    )
                    .Select(cell => cell.Number),
            ];
            if (withDirectives.Length > 0)
                Note(
                    $"Lines such as #r, #i, #load and #!import are ignored, in "
                        + $"{string.Join(", ", withDirectives.Select(number => $"cell {number}"))}."
                );

            string[] ids =
            [
                .. _cells
                    .Where(cell => cell.Of?.Role == CellRole.Student)
                    .SelectMany(cell => StudentLine().Matches(cell.Cell.Source))
                    .Select(match => match.Groups["id"].Value.Trim()),
            ];
            foreach (
                string id in ids.Where(id =>
                        id.Length > 0 && !id.Equals(student.Trim(), StringComparison.OrdinalIgnoreCase)
                    )
                    .Distinct()
            )
                _notes.Add(
                    new(
                        $"The notebook gives the id “{id}” but was submitted by {student}: the variant of "
                            + $"{student} is used.",
                        IsForTeacher: true
                    )
                );
        }

        private WorkCell[] WorkCells()
        {
            var work = new List<WorkCell>();
            int above = 0;
            foreach (SubmittedCell cell in _cells)
            {
                if (ToWork(cell) is { } own)
                    work.Add(own with { SourceCellsAbove = above });
                if (cell.Of is { } of)
                    above = source.Cells.Index().First(entry => entry.Item == of).Index + 1;
            }
            return [.. work];
        }

        /// <summary>The cell as the judge gets it; null for cells restored from the source, and for stubs.</summary>
        private WorkCell? ToWork(SubmittedCell cell)
        {
            string? task = _answers.FirstOrDefault(answer => ReferenceEquals(answer.Value, cell)).Key;
            if (task is not null)
                return source.Tasks.Single(known => known.Name == task).IsText
                    ? null
                    : new(cell.Number, Judged(cell.Cell.Source), task);
            if (cell.Cell is not CodeCell || cell.Of is { Role: CellRole.Given or CellRole.Tests })
                return null;
            // The other part of a split cell, or an earlier attempt, counts as one of the student's own cells.
            string code = cell.Of is { Role: CellRole.Student }
                ? StudentLine().Replace(cell.Cell.Source, "")
                : cell.Cell.Source;
            bool isStub =
                cell.Of is { Role: CellRole.Task } of
                && !SubmittedCell.AreDifferent(code, source.Tasks.Single(known => known.Name == of.Task).Stub);
            return isStub || string.IsNullOrWhiteSpace(code) ? null : new(cell.Number, Judged(code), null);
        }

        private int IndexOf(SubmittedCell cell) =>
            _cells.Index().First(entry => ReferenceEquals(entry.Item, cell)).Index;

        private static string PlaceOf(SubmittedCell cell) =>
            cell.Cell is CodeCell
                ? Invariant($"cell {cell.Number}")
                : Invariant($"a text cell below cell {cell.Number}");

        private void Note(string text) => _notes.Add(new(text));
    }
}
