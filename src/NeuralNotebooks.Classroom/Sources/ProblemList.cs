namespace NeuralNotebooks.Classroom;

/// <summary>Collects the errors of a source, or the advice on it. Several threads can add to it.</summary>
internal sealed class ProblemList(string path)
{
    private readonly ConcurrentBag<SourceProblem> _problems = [];

    public bool IsEmpty => _problems.IsEmpty;

    public void Add(string? place, int? line, string sentence) =>
        _problems.Add(new SourceProblem(path, place, line, sentence));

    public ReportProblem Of(SourceCell cell) => (line, sentence) => Add(cell.Place, line, sentence);

    public bool IsIn(SourceCell cell) => _problems.Any(problem => problem.Cell == cell.Place);

    /// <summary>The problems of the whole notebook, then those of cells in the order of cells and lines.</summary>
    public IReadOnlyList<SourceProblem> InOrder(IReadOnlyList<SourceCell> cells)
    {
        return
        [
            .. _problems.OrderBy(problem => problem.Cell is null ? -1 : CellsBefore(problem.Cell))
                .ThenBy(problem => problem.Line ?? 0)
                .ThenBy(problem => problem.Sentence, StringComparer.Ordinal),
        ];

        int CellsBefore(string place) => cells.TakeWhile(cell => cell.Place != place).Count();
    }
}
