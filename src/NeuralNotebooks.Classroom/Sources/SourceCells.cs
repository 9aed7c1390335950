namespace NeuralNotebooks.Classroom;

/// <summary>Reads the first line of each cell of a source, and checks that the cells fit together.</summary>
internal static class SourceCells
{
    public static IReadOnlyList<SourceCell> Read(Notebook notebook, ProblemList problems)
    {
        List<SourceCell> cells = [];
        int code = 0, text = 0, given = 0;
        foreach (Cell cell in notebook.Cells)
        {
            string place = cell is CodeCell ? Invariant($"cell {++code}") : Invariant($"Markdown cell {++text}");
            var marker = Marker.Of(cell);
            string? gradeId = marker.Role switch
            {
                CellRole.Given => Invariant($"given-{++given}"),
                CellRole.Task => marker.Task,
                CellRole.Tests => $"{marker.Task}-tests",
                _ => null,
            };
            cells.Add(new(cell, marker.Role, marker.Task, gradeId) { Place = place });
            if (marker.Problem is { } problem)
                problems.Add(place, 1, problem);
            if (cell is CodeCell && CodeLimits.Check(cell.Source) is var (sentence, line))
                problems.Add(place, line, sentence);
            if (cell is CodeCell { Language: { } language } && !NotebookLanguage.IsCSharp(language))
                problems.Add(place, null, $"The cell is in {language}. Expected C#.");
        }
        return cells;
    }

    /// <summary>Checks that the ids of students' cells are unique, that other cells name existing tasks, and that there
    /// is at most one STUDENT cell.</summary>
    public static void CheckNames(IReadOnlyList<SourceCell> cells, ProblemList problems)
    {
        string[] tasks =
            [.. cells.Where(cell => cell.Role == CellRole.Task).Select(cell => cell.Task).OfType<string>().Distinct()];
        CheckIds(cells, tasks, problems);
        foreach (SourceCell cell in cells)
            if (cell.Role != CellRole.Task && cell.Task is { } name && !tasks.Contains(name))
                problems.Add(cell.Place, 1, $"There is no task {name}. Expected one of {string.Join(", ", tasks)}.");
        foreach (SourceCell second in cells.Where(cell => cell.Role == CellRole.Student).Skip(1))
            problems.Add(second.Place, 1, "The notebook has a STUDENT cell already. Expected one.");
    }

    private static void CheckIds(IReadOnlyList<SourceCell> cells, string[] tasks, ProblemList problems)
    {
        var places = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (SourceCell cell in cells)
            if (cell.GradeId is { } id && cell.Marker.Problem is null && !places.TryAdd(id, cell.Place))
                problems.Add(cell.Place, 1, SecondOfId(cell, id, places[id], isTask: tasks.Contains(id)));
    }

    private static string SecondOfId(SourceCell cell, string id, string firstPlace, bool isTask) =>
        cell.Role switch
        {
            CellRole.Task => $"There is a {(id == cell.Task && isTask ? "task" : "cell")} {id} already, in "
                + $"{firstPlace}. Names must be unique.",
            CellRole.Tests =>
                $"The task {cell.Task} has tests already, in {firstPlace}. Expected all of them in one cell.",
            _ => $"The id {id} that this cell gets is the name of a task, in {firstPlace}. Expected another name "
                + "there.",
        };
}
