namespace NeuralNotebooks.Classroom;

/// <summary>Reads the source of an assignment: a notebook in which comment lines mark tasks, tests and
/// mistakes.</summary>
public static class SourceReader
{
    public static AssignmentSource Read(string path)
    {
        var notebook = Notebook.Read(path);
        var problems = new ProblemList(path);
        CheckText(notebook, problems);
        IReadOnlyList<SourceCell> cells = SourceCells.Read(notebook, problems);
        if (cells.All(cell => cell.Role != CellRole.Task))
        {
            problems.Add(
                null, null,
                "The notebook has no task. Expected a code cell whose first line is like // TASK name: 4 points.");
            throw new SourceException(problems.InOrder(cells)) { IsNotAnAssignment = true };
        }
        SourceCells.CheckNames(cells, problems);
        foreach (SourceCell cell in cells.Where(cell => cell.IsReleased))
            RegionCheck.Check(cell, problems);
        IReadOnlyList<AssignmentTask> tasks = new TaskReader(cells, problems).ReadAll();
        return problems.IsEmpty
            ? new AssignmentSource(path, Path.GetFileNameWithoutExtension(path), notebook, cells, tasks)
            : throw new SourceException(problems.InOrder(cells));
    }

    private static void CheckText(Notebook notebook, ProblemList problems)
    {
        if (!notebook.IsCSharp)
            problems.Add(null, null, $"The notebook is not in C#: its language is {notebook.Language ?? "not named"}.");
        if (notebook.HasLostText)
            problems.Add(
                null, null,
                "The notebook is not in UTF-8: letters of it cannot be read, and a release would have \ufffd in their "
                    + "place. Save it as UTF-8.");
    }
}
