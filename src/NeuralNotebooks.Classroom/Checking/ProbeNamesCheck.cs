namespace NeuralNotebooks.Classroom;

/// <summary>Checks the names in probes. A probe may use the kit, the declarations of its region, the source's types and
/// the names that the task declares. Other names may be missing or different in a student's session.</summary>
internal sealed class ProbeNamesCheck(ProblemList problems)
{
    /// <summary>Checks the probes of a task. Each compiler error and each name is reported once.</summary>
    public void Check(TaskScope scope)
    {
        AssignmentTask task = scope.Task;
        if (task.Probes.Count == 0 || CompiledSolution(scope) is not { } solution)
            return;
        var reported = new HashSet<string>();
        foreach (Probe probe in task.Quiz is { } quiz ? task.Probes.Append(quiz) : task.Probes)
        {
            CSharpCompilation bound = scope.Compiler.Bind(solution, $"{task.Declarations}\n{probe.Code}", "probe");
            foreach ((string reason, string sentence) in Problems(bound, solution.Compilation!))
                if (reported.Add(reason))
                    problems.Add(task.TestsPlace, probe.Line, $"The probe \"{probe.Name}\" {sentence}");
        }
    }

    private CompiledText? CompiledSolution(TaskScope scope)
    {
        try
        {
            return scope.Compiler.Compile(scope.Above, scope.Task.Solution, "task");
        }
        catch (CompileErrorException e)
        {
            problems.Add(scope.Cell.Place, null, $"The solution does not compile: {TaskScope.Diagnosis(e)}");
            return null;
        }
    }

    /// <returns>The compiler's message or the name, and the end of a sentence about the probe.</returns>
    private static IEnumerable<(string Reason, string Sentence)> Problems(
        CSharpCompilation probe, CSharpCompilation solution)
    {
        if (probe.GetDiagnostics().FirstOrDefault(found => found.Severity == DiagnosticSeverity.Error) is { } error)
        {
            string message = error.GetMessage(CultureInfo.InvariantCulture);
            return [(message, $"does not compile: {error.Id}: {message}.")];
        }
        return NamesOfOtherCells(probe, solution)
            .Select(name => (
                name,
                $"uses {name}, which another cell declares. In a student's session it may differ. Expected only names "
                    + "of the kit, types, and names that the task or its tests declare."));
    }

    private static IEnumerable<string> NamesOfOtherCells(CSharpCompilation probe, CSharpCompilation solution) =>
        UsedSymbols.In(probe)
            .Where(symbol =>
                symbol
                    is IFieldSymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.ReducedExtension }
                        or IPropertySymbol
                && symbol.ContainingType is { IsScriptClass: true }
                && symbol.ContainingAssembly.Name != probe.AssemblyName
                && symbol.ContainingAssembly.Name != solution.AssemblyName)
            .Select(symbol => symbol.Name);
}
