namespace NeuralNotebooks.Classroom;

/// <summary>Collects the texts of the session in which a work's answer to a task is judged.</summary>
internal sealed class SessionTexts
{
    private readonly AssignmentSource _source;
    private readonly Work _work;
    private readonly AssignmentTask _task;
    private readonly TaskQuestions? _aboutCode;

    /// <summary>The cells of the source above the task.</summary>
    private readonly SourceCell[] _above;

    private SessionTexts(AssignmentSource source, Work work, AssignmentTask task, TaskQuestions? aboutCode)
    {
        (_source, _work, _task, _aboutCode) = (source, work, task, aboutCode);
        _above = [.. CellsAbove(task.Name)];
    }

    /// <summary>The texts of the session.</summary>
    /// <param name="source">The assignment.</param>
    /// <param name="work">The work, which answers the task.</param>
    /// <param name="task">The task.</param>
    /// <param name="isTrusted">Whether the work is the teacher's.</param>
    /// <param name="aboutCode">The questions about the code that are asked in place of the probes; null for the
    /// probes.</param>
    public static CompileTask Of(
        AssignmentSource source,
        Work work,
        AssignmentTask task,
        bool isTrusted,
        TaskQuestions? aboutCode = null
    ) => new SessionTexts(source, work, task, aboutCode).Request(isTrusted);

    /// <summary>A hash of the inputs on which the answers to a task depend, except the kit and the limits. If it has
    /// not changed, stored answers are reused.</summary>
    /// <remarks>The reference is not part of the hash, because its values are only compared with the answers.</remarks>
    public static string HashOf(
        AssignmentSource source,
        Work work,
        AssignmentTask task,
        bool isTrusted,
        TaskQuestions? aboutCode = null
    )
    {
        CompileTask question = Of(source, work, task, isTrusted, aboutCode) with { Reference = "" };
        string text = JsonSerializer.Serialize(question, JudgeMessageJson.Default.CompileTask);
        return HexHash.Of($"{source.Name}\n{work.Student}\n{text}");
    }

    private CompileTask Request(bool isTrusted)
    {
        WorkCell judged = _work.CellOf(_task)!;
        return new CompileTask(
            [.. TextsOfFirst(_above.Length)],
            [.. _work.Cells.TakeWhile(cell => !ReferenceEquals(cell, judged)).Select(Own)],
            judged.Code,
            _task.Reference,
            _aboutCode is null ? _task.Declarations : "",
            _aboutCode is null ? [.. _task.Probes.Select(probe => probe.Expression)] : [],
            new AnswerRules(isTrusted, _task.Forbidden, _task.Allowed)
        )
        {
            Questions = _aboutCode is null ? null : new(_aboutCode.Call, _work.Student),
            Held =
            [
                .. _source
                    .Tasks.TakeWhile(other => other.Name != _task.Name)
                    .Where(other => !other.IsText)
                    .SelectMany(other => DeclaredNames.Of(other.Reference)),
            ],
        };
    }

    /// <summary>A cell of the student other than the judged one.</summary>
    private OwnCell Own(WorkCell cell)
    {
        AssignmentTask? other = _source.Tasks.FirstOrDefault(other => other.Name == cell.Task);
        // An answer to another task is placed below the reference that replaces it.
        int sourceCells = other is null ? cell.SourceCellsAbove : CellsAbove(other.Name).Count() + 1;
        return new OwnCell(
            cell.Number,
            cell.Code,
            TextsOfFirst(sourceCells).Count(),
            cell.Given ?? other?.Reference,
            IsGiven: cell.Given is not null
        );
    }

    /// <summary>The texts that run for the first cells of the source.</summary>
    private IEnumerable<string> TextsOfFirst(int cells) => _above.Take(cells).Select(TextOf).OfType<string>();

    private IEnumerable<SourceCell> CellsAbove(string task) =>
        _source.Cells.TakeWhile(cell => cell.Role != CellRole.Task || cell.Task != task);

    /// <summary>The code that runs for a cell of the source in the session of a later task; null if none
    /// does.</summary>
    private string? TextOf(SourceCell cell) =>
        cell.Role switch
        {
            CellRole.Given when cell.Cell is CodeCell code => code.Source,
            CellRole.Task when _source.Tasks.Single(task => task.Name == cell.Task) is { IsText: false } task =>
                task.Reference,
            _ => null,
        };
}
