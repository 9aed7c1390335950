namespace NeuralNotebooks.Assignments;

/// <summary>The metadata of nbgrader for a cell, in schema version 3.</summary>
/// <param name="Locked">Whether its text is restored before grading.</param>
internal sealed record NbgraderMetadata(string GradeId, bool Grade, bool Solution, bool Locked, Points? Points = null)
{
    public const string Name = "nbgrader";

    public static string? IdOf(Cell cell) =>
        cell.Metadata[Name] is JsonObject fields && fields["grade_id"] is JsonValue value
        && value.TryGetValue(out string? id)
            ? id
            : null;

    /// <summary>The metadata of a source's cell in the students' version; null for the cell in which they enter their
    /// id.</summary>
    public static NbgraderMetadata? Of(SourceCell cell, AssignmentTask? task) =>
        cell.Role switch
        {
            CellRole.Task => new(
                cell.GradeId!, Grade: task!.IsByHand, Solution: true, Locked: false,
                task.IsByHand ? task.Points : null),
            // If a person marks the task, its points are in the TASK cell.
            CellRole.Tests => new(
                cell.GradeId!, Grade: true, Solution: false, Locked: true,
                task!.IsByHand ? default(Points) : task.Points),
            CellRole.Given => new(cell.GradeId!, Grade: false, Solution: false, Locked: true),
            _ => null,
        };

    /// <summary>Writes the metadata into a cell. Its text must be final, since the checksum depends on it.</summary>
    public void Enter(Cell cell)
    {
        var entry = new JsonObject
        {
            ["checksum"] = Checksum(cell),
            ["cell_type"] = TypeOf(cell),
            ["grade"] = Grade,
            ["grade_id"] = GradeId,
            ["locked"] = Locked,
        };
        if (Points is { } points)
            entry["points"] = points.Rounded;
        entry["schema_version"] = 3;
        entry["solution"] = Solution;
        entry["task"] = false;
        cell.Metadata["deletable"] = false;
        if (Locked)
            cell.Metadata["editable"] = false;
        cell.Metadata[Name] = entry;
    }

    /// <summary>nbgrader's checksum: MD5 over the text, the type, and grade, solution, locked, id and points as Python
    /// spells them. In the checksum, solution cells are never locked, and other graded cells always are.</summary>
    private string Checksum(Cell cell)
    {
        string text =
            cell.Source + TypeOf(cell) + Python(Grade) + Python(Solution) + Python(!Solution && (Grade || Locked))
            + GradeId;
        if (Grade)
            text += Python(Points ?? default);
#pragma warning disable CA5351 // nbgrader uses MD5 to notice changes, not for security.
        return Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5351
    }

    private static string Python(bool value) => value ? "True" : "False";

    /// <summary>Points in the form in which Python writes a float: 4.0, 2.5.</summary>
    private static string Python(Points points) =>
        points.ToString() is var text && text.Contains('.') ? text : text + ".0";

    private static string TypeOf(Cell cell) =>
        cell switch
        {
            CodeCell => "code",
            MarkdownCell => "markdown",
            _ => "raw",
        };
}
