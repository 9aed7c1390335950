namespace NeuralNotebooks.Classroom;

/// <summary>Collects the errors of a source, or the advice on it. Several threads can add to it.</summary>
internal sealed class ProblemList(string path)
{
    private readonly ConcurrentBag<SourceProblem> _problems = [];

    public bool IsEmpty => _problems.IsEmpty;

    /// <param name="place">The cell, such as "cell 7"; null if it concerns the whole notebook.</param>
    /// <param name="line">The line in the cell, from 1; null if it concerns no particular line.</param>
    public void Add(string? place, int? line, string sentence) =>
        _problems.Add(new SourceProblem(path, place, line, sentence));

    /// <summary>Adds problems of one cell, each with its line and a sentence.</summary>
    public Action<int?, string> Of(SourceCell cell) => (line, sentence) => Add(cell.Place, line, sentence);

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
