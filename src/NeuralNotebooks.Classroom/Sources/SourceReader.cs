namespace NeuralNotebooks.Classroom;

/// <summary>Reads the source of an assignment: a notebook in which comment lines mark tasks, tests and
/// mistakes.</summary>
public sealed class SourceReader
{
    private readonly string _path;
    private readonly Notebook _notebook;
    private readonly List<SourceProblem> _problems = [];
    private readonly List<SourceCell> _cells = [];

    private IReadOnlyDictionary<string, string[]>? _checks;

    private SourceReader(string path, Notebook notebook) => (_path, _notebook) = (path, notebook);

    /// <summary>Reads a source.</summary>
    /// <exception cref="SourceException">The notebook is not a source, or has errors.</exception>
    /// <exception cref="NotebookFormatException">The file is not a notebook.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static AssignmentSource Read(string path) => new SourceReader(path, Notebook.Read(path)).Read();

    private AssignmentSource Read()
    {
        if (!_notebook.IsCSharp)
            Report(null, null, $"The notebook is not in C#: its language is {_notebook.Language ?? "not named"}.");
        if (_notebook.HasLostText)
            Report(
                null,
                null,
                "The notebook is not in UTF-8: letters of it cannot be read, and a release would have \ufffd in their "
                    + "place. Save it as UTF-8."
            );
        ReadMarkers();
        if (!_cells.Exists(cell => cell.Role == CellRole.Task))
        {
            Report(
                null,
                null,
                "The notebook has no task. Expected a code cell whose first line is like // TASK name: 4 points."
            );
            throw new SourceException(_problems) { IsNotAnAssignment = true };
        }
        CheckNames();
        foreach (SourceCell cell in _cells.Where(cell => cell.IsReleased))
            CheckRegions(cell);
        foreach (SourceCell cell in _cells.Where(cell => cell.Role == CellRole.Mistake))
            if (string.IsNullOrWhiteSpace(WithoutFirstLine(cell)))
                Report(cell, null, "The mistake has no code. Expected a wrong solution.");
        AssignmentTask[] tasks =
        [
            .. _cells.Where(cell => cell is { Role: CellRole.Task, Task: not null }).Select(Task),
        ];
        if (_problems.Count > 0)
            throw new SourceException([
                .. _problems
                    .OrderBy(problem => _cells.FindIndex(cell => cell.Place == problem.Cell))
                    .ThenBy(problem => problem.Line ?? 0),
            ]);
        return new AssignmentSource(_path, Path.GetFileNameWithoutExtension(_path), _notebook, _cells, tasks);
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
                CellRole.Defend => $"{marker.Task}-defend",
                _ => null,
            };
            SourceCell read = new(cell, marker.Role, marker.Task, gradeId) { Place = place };
            _cells.Add(read);
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
                .Where(cell => cell.Role == CellRole.Task)
                .Select(cell => cell.Task)
                .OfType<string>()
                .Distinct(),
        ];
        var ids = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (SourceCell cell in _cells)
        {
            if (cell.GradeId is { } id && Marker.Of(cell.Cell).Problem is null && !ids.TryAdd(id, cell.Place))
                Report(
                    cell,
                    1,
                    cell.Role switch
                    {
                        CellRole.Task => $"There is a {(id == cell.Task && tasks.Contains(id) ? "task" : "cell")} {id} "
                            + $"already, in {ids[id]}. Names must be unique.",
                        CellRole.Tests =>
                            $"The task {cell.Task} has tests already, in {ids[id]}. Expected all of them in one cell.",
                        CellRole.Defend => $"There are questions about the code of {cell.Task} already, in {ids[id]}. "
                            + "Expected one DEFEND cell for a task.",
                        _ => $"The id {id} that this cell gets is the name of a task, in {ids[id]}. Expected "
                            + $"another name there.",
                    }
                );
            if (cell.Role != CellRole.Task && cell.Task is { } name && !tasks.Contains(name))
                Report(cell, 1, $"There is no task {name}. Expected one of {string.Join(", ", tasks)}.");
        }
        foreach (SourceCell second in _cells.Where(cell => cell.Role == CellRole.Student).Skip(1))
            Report(second, 1, "The notebook has a STUDENT cell already. Expected one.");
    }

    /// <summary>Checks that solutions are in tasks, hidden tests in TESTS cells, and probes in hidden tests. Probes are
    /// checked only if the cell has no other problem.</summary>
    private void CheckRegions(SourceCell cell)
    {
        string? allowed = cell switch
        {
            { Role: CellRole.Tests } => Region.HiddenTests,
            { Role: CellRole.Task, Task: not null } => Region.Solution,
            _ => null,
        };
        string[] lines = Region.Lines(cell.Cell.Source);
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
        if (cell.Cell is not CodeCell || HasProblem(cell))
            return;
        bool IsHidden(int line) => regions.Any(region => region.Kind == Region.HiddenTests && region.Spans(line));
        string visible = string.Join('\n', lines.Select((line, i) => IsHidden(i) ? "" : line));
        foreach (int line in HiddenTests.LinesWithProbes(visible))
            Report(
                cell,
                line,
                "A probe is outside the hidden tests. Expected it between // BEGIN HIDDEN TESTS and // "
                    + "END HIDDEN TESTS of a TESTS cell."
            );
    }

    private AssignmentTask Task(SourceCell cell)
    {
        var marker = Marker.Of(cell.Cell);
        bool isText = cell.Cell is MarkdownCell;
        string[] lines = Region.Lines(cell.Cell.Source);
        IReadOnlyList<Region> regions = Region.Find(lines, isText);
        if (regions.Count == 0 && !marker.IsByHand)
            Report(
                cell,
                null,
                "The task has no solution. Expected one between // BEGIN SOLUTION and // END SOLUTION."
            );
        for (int i = 0; i < lines.Length; i++)
            if (Stub.Line(isText).IsMatch(lines[i]) && !regions.Any(region => region.Has(i)))
                Report(
                    cell,
                    i + 1,
                    "A STUB line replaces a solution. Expected it between BEGIN SOLUTION and END SOLUTION."
                );

        SourceCell? tests = Of(CellRole.Tests, cell).FirstOrDefault();
        HiddenTests hidden = tests is null ? HiddenTests.None : Tests(cell, tests, marker);
        if (tests is null && !marker.IsByHand)
            Report(
                cell,
                1,
                $"The task {marker.Task} has no tests. Expected a cell whose first line is // TESTS "
                    + $"{marker.Task}, or \", by hand\" after the points."
            );
        TaskQuestions? questions = Of(CellRole.Defend, cell).Select(Questions).FirstOrDefault();
        return new AssignmentTask(
            marker.Task!,
            marker.Points + (questions?.Points ?? default),
            marker.IsByHand,
            isText,
            cell.Cell.Source,
            Stub.Of(lines, regions, isText),
            hidden.Declarations,
            hidden.Probes,
            [.. Of(CellRole.Mistake, cell).SelectMany(Mistakes)],
            [.. Of(CellRole.Forbidden, cell).SelectMany(SymbolIds)],
            [.. Of(CellRole.Allowed, cell).SelectMany(SymbolIds)]
        )
        {
            Place = cell.Place,
            TestsPlace = tests?.Place ?? "",
            Questions = questions,
        };

        TaskQuestions? Questions(SourceCell defend)
        {
            if (isText || marker.IsByHand)
                Report(defend, 1, $"The task {marker.Task} is marked by hand. Expected a task with probes.");
            if (_cells.IndexOf(defend) < _cells.IndexOf(cell))
                Report(defend, 1, $"The questions are above their task. Expected them below {cell.Place}.");
            if (!_cells.Exists(one => one.Role == CellRole.Student))
                Report(
                    defend,
                    1,
                    "The questions differ from student to student, but there is no cell for the student's id. Expected "
                        + "one whose first line is // STUDENT."
                );
            return TaskQuestions.Read(defend, cell.Cell.Source, (line, sentence) => Report(defend, line, sentence));
        }
    }

    /// <summary>The mistakes of a cell: the one in its code, or those of a check of the course.</summary>
    private IEnumerable<KnownMistake> Mistakes(SourceCell cell)
    {
        var marker = Marker.Of(cell.Cell);
        string code = WithoutFirstLine(cell);
        if (marker.Check is not { } check)
            return [new KnownMistake(marker.Sentence, code) { Place = cell.Place }];
        _checks ??= CheckMistakes.InKitOf(Path.GetDirectoryName(Path.GetFullPath(_path))!);
        if (!_checks.TryGetValue(check, out string[]? sentences))
        {
            IEnumerable<string> known = _checks.Keys.Order(StringComparer.Ordinal).Select(name => $"Check.{name}");
            Report(
                cell,
                1,
                $"Check.{check} has no mistakes that a task can adopt. Expected one of {string.Join(", ", known)}."
            );
            return [];
        }
        if (marker.Without.FirstOrDefault(number => number > sentences.Length) is not 0 and var outside)
            Report(
                cell,
                1,
                Invariant(
                    $"Check.{check} has no mistake {outside}. Expected a number from 1 to {sentences.Length}."
                )
            );
        string first = CheckMistakes.Expression(check, 0);
        if (code.Length > 0 && !code.Contains(first))
            Report(
                cell,
                1,
                $"The code does not use the first mistake. Expected Check.{first}.Function, which the other mistakes "
                    + "replace."
            );
        return sentences
            .Select((sentence, i) =>
                new KnownMistake(
                    sentence,
                    code.Replace(first, CheckMistakes.Expression(check, i), StringComparison.Ordinal)
                )
                {
                    Place = Invariant($"{cell.Place} (mistake {i + 1} of Check.{check})"),
                    IsAdopted = true,
                }
            )
            .Where((_, i) => !marker.Without.Contains(i + 1));
    }

    private HiddenTests Tests(SourceCell task, SourceCell cell, Marker marker)
    {
        if (_cells.IndexOf(cell) < _cells.IndexOf(task))
            Report(cell, 1, $"The tests are above their task. Expected them below {task.Place}.");
        string[] lines = Region.Lines(cell.Cell.Source);
        IReadOnlyList<Region> regions = Region.Find(lines, isText: false);
        var tests = HiddenTests.Read(
            string.Join('\n', lines.Select((line, i) => regions.Any(region => region.Has(i)) ? line : "")),
            marker.Problem is null ? marker.Points : null,
            (line, sentence) => Report(cell, line, sentence)
        );
        if (marker.IsByHand && tests.Probes.Count > 0)
            Report(
                cell,
                tests.Probes[0].Line,
                $"The task {marker.Task} is marked by hand. Expected no probes, or no \", by hand\" in {task.Place}."
            );
        if (!marker.IsByHand && tests.Probes.Count == 0 && !HasProblem(cell))
            Report(
                cell,
                null,
                $"The task {marker.Task} has no probes. Expected Probe(\"name\", value); between // BEGIN "
                    + $"HIDDEN TESTS and // END HIDDEN TESTS, or \", by hand\" in {task.Place}."
            );
        return tests;
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

    private IEnumerable<SourceCell> Of(CellRole role, SourceCell task) =>
        _cells.Where(cell => cell.Role == role && cell.Task == task.Task);

    private bool HasProblem(SourceCell cell) => _problems.Exists(problem => problem.Cell == cell.Place);

    private static string WithoutFirstLine(SourceCell cell) =>
        cell.Cell.Source.IndexOf('\n', StringComparison.Ordinal) is >= 0 and var end ? cell.Cell.Source[end..] : "";

    private void Report(SourceCell? cell, int? line, string sentence) =>
        _problems.Add(new SourceProblem(_path, cell?.Place, line, sentence));
}
