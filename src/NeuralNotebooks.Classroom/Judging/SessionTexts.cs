namespace NeuralNotebooks.Classroom;

/// <summary>The texts of a task's session.</summary>
internal static class SessionTexts
{
    /// <summary>The texts of the session in which a work's answer to a task is judged.</summary>
    public static CompileTask Of(AssignmentSource source, Work work, AssignmentTask task, bool isTrusted)
    {
        WorkCell judged = work.CellOf(task)!;
        var texts = new List<string>();
        // How many of the session's texts are above each cell of the source.
        int[] above = new int[source.Cells.Count + 1];
        int end = IndexOf(task.Name);
        for (int i = 0; i < end; i++)
        {
            above[i] = texts.Count;
            if (TextOf(source, source.Cells[i]) is { } text)
                texts.Add(text);
        }
        Array.Fill(above, texts.Count, end, above.Length - end);
        OwnCell[] own =
        [
            .. work
                .Cells.Where(cell => cell.Number < judged.Number)
                .Select(cell =>
                {
                    AssignmentTask? other = source.Tasks.FirstOrDefault(other => other.Name == cell.Task);
                    int sourceAbove = cell.SourceCellsAbove;
                    if (other is not null) // Below the reference that holds its place.
                        sourceAbove = IndexOf(other.Name) + 1;
                    int textsAbove = above[Math.Clamp(sourceAbove, 0, end)];
                    return new OwnCell(cell.Number, cell.Code, textsAbove, other?.Reference);
                }),
        ];
        return new CompileTask(
            texts,
            own,
            judged.Code,
            task.Reference,
            task.Declarations,
            [.. task.Probes.Select(probe => probe.Expression)],
            new AnswerRules(isTrusted, task.Forbidden, task.Allowed)
        );

        int IndexOf(string name) =>
            source.Cells.TakeWhile(cell => cell.Role != CellRole.Task || cell.Task != name).Count();
    }

    /// <summary>A hash of all that the answers to a task depend on, beside the kit and the limits: with the same one,
    /// nothing is asked again.</summary>
    /// <remarks>The reference itself is not part of it: it is only compared with the answers.</remarks>
    public static string HashOf(AssignmentSource source, Work work, AssignmentTask task, bool isTrusted)
    {
        CompileTask question = Of(source, work, task, isTrusted) with { Reference = "" };
        string text = JsonSerializer.Serialize(question, JudgeMessageJson.Default.CompileTask);
        return HexHash.Of($"{source.Name}\n{work.Student}\n{text}");
    }

    /// <summary>The code that a cell of the source runs in the session of a later task; null for none.</summary>
    private static string? TextOf(AssignmentSource source, SourceCell cell) =>
        cell.Role switch
        {
            CellRole.Given when cell.Cell is CodeCell code => code.Source,
            CellRole.Task when source.Tasks.Single(task => task.Name == cell.Task) is { IsText: false } task =>
                task.Reference,
            _ => null,
        };
}
