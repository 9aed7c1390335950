namespace NeuralNotebooks.Classroom;

/// <summary>Reads the source of an assignment: a notebook in which comment lines mark tasks, tests and
/// mistakes.</summary>
public sealed class SourceReader
{
    private readonly string _path;
    private readonly Notebook _notebook;
    private readonly List<SourceProblem> _problems = [];
    private readonly List<(SourceCell Cell, Marker Marker)> _cells = [];

    private CheckMistakes? _checks;

    private SourceReader(string path, Notebook notebook) => (_path, _notebook) = (path, notebook);

    /// <summary>Reads a source.</summary>
    /// <exception cref="SourceException">It is not a source, or has errors: lists all of them.</exception>
    /// <exception cref="NotebookFormatException">The file is not a notebook.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static AssignmentSource Read(string path) => new SourceReader(path, Notebook.Read(path)).Read();

    private AssignmentSource Read()
    {
        if (!_notebook.IsCSharp)
            Report(null, null, $"The notebook is not in C#: its language is {_notebook.Language ?? "not named"}.");
        ReadMarkers();
        if (!_cells.Exists(cell => cell.Marker.Role == CellRole.Task))
        {
            Report(
                null,
                null,
                "The notebook has no task. Expected a code cell whose first line is like // TASK name: 4 points."
            );
            throw new SourceException(_problems) { IsNotAnAssignment = true };
        }
        CheckNames();
        var tasks = new List<AssignmentTask>();
        foreach ((SourceCell cell, Marker marker) in _cells)
        {
            if (marker is { Role: CellRole.Task, Task: not null })
                tasks.Add(Task(cell, marker));
            else
                ReadOther(cell);
        }
        if (_problems.Count > 0)
            throw new SourceException([
                .. _problems
                    .OrderBy(problem => _cells.FindIndex(cell => cell.Cell.Place == problem.Cell))
                    .ThenBy(problem => problem.Line ?? 0),
            ]);
        return new AssignmentSource(
            _path,
            Path.GetFileNameWithoutExtension(_path),
            _notebook,
            [.. _cells.Select(cell => cell.Cell)],
            tasks
        );
    }

    private void ReadMarkers()
    {
        int code = 0, text = 0, given = 0;
        foreach (Cell cell in _notebook.Cells)
        {
            string place =
                cell is CodeCell
                    ? Invariant($"cell {++code}")
                    : Invariant($"Markdown cell {++text}");
            var marker = Marker.Of(cell);
            string? gradeId = marker.Role switch
            {
                CellRole.Given => Invariant($"given-{++given}"),
                CellRole.Task => marker.Task,
                CellRole.Tests => $"{marker.Task}-tests",
                _ => null,
            };
            SourceCell read = new(cell, marker.Role, marker.Task, gradeId) { Place = place };
            _cells.Add((read, marker));
            if (marker.Problem is { } problem)
                Report(read, 1, problem);
            if (cell is CodeCell && CodeLimits.Check(cell.Source) is var (sentence, line))
                Report(read, line, sentence);
            if (cell is CodeCell { Language: { } language } && !NotebookLanguage.IsCSharp(language))
                Report(read, null, $"The cell is in {language}. Expected C#.");
        }
    }

    /// <summary>Checks that the ids of students' cells are unique, and that other cells name existing tasks.</summary>
    private void CheckNames()
    {
        string[] tasks =
        [
            .. _cells
                .Where(cell => cell.Cell.Role == CellRole.Task)
                .Select(cell => cell.Cell.Task)
                .OfType<string>()
                .Distinct(),
        ];
        var ids = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach ((SourceCell cell, Marker marker) in _cells)
        {
            if (marker.Problem is null && cell.GradeId is { } id && !ids.TryAdd(id, cell.Place))
            {
                Report(
                    cell,
                    1,
                    cell.Role switch
                    {
                        CellRole.Task => $"There is a {(id == cell.Task && tasks.Contains(id) ? "task" : "cell")} {id} "
                            + $"already, in {ids[id]}. Names must be unique.",
                        CellRole.Tests =>
                            $"The task {cell.Task} has tests already, in {ids[id]}. Expected all of them in one cell.",
                        _ => $"The id {id} that this cell gets is the name of a task, in {ids[id]}. Expected "
                            + $"another name there.",
                    }
                );
            }
            if (
                cell.Role is CellRole.Tests or CellRole.Mistake or CellRole.Forbidden or CellRole.Allowed
                && cell.Task is { } name
                && !tasks.Contains(name)
            )
                Report(cell, 1, $"There is no task {name}. Expected one of {string.Join(", ", tasks)}.");
        }
        foreach ((SourceCell second, _) in _cells.Where(cell => cell.Cell.Role == CellRole.Student).Skip(1))
            Report(second, 1, "The notebook has a STUDENT cell already. Expected one.");
    }

    private AssignmentTask Task(SourceCell cell, Marker marker)
    {
        bool isText = cell.Cell is MarkdownCell;
        string[] lines = Region.Lines(cell.Cell.Source);
        IReadOnlyList<Region> regions = Regions(cell, lines, Region.Solution);
        if (regions.Count == 0 && !marker.IsByHand)
            Report(
                cell,
                null,
                "The task has no solution. Expected one between // BEGIN SOLUTION and // END SOLUTION."
            );
        foreach (
            int line in Enumerable
                .Range(0, lines.Length)
                .Where(i =>
                    Stub.Line(isText).IsMatch(lines[i]) && !regions.Any(region => region.Has(i))
                )
        )
            Report(
                cell,
                line + 1,
                "A STUB line replaces a solution. Expected it between BEGIN SOLUTION and END SOLUTION."
            );
        ReportProbes(cell, cell.Cell.Source);

        HiddenTests tests = Tests(cell, marker);
        return new AssignmentTask(
            marker.Task!,
            marker.Points,
            marker.IsByHand,
            isText,
            cell.Cell.Source,
            Stub.Of(lines, regions, isText),
            tests.Declarations,
            Shared(marker, tests),
            [.. Of(CellRole.Mistake, marker.Task!).SelectMany(mistake => Mistakes(mistake.Cell, mistake.Marker))],
            [.. Of(CellRole.Forbidden, marker.Task!).SelectMany(list => SymbolIds(list.Cell))],
            [.. Of(CellRole.Allowed, marker.Task!).SelectMany(list => SymbolIds(list.Cell))]
        );
    }

    /// <summary>The mistakes of a cell: its own, or those of a check.</summary>
    private IEnumerable<KnownMistake> Mistakes(SourceCell cell, Marker marker)
    {
        string code = WithoutFirstLine(cell);
        if (marker.Check is not { } check)
            return [new KnownMistake(marker.Sentence, code) { Place = cell.Place }];
        _checks ??= CheckMistakes.InKitOf(Path.GetDirectoryName(Path.GetFullPath(_path))!);
        if (_checks.Of(check) is not { } sentences)
        {
            Report(
                cell,
                1,
                $"Check.{check} has no mistakes that can be taken. Expected one of "
                    + $"{string.Join(", ", _checks.Checks.Select(name => $"Check.{name}"))}."
            );
            return [];
        }
        if (marker.Without.FirstOrDefault(number => number > sentences.Count) is not 0 and var outside)
            Report(
                cell,
                1,
                Invariant(
                    $"Check.{check} has no mistake {outside}. Expected a number from 1 to {sentences.Count}."
                )
            );
        if (code.Length > 0 && !code.Contains(CheckMistakes.Expression(check, 0)))
            Report(
                cell,
                1,
                $"The code does not use the first mistake. Expected "
                    + $"Check.{CheckMistakes.Expression(check, 0)}.Function, which the other mistakes replace."
            );
        return sentences
            .Select(
                (sentence, i) =>
                    new KnownMistake(
                        sentence,
                        code.Replace(
                            CheckMistakes.Expression(check, 0),
                            CheckMistakes.Expression(check, i),
                            StringComparison.Ordinal
                        )
                    )
                    {
                        Place = Invariant($"{cell.Place} (mistake {i + 1} of Check.{check})"),
                    }
            )
            .Where((_, i) => !marker.Without.Contains(i + 1));
    }

    private HiddenTests Tests(SourceCell task, Marker marker)
    {
        var none = new HiddenTests("", [], []);
        if (Of(CellRole.Tests, marker.Task!).Select(cell => cell.Cell).FirstOrDefault() is not { } cell)
        {
            if (!marker.IsByHand)
                Report(
                    task,
                    1,
                    $"The task {marker.Task} has no tests. Expected a cell whose first line is // TESTS "
                        + $"{marker.Task}, or \", by hand\" after the points."
                );
            return none;
        }
        if (_cells.FindIndex(other => other.Cell == cell) < _cells.FindIndex(other => other.Cell == task))
            Report(cell, 1, $"The tests stand above their task. Expected them below {task.Place}.");

        string[] lines = Region.Lines(cell.Cell.Source);
        IReadOnlyList<Region> regions = Regions(cell, lines, Region.HiddenTests);
        string[] hidden =
        [
            .. lines.Select((line, i) => regions.Any(region => region.Has(i)) ? line : ""),
        ];
        ReportProbes(
            cell,
            string.Join(
                '\n',
                lines.Select((line, i) => regions.Any(region => region.Spans(i)) ? "" : line)
            )
        );

        var tests = HiddenTests.Read(string.Join('\n', hidden), (line, sentence) => Report(cell, line, sentence));
        if (marker.IsByHand && tests.Probes.Count > 0)
            Report(
                cell,
                tests.Probes[0].Line,
                $"The task {marker.Task} is marked by hand. Expected no probes, or no \", by hand\" in {task.Place}."
            );
        if (!marker.IsByHand && tests.Probes.Count == 0 && !_problems.Exists(problem => problem.Cell == cell.Place))
            Report(
                cell,
                null,
                $"The task {marker.Task} has no probes. Expected Probe(\"name\", value); between // BEGIN "
                    + $"HIDDEN TESTS and // END HIDDEN TESTS, or \", by hand\" in {task.Place}."
            );
        return tests;
    }

    /// <summary>The probes with their points: probes without points of their own share the remainder equally.</summary>
    private IReadOnlyList<Probe> Shared(Marker marker, HiddenTests tests)
    {
        if (tests.Probes.Count == 0 || marker.Problem is not null)
            return tests.Probes;
        Points named = Points.Sum(tests.Probes.Select(probe => probe.Points));
        SourceCell cell = Of(CellRole.Tests, marker.Task!).First().Cell;
        if (named > marker.Points)
            Report(
                cell,
                null,
                $"The probes have {named} points, and the task has {marker.Points}. Expected no more than that."
            );
        if (named < marker.Points && tests.WithoutPoints.Count == 0)
            Report(
                cell,
                null,
                $"The probes have {named} points, and the task has {marker.Points}. Expected the same "
                    + $"number, or a probe without points, which gets the rest."
            );
        return
        [
            .. tests.Probes.Select(
                (probe, i) =>
                    tests.WithoutPoints.Contains(i)
                        ? probe with
                        {
                            Points = (marker.Points - named) / tests.WithoutPoints.Count,
                        }
                        : probe
            ),
        ];
    }

    /// <summary>Reads a cell that is neither a task nor its tests.</summary>
    private void ReadOther(SourceCell cell)
    {
        if (cell.Role is CellRole.Given or CellRole.Student || (cell.Role == CellRole.Task && cell.Task is null))
        {
            Regions(cell, Region.Lines(cell.Cell.Source), allowed: null);
            ReportProbes(cell, cell.Cell.Source);
        }
        else if (cell.Role == CellRole.Mistake && string.IsNullOrWhiteSpace(WithoutFirstLine(cell)))
        {
            Report(cell, null, "The mistake has no code. Expected a wrong solution.");
        }
    }

    private IReadOnlyList<Region> Regions(SourceCell cell, string[] lines, string? allowed)
    {
        IReadOnlyList<Region> regions = Region.Find(
            lines,
            cell.Cell is not CodeCell,
            (line, sentence) => Report(cell, line, sentence)
        );
        foreach (Region misplaced in regions.Where(region => region.Kind != allowed))
            Report(
                cell,
                misplaced.Begin + 1,
                misplaced.Kind == Region.Solution
                    ? "A solution is in a cell that is not a task. Expected // TASK name: 4 points in its first line."
                    : "Hidden tests are in a cell that is not a TESTS cell. Expected // TESTS name in its first line."
            );
        return regions;
    }

    private IEnumerable<string> SymbolIds(SourceCell cell)
    {
        string[] lines = Region.Lines(cell.Cell.Source);
        for (int i = 1; i < lines.Length; i++)
        {
            string line = lines[i].Trim();
            string id = line.TrimStart('/').Trim();
            if (line.Length == 0 || (line.StartsWith("//", StringComparison.Ordinal) && id.Length == 0))
                continue;
            if (
                line.StartsWith("//", StringComparison.Ordinal)
                && id.Length > 2
                && id[1] == ':'
                && "TMPFEN".Contains(id[0])
                && !id.Contains(' ')
            )
                yield return id;
            else
                Report(
                    cell,
                    i + 1,
                    $"This is not a documentation-comment id. Expected one in a comment, such as // "
                        + $"M:NeuralNotebooks.Value.Backward or // T:NeuralNotebooks.Gemm."
                );
        }
    }

    /// <summary>Reports probes where none belong, unless the cell's regions themselves are wrong.</summary>
    private void ReportProbes(SourceCell cell, string text)
    {
        if (cell.Cell is not CodeCell || _problems.Exists(problem => problem.Cell == cell.Place))
            return;
        foreach (int line in HiddenTests.LinesWithProbes(text))
            Report(
                cell,
                line,
                "A probe stands outside the hidden tests. Expected it between // BEGIN HIDDEN TESTS and // "
                    + "END HIDDEN TESTS of a TESTS cell."
            );
    }

    private IEnumerable<(SourceCell Cell, Marker Marker)> Of(CellRole role, string task) =>
        _cells.Where(cell => cell.Cell.Role == role && cell.Cell.Task == task);

    private static string WithoutFirstLine(SourceCell cell) =>
        cell.Cell.Source.IndexOf('\n', StringComparison.Ordinal) is >= 0 and var end ? cell.Cell.Source[end..] : "";

    private void Report(SourceCell? cell, int? line, string sentence) =>
        _problems.Add(new SourceProblem(_path, cell?.Place, line, sentence));
}
