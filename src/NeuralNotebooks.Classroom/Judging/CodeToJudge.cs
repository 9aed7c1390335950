namespace NeuralNotebooks.Classroom;

/// <summary>Code that is judged: the code cells of a student, or cells of the teacher in their place, in the notebook's
/// order.</summary>
/// <param name="Student">The student's id, from which the variant is derived.</param>
/// <param name="Cells">The cells that answer tasks, and others that are not from the source.</param>
internal sealed record CodeToJudge(string Student, IReadOnlyList<CellToJudge> Cells)
{
    /// <summary>The cell that answers a task: the last of several; null if none does.</summary>
    internal CellToJudge? CellOf(AssignmentTask task) => Cells.LastOrDefault(cell => cell.Task == task.Name);

    /// <summary>A cell of the teacher that answers a task: the reference, the stub or a known mistake.</summary>
    internal static CodeToJudge OfTeacher(AssignmentTask task, string code, string student) =>
        new(student, [new(1, code, task.Name)]);
}

/// <summary>A code cell of a student.</summary>
/// <param name="Number">Its number in the submitted notebook, counting code cells from 1.</param>
/// <param name="Code">Its text.</param>
/// <param name="Task">The task that it answers; null for a cell that answers none.</param>
internal sealed record CellToJudge(int Number, string Code, string? Task)
{
    /// <summary>Its text without directives.</summary>
    public string Code { get; } = StudentText.WithoutDirectives(Code);

    /// <summary>The number of cells of the source that are above it, counted as in
    /// <see cref="AssignmentSource.Cells"/>. By default all are.</summary>
    public int SourceCellsAbove { get; init; } = int.MaxValue;

    /// <summary>The source's text of a given cell that the student has changed, which runs instead; null for any other
    /// cell.</summary>
    internal string? Given { get; init; }
}

/// <summary>The values of one task's probes in a session.</summary>
/// <param name="Task">The task's name.</param>
/// <param name="Values">One for each probe, in order.</param>
/// <param name="Notes">Messages for teacher and student in addition to the score, such as a compile error with its
/// place or a forbidden use.</param>
/// <param name="Transcript">The messages of the session's exceptions and, unless its process is reused, its output.
/// Only the teacher sees them.</param>
/// <param name="Cpu">CPU time used.</param>
internal sealed record TaskValues(
    string Task, IReadOnlyList<ProbeValue> Values, IReadOnlyList<string> Notes, string Transcript, TimeSpan Cpu)
{
    /// <summary>The exception of the cell that answers the task; null if it ran to its end.</summary>
    internal SessionStarted? Failed { get; init; }

    /// <summary>The values for code that does not answer the task.</summary>
    internal static TaskValues NotAnswered(AssignmentTask task) =>
        NotJudged(task.Name, task.Probes.Count, new MissingValue(MissingReason.NotAnswered), []);

    /// <summary>The values of a task that could not be judged: the same reason for each value that was asked
    /// for.</summary>
    internal static TaskValues NotJudged(string task, int count, MissingValue why, IReadOnlyList<string> notes)
        => new(task, [.. Enumerable.Repeat(why, count)], notes, "", TimeSpan.Zero);
}
