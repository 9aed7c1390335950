namespace NeuralNotebooks.Classroom;

/// <summary>Collects the errors of a source, or the advice on it. Several threads can add to it.</summary>
/// <param name="source">The assignment.</param>
internal sealed class ProblemList(AssignmentSource source)
{
    private readonly ConcurrentBag<SourceProblem> _problems = [];

    /// <summary>Adds a problem.</summary>
    /// <param name="place">The cell, such as "cell 7".</param>
    /// <param name="line">The line in the cell, from 1; null if it concerns no particular line.</param>
    /// <param name="sentence">A description of the problem and of what was expected.</param>
    public void Add(string place, int? line, string sentence) =>
        _problems.Add(new SourceProblem(source.Path, place, line, sentence));

    /// <summary>The problems, in the order of the source's cells and lines.</summary>
    public IReadOnlyList<SourceProblem> InOrder() =>
        [
            .. _problems
                .OrderBy(problem =>
                    source.Cells.Select(cell => cell.Place).TakeWhile(place => place != problem.Cell).Count()
                )
                .ThenBy(problem => problem.Line ?? 0)
                .ThenBy(problem => problem.Sentence, StringComparer.Ordinal),
        ];
}
