namespace NeuralNotebooks.Classroom;

/// <summary>The step Collect: takes the source's cells above a task, with the solutions in place of earlier answers,
/// and the student's other cells above the answer.</summary>
internal sealed class SessionTexts
{
    private readonly JudgeRequest _request;

    /// <summary>The cells of the source above the task.</summary>
    private readonly SourceCell[] _above;

    /// <summary>Collects the texts.</summary>
    /// <param name="request">A request whose code answers its task.</param>
    public SessionTexts(JudgeRequest request)
    {
        _request = request;
        _above = [.. CellsAbove(request.Task.Name)];
    }

    /// <summary>The request to the compiler.</summary>
    public CompileTask Collect()
    {
        var (source, code, task, options) = _request;
        CellToJudge judged = code.CellOf(task)!;
        return new CompileTask(
            [.. TextsOfFirst(_above.Length)],
            [.. code.Cells.TakeWhile(cell => !ReferenceEquals(cell, judged)).Select(Other)],
            judged.Code, task.Reference, task.Declarations,
            [.. task.Probes.Select(probe => probe.Expression)],
            new AnswerRules(options.IsTrusted, task.Forbidden, task.Allowed))
        {
            NamesOfSolutions =
            [
                .. source.Tasks.TakeWhile(other => other.Name != task.Name).Where(other => !other.IsText)
                    .SelectMany(other => CellNames.DeclaredBy(other.Reference)),
            ],
        };
    }

    /// <summary>A cell of the student other than the judged one.</summary>
    private OtherCell Other(CellToJudge cell)
    {
        AssignmentTask? other = _request.Source.Tasks.FirstOrDefault(other => other.Name == cell.Task);
        // An answer to another task is placed below the reference that replaces it.
        int sourceCells = other is null ? cell.SourceCellsAbove : CellsAbove(other.Name).Count() + 1;
        return new OtherCell(
            cell.Number, cell.Code, TextsOfFirst(sourceCells).Count(), cell.Given ?? other?.Reference,
            IsGiven: cell.Given is not null);
    }

    /// <summary>The texts that run for the first cells of the source.</summary>
    private IEnumerable<string> TextsOfFirst(int cells) => _above.Take(cells).Select(TextOf).OfType<string>();

    private IEnumerable<SourceCell> CellsAbove(string task) =>
        _request.Source.Cells.TakeWhile(cell => cell.Role != CellRole.Task || cell.Task != task);

    /// <summary>The code that runs for a cell of the source in the session of a later task; null if none
    /// does.</summary>
    private string? TextOf(SourceCell cell) =>
        cell.Role switch
        {
            CellRole.Given when cell.Cell is CodeCell { IsSkipped: false } code => code.Source,
            CellRole.Task when _request.Source.Tasks.Single(task => task.Name == cell.Task) is { IsText: false } task =>
                task.Reference,
            _ => null,
        };
}
