namespace NeuralNotebooks.Assignments;

/// <summary>A teacher's notebook for an assignment, from which the student's version, the grading and the feedback are
/// made.</summary>
/// <param name="Name">The assignment's name: that of the file without its extension.</param>
public sealed record AssignmentSource(
    string Path, string Name, Notebook Notebook, IReadOnlyList<SourceCell> Cells, IReadOnlyList<AssignmentTask> Tasks)
{
    public string Folder => System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path))!;

    public Points MaxPoints => Points.Sum(Tasks.Select(task => task.Points));

    /// <summary>The name of the only task to check; null for all tasks.</summary>
    public string? OnlyTask { get; init; }

    internal IEnumerable<AssignmentTask> JudgedTasks =>
        Tasks.Where(task => task.Probes.Count > 0 && IsChecked(task));

    internal bool IsChecked(AssignmentTask task) => OnlyTask is null || task.Name == OnlyTask;

    /// <summary>The source up to the last cell of the only task that students get.</summary>
    internal AssignmentSource UpToTask =>
        OnlyTask is null ? this : this with
        {
            Cells =
            [
                .. Cells.Reverse().SkipWhile(cell => cell.Task != OnlyTask || !cell.IsReleased).Reverse(),
            ],
        };
}

/// <param name="Cell">The cell, markers included.</param>
/// <param name="Task">The name of the task that it belongs to; null for given cells and the STUDENT cell.</param>
/// <param name="GradeId">Its id in nbgrader's metadata; null for cells that no student gets, and for the STUDENT
/// cell.</param>
public sealed record SourceCell(Cell Cell, CellRole Role, string? Task, string? GradeId)
{
    /// <summary>The cell in messages, such as "cell 7": code cells are counted from 1 as usual, Markdown cells
    /// separately.</summary>
    public string Place { get; init; } = "";

    public bool IsReleased => Role is not (CellRole.Mistake or CellRole.Forbidden or CellRole.Allowed);

    internal Marker Marker => Marker.Of(Cell);

    /// <summary>Its text after the first line, with the line break before it.</summary>
    internal string TextAfterMarker =>
        Cell.Source.IndexOf('\n', StringComparison.Ordinal) is >= 0 and var end ? Cell.Source[end..] : "";
}

public enum CellRole
{
    /// <summary>Prose or code that the student is given.</summary>
    Given,

    /// <summary>The cell in which the student enters an id.</summary>
    Student,

    Task,

    /// <summary>The probes of a task and its visible checks.</summary>
    Tests,

    /// <summary>A wrong solution, never released.</summary>
    Mistake,

    /// <summary>Types and members that an answer must not use, never released.</summary>
    Forbidden,

    /// <summary>Types and members that are forbidden in general, but allowed in this task, never released.</summary>
    Allowed,
}

/// <param name="IsByHand">Whether a person marks it; it then has no probes.</param>
/// <param name="Declarations">The declarations of the hidden region, and those of its cell that it uses. They run again
/// for each probe.</param>
/// <param name="Forbidden">Documentation-comment ids of types and members that an answer must not use.</param>
/// <param name="Allowed">Documentation-comment ids of types and members that are forbidden in general, but allowed in
/// this task.</param>
public sealed record AssignmentTask(
    string Name, Points Points, bool IsByHand, bool IsText, string Reference, string Stub, string Declarations,
    IReadOnlyList<Probe> Probes, IReadOnlyList<KnownMistake> Mistakes, IReadOnlyList<string> Forbidden,
    IReadOnlyList<string> Allowed)
{
    /// <summary>The heading above it; its name if there is none.</summary>
    public string Title { get => field.Length > 0 ? field : Name; init; } = "";

    public string Place { get; init; } = "";

    public string TestsPlace { get; init; } = "";

    /// <summary>The call that <c>Quiz(…)</c> in the hidden region asks about; null if there is none.</summary>
    public Probe? Quiz { get; init; }

    /// <summary>The names that both the stub and the solution declare; if there are none, all names that the solution
    /// declares. A text has none.</summary>
    internal IReadOnlySet<string> RequiredNames
    {
        get
        {
            IReadOnlySet<string> all = IsText ? new HashSet<string>() : CellNames.DeclaredBy(Reference);
            HashSet<string> given = [.. CellNames.DeclaredBy(Stub).Where(all.Contains)];
            return given.Count > 0 ? given : all;
        }
    }
}

/// <summary>A hidden test: an expression whose value in the student's session must equal that in the
/// reference's.</summary>
/// <param name="Name">Its name, which only the teacher sees.</param>
/// <param name="Points">What it is worth, shares included.</param>
/// <param name="Tolerance">The largest relative difference of a number; null for the default.</param>
/// <param name="IsShown">Whether the student sees both values.</param>
public sealed record Probe(
    string Name, string Expression, Points Points, double? Tolerance = null, bool IsShown = false)
{
    /// <summary>The absolute tolerance: the allowed difference of a number is at least this. Null for the
    /// default.</summary>
    public double? Floor { get; init; }

    public int Line { get; init; }

    /// <summary>Whether the expression is a function without parameters, whose result is the value.</summary>
    internal bool IsFunction { get; init; }

    /// <summary>The expression that has the value.</summary>
    internal string Code => IsFunction ? $"new System.Func<object>({Expression})()" : Expression;
}

/// <summary>An executable wrong answer to a task.</summary>
/// <param name="Sentence">The sentence for a student who made this mistake.</param>
/// <param name="Code">The cell's code, in which the marker's line is empty.</param>
public sealed record KnownMistake(string Sentence, string Code)
{
    public string Place { get; init; } = "";
}
