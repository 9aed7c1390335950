namespace NeuralNotebooks.Classroom;

/// <summary>
/// Checks the names in the texts of tasks. A probe may use the kit, the declarations of its region, the source's types
/// and the names that the task declares. Other names may be missing or different in a student's session. Forbidden and
/// allowed ids must name existing symbols.
/// </summary>
/// <param name="source">The assignment.</param>
/// <param name="kitScript">The kit to use if the source's folder has none.</param>
/// <param name="report">Receives problems: the cell, the line, and the sentence.</param>
internal sealed class ProbeScope(AssignmentSource source, string? kitScript, Action<string, int?, string> report)
{
    /// <summary>Checks all tasks.</summary>
    /// <param name="onlyIds">Whether to check only that the forbidden and allowed ids exist.</param>
    public void Check(bool onlyIds = false)
    {
        if (onlyIds && source.Tasks.All(task => task.Forbidden.Count + task.Allowed.Count == 0))
            return;
        using var cells = new CellCompiler(source.Folder, kitScript);
        CompiledText last = cells.Root;
        int number = 0;
        string place = "";
        try
        {
            foreach (
                SourceCell cell in source.Cells.Where(cell =>
                    cell.Cell is CodeCell && cell.Role is CellRole.Given or CellRole.Task
                )
            )
            {
                place = cell.Place;
                if (
                    source.Tasks.FirstOrDefault(task => cell.Role == CellRole.Task && task.Name == cell.Task) is
                    { } task
                )
                    Check(task, cells, last, cell, onlyIds);
                last = cells.CompileSource(last, cell.Cell.Source, ++number);
            }
        }
        catch (SourceFailedException e)
        {
            report(place, null, $"The cell does not compile: {Diagnosis(e.InnerException!)}");
        }
    }

    private static string Diagnosis(Exception cause) =>
        cause is CompileErrorException compile
            ? string.Join(
                " ",
                compile
                    .Errors.Take(3)
                    .Select(error =>
                        $"line {error.Location.GetLineSpan().StartLinePosition.Line + 1}: {error.Id}: "
                        + $"{error.GetMessage(CultureInfo.InvariantCulture)}."
                    )
            )
            : cause.Message;

    private void Check(AssignmentTask task, CellCompiler cells, CompiledText last, SourceCell cell, bool onlyIds)
    {
        CSharpCompilation solution = cells.Bind(last, task.Reference, "task");
        foreach (
            (CellRole role, IReadOnlyList<string> ids) in new[]
            {
                (CellRole.Forbidden, task.Forbidden),
                (CellRole.Allowed, task.Allowed),
            }
        )
        {
            foreach (
                string id in ids.Where(id => !AnswerVocabulary.Exists(id, solution))
            )
            {
                SourceCell list = source.Cells.First(list =>
                    list.Role == role
                    && list.Task == task.Name
                    && list.Cell.Source.Contains(id)
                );
                int line =
                    Array.FindIndex(
                        Region.Lines(list.Cell.Source),
                        text =>
                            text.EndsWith(id, StringComparison.Ordinal)
                            || text.Contains(id + " ")
                    ) + 1;
                report(
                    list.Place,
                    line,
                    $"There is no {id}. Expected the documentation-comment id of something that a solution could use."
                );
            }
        }
        if (task.Probes.Count == 0 || onlyIds)
            return;

        CompiledText judged;
        try
        {
            judged = cells.Compile(last, task.Reference, "task");
        }
        catch (CompileErrorException e)
        {
            report(cell.Place, null, $"The solution does not compile: {Diagnosis(e)}");
            return;
        }
        string place = task.TestsPlace;
        var reported = new HashSet<string>();
        foreach (Probe probe in task.Probes)
        {
            CSharpCompilation asked = cells.Bind(judged, $"{task.Declarations}\n{probe.Expression}", "probe");
            if (asked.GetDiagnostics().FirstOrDefault(one => one.Severity == DiagnosticSeverity.Error) is { } error)
            {
                if (reported.Add(error.GetMessage(CultureInfo.InvariantCulture)))
                    report(
                        place,
                        probe.Line,
                        $"The probe \"{probe.Name}\" does not compile: {error.Id}: "
                            + $"{error.GetMessage(CultureInfo.InvariantCulture)}."
                    );
                continue;
            }
            foreach (ISymbol foreign in ForeignIn(asked, judged.Compilation!))
            {
                if (reported.Add(foreign.Name))
                    report(
                        place,
                        probe.Line,
                        $"The probe \"{probe.Name}\" uses {foreign.Name}, which another cell declares. "
                            + $"In a student's session it may differ. Expected only names of the kit, types, and "
                            + $"names that the task or the hidden tests declare."
                    );
            }
        }
    }

    /// <summary>The variables and functions of other cells that probes use.</summary>
    private static IEnumerable<ISymbol> ForeignIn(CSharpCompilation probes, CSharpCompilation solution) =>
        UsedSymbols
            .In(probes)
            .Where(symbol =>
                symbol
                    is IFieldSymbol
                        or IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.ReducedExtension }
                        or IPropertySymbol
                && symbol.ContainingType is { IsScriptClass: true }
                && symbol.ContainingAssembly.Name != probes.AssemblyName
                && symbol.ContainingAssembly.Name != solution.AssemblyName
            );
}
