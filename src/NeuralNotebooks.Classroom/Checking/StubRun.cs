namespace NeuralNotebooks.Classroom;

/// <summary>Runs the unsolved student's version from top to bottom. Only stubs and cells that call them may fail, and
/// only with the stub's exception.</summary>
/// <remarks>All of it is the teacher's code. It runs as <c>nn run</c> would run it, without a sandbox.</remarks>
internal sealed class StubRun(AssignmentSource source, JudgeOptions options, ProblemList errors)
{
    private static readonly string _notWritten = typeof(NotImplementedException).FullName!;
    private static readonly TimeSpan _cellLimit = TimeSpan.FromMinutes(2);

    /// <returns>Whether there is no error.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellation)
    {
        string folder = Directory.CreateTempSubdirectory("nn-check-").FullName;
        try
        {
            NotebookRun run = await new NotebookRunner(
                new RunOptions
                {
                    KitScript = AssignmentFiles.KitFor(source.Folder, options.KitScript),
                    KeepGoing = true,
                    CellTimeout = options.TimeLimit ?? _cellLimit,
                }).RunAsync(Write(folder), cancellation: cancellation);
            if (run.Error is { Cell: null } failure)
                throw new JudgeException($"The student's version could not be run: {failure.Message}");
            SourceCell[] cells = [.. source.Cells.Where(cell => cell.Cell is CodeCell && cell.IsReleased)];
            if (run.Cells.FirstOrDefault(ran => ran.Error is { } error && !IsOfStub(cells[ran.Number - 1], error))
                is not { Error: { } first, Number: var number })
                return true;
            errors.Add(
                cells[number - 1].Place, null,
                $"With no task answered, the student's version fails here{Line(first)}: {first.Name}: "
                    + $"{first.Message.TrimEnd('.')}. Expected a NotImplementedException of the stub, or none."
                    + (cells[number - 1].Role == CellRole.Given ? "" : $" {Stub.Remedy}"));
            return false;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private string Write(string folder)
    {
        foreach (string file in AssignmentFiles.Released(source))
        {
            string copy = Path.Combine(folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(Path.Combine(source.Folder, file), copy);
        }
        string notebook = Path.Combine(folder, Path.GetFileName(source.Path));
        File.WriteAllText(notebook, StudentVersion.Of(source).ToJson());
        return notebook;
    }

    /// <summary>Whether an exception comes from a stub. In the task's cell any exception is accepted, in other cells
    /// only NotImplementedException.</summary>
    private static bool IsOfStub(SourceCell cell, RunError error) =>
        error.Name == _notWritten
        || (cell.Role == CellRole.Task && error.Name.EndsWith("Exception", StringComparison.Ordinal));

    private static string Line(RunError error) => error.SourceLine is { } line ? $" ({line.Trim()})" : "";
}
