namespace NeuralNotebooks.Classroom;

/// <summary>A task at its place in the source, where the code of the task can use the cells above it.</summary>
internal sealed record TaskScope(AssignmentTask Task, SourceCell Cell, CompiledText Above, CellCompiler Compiler)
{
    private const int MaxErrors = 3;

    /// <summary>Compiles the cells of a source one after the other, and calls a check for each task. A cell that does
    /// not compile is reported, and ends the search.</summary>
    public static void Visit(AssignmentSource source, string? kitScript, ProblemList problems, Action<TaskScope> check)
    {
        var compiler = new CellCompiler(source.Folder, FrameworkReferences.OfRuntime, kitScript);
        CompiledText above = compiler.Root;
        SourceCell[] cells =
            [.. source.Cells.Where(cell => cell.Cell is CodeCell && cell.Role is CellRole.Given or CellRole.Task)];
        foreach ((int i, SourceCell cell) in cells.Index())
        {
            try
            {
                foreach (AssignmentTask task in source.Tasks.Where(task => IsCellOf(task, cell)))
                    check(new TaskScope(task, cell, above, compiler));
                above = compiler.CompileSource(above, cell.Cell.Source, i + 1);
            }
            catch (SourceFailedException e)
            {
                problems.Add(cell.Place, null, $"The cell does not compile: {Diagnosis(e.InnerException!)}");
                return;
            }
        }
    }

    private static bool IsCellOf(AssignmentTask task, SourceCell cell) =>
        cell.Role == CellRole.Task && cell.Task == task.Name;

    public static string Diagnosis(Exception cause) =>
        cause is CompileErrorException compile
            ? string.Join(
                " ",
                compile.Errors.Take(MaxErrors)
                    .Select(error =>
                        $"line {ScriptSyntax.LineOf(error.Location)}: {error.Id}: "
                        + $"{error.GetMessage(CultureInfo.InvariantCulture)}."))
            : cause.Message;
}
