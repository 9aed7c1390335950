namespace NeuralNotebooks.Classroom;

/// <summary>Checks that solutions are in tasks, hidden tests in TESTS cells, and probes in hidden tests, so that no
/// student gets them.</summary>
internal static class RegionCheck
{
    /// <summary>Checks a cell that is released. Its probes are checked only if it has no other problem.</summary>
    public static void Check(SourceCell cell, ProblemList problems)
    {
        string[] lines = Region.Lines(cell.Cell.Source);
        IReadOnlyList<Region> regions = Region.Find(lines, cell.Cell is not CodeCell, problems.Of(cell));
        foreach (Region misplaced in regions.Where(region => region.Kind != ExpectedIn(cell)))
            problems.Add(
                cell.Place, misplaced.Begin + 1,
                misplaced.Kind == Region.Solution
                    ? "A solution is in a cell that is not a task. Expected // TASK name: 4 points in its first line."
                    : "Hidden tests are in a cell that is not a TESTS cell. Expected // TESTS name in its first line.");
        if (cell.Cell is CodeCell && !problems.IsIn(cell))
            CheckProbes(cell, lines, [.. regions.Where(region => region.Kind == Region.HiddenTests)], problems);
    }

    private static string? ExpectedIn(SourceCell cell) =>
        cell switch
        {
            { Role: CellRole.Tests } => Region.HiddenTests,
            { Role: CellRole.Task, Task: not null } => Region.Solution,
            _ => null,
        };

    private static void CheckProbes(SourceCell cell, string[] lines, Region[] hidden, ProblemList problems)
    {
        IEnumerable<string> visible =
            lines.Select((line, i) => hidden.Any(region => region.ContainsOrMarks(i)) ? "" : line);
        foreach (int line in ProbeReader.LinesWithCalls(string.Join('\n', visible)))
            problems.Add(
                cell.Place, line,
                "A probe is outside the hidden tests. Expected it between // BEGIN HIDDEN TESTS and // "
                    + "END HIDDEN TESTS of a TESTS cell.");
    }
}
