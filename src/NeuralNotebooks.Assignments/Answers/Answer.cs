namespace NeuralNotebooks.Assignments;

/// <summary>What a student wrote for a task.</summary>
/// <param name="Images">The images that the text shows, by their names in the text.</param>
internal sealed record Answer(
    AssignmentTask Task, IReadOnlyList<SubmittedCell> Cells, string Text,
    IReadOnlyDictionary<string, SubmittedImage> Images)
{
    public string Code => string.Join("\n\n", Cells.Select(cell => cell.Code));

    public string Place => string.Join(", ", Cells.Select(cell => cell.Place));

    /// <summary>A cell of the teacher in place of an answer: the solution, the stub or a known mistake.</summary>
    public static Answer OfTeacher(AssignmentTask task, string code) =>
        new(task, [new(new CodeCell("", code), 1)], code, new Dictionary<string, SubmittedImage>());

    public static Answer Of(AssignmentTask task, IReadOnlyList<SubmittedCell> cells, ImageLimit images) =>
        new(
            task, cells,
            string.Join("\n\n", cells.Select((cell, i) => AnswerImages.TextOf(cell.Cell, i))),
            AnswerImages.Of([.. cells.Select(cell => cell.Cell)], images));
}
