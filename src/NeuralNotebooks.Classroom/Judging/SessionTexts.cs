namespace NeuralNotebooks.Classroom;

/// <summary>The texts of a task's session.</summary>
internal static class SessionTexts
{
    /// <summary>The texts of the session in which a work's answer to a task is judged.</summary>
    public static CompileTask Of(AssignmentSource source, Work work, AssignmentTask task, bool isTrusted)
    {
        WorkCell judged = work.CellOf(task)!;
        SourceCell[] above = [.. Above(task.Name)];
        return new CompileTask(
            Texts(above.Length),
            [.. work.Cells.TakeWhile(cell => !ReferenceEquals(cell, judged)).Select(Own)],
            judged.Code,
            task.Reference,
            task.Declarations,
            [.. task.Probes.Select(probe => probe.Expression)],
            new AnswerRules(isTrusted, task.Forbidden, task.Allowed)
        )
        {
            Questions = task.IsAboutCode ? new(task.Questions!.Call, work.Student) : null,
            Held =
            [
                .. source
                    .Tasks.TakeWhile(other => other.Name != task.Name)
                    .Where(other => !other.IsText)
                    .SelectMany(other => DeclaredNames.Of(other.Reference)),
            ],
        };

        OwnCell Own(WorkCell cell)
        {
            AssignmentTask? other = source.Tasks.FirstOrDefault(other => other.Name == cell.Task);
            // An answer to another task is placed below the reference that replaces it.
            int cells = other is null ? cell.SourceCellsAbove : Above(other.Name).Count() + 1;
            return new OwnCell(
                cell.Number,
                cell.Code,
                Texts(cells).Length,
                cell.Given ?? other?.Reference,
                IsGiven: cell.Given is not null
            );
        }

        string[] Texts(int cells) => [.. above.Take(cells).Select(cell => TextOf(source, cell)).OfType<string>()];

        IEnumerable<SourceCell> Above(string name) =>
            source.Cells.TakeWhile(cell => cell.Role != CellRole.Task || cell.Task != name);
    }

    /// <summary>A hash of the inputs on which the answers to a task depend, except the kit and the limits. If it has
    /// not changed, stored answers are reused.</summary>
    /// <remarks>The reference is not part of the hash, because its values are only compared with the answers.</remarks>
    public static string HashOf(AssignmentSource source, Work work, AssignmentTask task, bool isTrusted)
    {
        CompileTask question = Of(source, work, task, isTrusted) with { Reference = "" };
        string text = JsonSerializer.Serialize(question, JudgeMessageJson.Default.CompileTask);
        return HexHash.Of($"{source.Name}\n{work.Student}\n{text}");
    }

    /// <summary>The code that runs for a cell of the source in the session of a later task; null if none
    /// does.</summary>
    private static string? TextOf(AssignmentSource source, SourceCell cell) =>
        cell.Role switch
        {
            CellRole.Given when cell.Cell is CodeCell code => code.Source,
            CellRole.Task when source.Tasks.Single(task => task.Name == cell.Task) is { IsText: false } task =>
                task.Reference,
            _ => null,
        };
}
