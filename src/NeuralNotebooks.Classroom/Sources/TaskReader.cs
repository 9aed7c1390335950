namespace NeuralNotebooks.Classroom;

/// <summary>Reads the tasks of a source. A task consists of its own cell and of the cells that name it: tests,
/// mistakes, forbidden and allowed ids.</summary>
internal sealed class TaskReader(IReadOnlyList<SourceCell> cells, ProblemList problems)
{
    private readonly SourceCell[] _cells = [.. cells];

    public IReadOnlyList<AssignmentTask> ReadAll()
    {
        foreach (SourceCell cell in _cells.Where(cell => cell.Role == CellRole.Mistake))
            if (string.IsNullOrWhiteSpace(cell.TextAfterMarker))
                problems.Add(cell.Place, null, "The mistake has no code. Expected a wrong solution.");
        return [.. _cells.Where(cell => cell is { Role: CellRole.Task, Task: not null }).Select(Read)];
    }

    private AssignmentTask Read(SourceCell cell)
    {
        Marker marker = cell.Marker;
        string stub = ReadStub(cell, marker);
        SourceCell? tests = Naming(cell, CellRole.Tests).FirstOrDefault();
        HiddenTests hidden = ReadTests(cell, tests, marker);
        return new AssignmentTask(marker.Task!, marker.Points, marker.IsByHand, IsText: cell.Cell is MarkdownCell)
        {
            Solution = cell.Cell.Source,
            Stub = stub,
            Declarations = hidden.Declarations,
            Probes = hidden.Probes,
            Mistakes =
            [
                .. Naming(cell, CellRole.Mistake).Select(mistake =>
                    new KnownMistake(mistake.Marker.Sentence, mistake.TextAfterMarker) { Place = mistake.Place }),
            ],
            Rules = new(ReadIds(cell, CellRole.Forbidden), ReadIds(cell, CellRole.Allowed)),
            Title = TitleOf(cell, stub),
            Place = cell.Place,
            TestsPlace = tests?.Place ?? "",
            Quiz = hidden.Quiz,
        };
    }

    /// <summary>The last heading in the Markdown cells above a task, up to the task before it, or in the task's own
    /// text as students get it; empty if there is none.</summary>
    private string TitleOf(SourceCell task, string stub)
    {
        IEnumerable<string> above = _cells[..Array.IndexOf(_cells, task)].Reverse()
            .TakeWhile(cell => cell.Role != CellRole.Task)
            .Where(cell => cell.Cell is MarkdownCell)
            .Select(cell => cell.Cell.Source);
        return above.Prepend(task.Cell is MarkdownCell ? stub : "")
            .SelectMany(text => MarkerPatterns.HeadingsIn(text).Reverse())
            .FirstOrDefault("");
    }

    private IEnumerable<SourceCell> Naming(SourceCell task, CellRole role) =>
        _cells.Where(cell => cell.Role == role && cell.Task == task.Task);

    private string ReadStub(SourceCell task, Marker marker)
    {
        bool isText = task.Cell is MarkdownCell;
        string[] lines = Region.Lines(task.Cell.Source);
        IReadOnlyList<Region> solutions = Region.Find(lines, isText);
        if (solutions.Count == 0 && !marker.IsByHand)
            problems.Add(
                task.Place, null,
                "The task has no solution. Expected one between // BEGIN SOLUTION and // END SOLUTION.");
        foreach ((int i, string line) in lines.Index())
            if (MarkerPatterns.StubLine(isText).IsMatch(line) && !solutions.Any(region => region.Contains(i)))
                problems.Add(
                    task.Place, i + 1,
                    "A STUB line replaces a solution. Expected it between BEGIN SOLUTION and END SOLUTION.");
        return Stub.Of(lines, solutions, isText);
    }

    private HiddenTests ReadTests(SourceCell task, SourceCell? tests, Marker marker)
    {
        if (tests is null)
        {
            if (!marker.IsByHand)
                problems.Add(
                    task.Place, 1,
                    $"The task {marker.Task} has no tests. Expected a cell whose first line is // TESTS "
                        + $"{marker.Task}, or \", by hand\" after the points.");
            return HiddenTests.None;
        }
        if (Array.IndexOf(_cells, tests) < Array.IndexOf(_cells, task))
            problems.Add(tests.Place, 1, $"The tests are above their task. Expected them below {task.Place}.");
        var hidden = HiddenTests.Read(
            tests.Cell.Source, marker.Problem is null ? marker.Points : null, problems.Of(tests));
        if (marker.IsByHand && hidden.Probes.Count > 0)
            problems.Add(
                tests.Place, hidden.Probes[0].Line,
                $"The task {marker.Task} is marked by hand. Expected no probes, or no \", by hand\" in {task.Place}.");
        if (!marker.IsByHand && hidden.Probes.Count == 0 && !problems.IsIn(tests))
            problems.Add(
                tests.Place, null,
                $"The task {marker.Task} has no probes. Expected Probe(\"name\", value); between // BEGIN "
                    + $"HIDDEN TESTS and // END HIDDEN TESTS, or \", by hand\" in {task.Place}.");
        return hidden;
    }

    private string[] ReadIds(SourceCell task, CellRole role) =>
    [
        .. Naming(task, role).SelectMany(cell => IdList.Read(cell.Cell.Source, problems.Of(cell)))
            .Select(listed => listed.Id),
    ];
}
