namespace NeuralNotebooks.Classroom;

/// <summary>A receipt lists the parts of a submission that grading will read, without running the submission: the cells
/// that answer each task, and the parts that are ignored.</summary>
/// <param name="Student">The student's id.</param>
/// <param name="Assignment">The assignment's name.</param>
/// <param name="File">The notebook that counts; empty if there is none.</param>
/// <param name="Tasks">The tasks, in the assignment's order.</param>
/// <param name="Notes">Notes about ignored, restored or moved cells, and about another student's id in the
/// notebook.</param>
public sealed record Receipt(
    string Student,
    string Assignment,
    string File,
    IReadOnlyList<ReceiptTask> Tasks,
    IReadOnlyList<string> Notes
)
{
    private const int MaxListed = 10;

    /// <summary>Why it cannot be graded; null if it can.</summary>
    public string? Problem { get; private init; }

    /// <summary>A short hash of the answers; empty without a notebook.</summary>
    public string Digest { get; private init; } = "";

    /// <summary>Whether the assignment has a cell for the student's id, but the notebook contains no id.</summary>
    public bool LacksId { get; internal init; }

    /// <summary>Whether there is no submission of the student.</summary>
    public bool IsAbsent { get; private init; }

    /// <summary>The points of the tasks whose answers will not count.</summary>
    public Points Lost => Points.Sum(Tasks.Where(task => !task.Counts).Select(task => task.Points));

    /// <summary>The receipt of a submission.</summary>
    internal static Receipt Of(AssignmentSource source, ReadSubmission read)
    {
        Submission submission = read.Submission;
        IEnumerable<string> notes = submission.Notes.Select(note => note.Text);
        if (read.Content is not { } content)
            return WithoutContent(source, submission.Student, read.Problem!) with { Notes = [.. notes] };
        Receipt receipt = Of(source, submission.SubmittedBy, content);
        string[] ignored = [.. submission.Files.Ignored(content.File)];
        string[] unread = ignored.Length > 0 ? [$"Not read: {Listed(ignored)}."] : [];
        return receipt with { Student = submission.Student, Notes = [.. notes, .. receipt.Notes, .. unread] };
    }

    /// <summary>The receipt of a notebook.</summary>
    internal static Receipt Of(AssignmentSource source, string student, SubmissionContent content) =>
        new(
            student,
            source.Name,
            content.File,
            TasksOf(source, task => content.Answers.GetValueOrDefault(task.Name)?.Place),
            [.. NotesOf(source, student, content)]
        )
        {
            Digest = content.Digest,
        };

    /// <summary>The receipt of a student who has submitted nothing.</summary>
    internal static Receipt OfAbsent(AssignmentSource source, string student) =>
        WithoutContent(source, student, "There is no submission.") with { IsAbsent = true };

    /// <summary>A copy with a problem for each forbidden symbol that an answer uses.</summary>
    internal Receipt With(ForbiddenUses forbidden) =>
        this with
        {
            Tasks =
            [
                .. Tasks.Select(task => task with
                {
                    Problems =
                    [
                        .. forbidden.In(new(Student, Assignment), task.Name).Select(id =>
                            $"{id} is not allowed in an answer."
                        ),
                    ],
                }),
            ],
        };

    /// <summary>The receipt as lines of text.</summary>
    public IEnumerable<string> Lines()
    {
        string who = Student.Length > 0 ? $"{Assignment}, {Student}" : Assignment;
        string[] tasks =
        [
            .. Tasks.SelectMany(task =>
                task.Problems.Select(problem => $"    {problem}")
                    .Prepend(
                        $"  {task.Name}, {Readable.Points(task.Points)}: {task.Place ?? "not answered"}"
                            + $"{(task.Counts ? "" : " (LOST)")}"
                    )
            ),
        ];
        return
        [
            OneLine($"{who}: {(Problem is null ? File : "cannot be graded")}"),
            .. Problem is null ? tasks : [$"  {Problem}"],
            .. Digest.Length > 0 ? [$"  The digest of the answers is {Digest}."] : Array.Empty<string>(),
            .. Notes.Select(note => OneLine($"  {note}")),
        ];
    }

    private static Receipt WithoutContent(AssignmentSource source, string student, string problem) =>
        new(student, source.Name, "", TasksOf(source, _ => null), []) { Problem = problem };

    /// <summary>The tasks of an assignment.</summary>
    /// <param name="source">The assignment.</param>
    /// <param name="place">Returns the cells that answer a task; null if none does.</param>
    private static ReceiptTask[] TasksOf(AssignmentSource source, Func<AssignmentTask, string?> place) =>
        [.. source.Tasks.Select(task => new ReceiptTask(task.Name, task.Points, place(task), []))];

    /// <summary>Escapes line breaks, since the name of a file could otherwise add lines to the receipt.</summary>
    private static string OneLine(string text) => Readable.Visible(text);

    private static IEnumerable<string> NotesOf(AssignmentSource source, string student, SubmissionContent content)
    {
        foreach (SubmissionNote note in content.Notes.Where(note => note.Kind != NoteKind.NotAnswered))
            yield return note.Text;
        string[] own =
        [
            .. content
                .Code.Cells.Where(cell => cell.Task is null && cell.Code.Split('\n').Any(HasCode))
                .Select(cell => Invariant($"cell {cell.Number}")),
        ];
        if (own.Length > 0)
            yield return $"Other cells ({Listed(own)}) count only if they declare a name that an answer uses.";
        bool hasVariants = source.Tasks.Any(task => VariantUse.Of(source, task).Contains(true));
        if (content.OwnId is { } id && student.Length > 0 && (id.Length > 0 || hasVariants))
            yield return id.Length == 0
                ? $"The notebook gives no id; it was submitted by {student}."
                : $"The notebook gives the id “{Readable.Visible(id)}”, but was submitted by {student}.";
    }

    private static bool HasCode(string line) => line.AsSpan().Trim() is not ([] or ['/', '/', ..]);

    private static string Listed(string[] all) =>
        string.Join(", ", all.Take(MaxListed))
        + (all.Length > MaxListed ? Invariant($" and {all.Length - MaxListed} more") : "");
}

/// <summary>A task on a receipt.</summary>
/// <param name="Name">The task's name.</param>
/// <param name="Points">What it is worth.</param>
/// <param name="Place">The cells that answer it; null if none does.</param>
/// <param name="Problems">Why the answer will not count.</param>
public sealed record ReceiptTask(string Name, Points Points, string? Place, IReadOnlyList<string> Problems)
{
    /// <summary>Whether the answer will be judged, or marked by a person.</summary>
    public bool Counts => Place is not null && Problems.Count == 0;
}
