namespace NeuralNotebooks.Judge;

/// <summary>Compiles the probes of a task after the judged cell: one by one for a student's cell, together for a cell
/// of the teacher.</summary>
internal sealed class ProbeCompiler(
    CellCompiler cells, CompiledText judged, IReadOnlyList<OwnText> own, CompileTask task)
{
    private readonly HashSet<string> _studentAssemblies =
        [.. own.Select(cell => cell.Compilation).Append(judged.Compilation!).Select(cell => cell.AssemblyName!)];

    public SortedSet<string> Notes { get; } = new(StringComparer.Ordinal);

    // A student's process gets one probe at a time, so that its code cannot read later probes.
    public IReadOnlyList<CompiledProbe> Compile() =>
        (task.Owner == CodeOwner.Teacher ? CompileTogether() : null) ?? [.. task.Probes.Select(Compile)];

    /// <summary>Compiles the probes together, as methods of one text, which takes about as long as compiling one probe.
    /// The declarations run again for each probe, so that no probe depends on changes made by another.</summary>
    /// <returns>The probes; null if one of them does not compile, or if the declarations have static members, which
    /// would keep their values from probe to probe.</returns>
    private CompiledProbe[]? CompileTogether()
    {
        if (CellSyntax.Parse(task.Declarations).DescendantTokens()
            .Any(token => token.IsKind(SyntaxKind.StaticKeyword)))
            return null;
        IEnumerable<string> texts = task.Probes.Select((expression, i) => $"object {Name(i)}() =>\n{expression}\n;");
        try
        {
            CompiledText probes = cells.Compile(judged, string.Join('\n', texts.Prepend(task.Declarations)), "probes");
            SyntaxTree tree = probes.Compilation!.SyntaxTrees[0];
            SemanticModel model = probes.Compilation.GetSemanticModel(tree);
            SyntaxNode[] members = [.. ((CompilationUnitSyntax)tree.GetRoot()).Members];
            bool UsesVariables(SyntaxNode part) => UsedSymbols.In(model, part).Any(use => IsVariable(use.Symbol));
            int first = members.Length - task.Probes.Count;
            bool declarationsDo = members[..first].Any(UsesVariables);
            return
            [
                .. members[first..].Select(
                    (method, i) =>
                        new CompiledProbe(probes.Cell, Name(i), null, declarationsDo || UsesVariables(method))),
            ];
        }
        catch (CompileErrorException)
        {
            return null;
        }
    }

    private CompiledProbe Compile(string expression, int number)
    {
        try
        {
            CompiledText probe = cells.Compile(
                judged, $"{task.Declarations}\n{expression}", Invariant($"probe {number}"));
            ISymbol[] used = [.. UsedSymbols.In(probe.Compilation!)];
            if (task.Owner == CodeOwner.Student
                && used.Select(StudentsName).OfType<string>().FirstOrDefault(name =>
                    !task.NamesOfSolution.Contains(name)) is { } name)
            {
                Notes.Add(
                    $"{name} is declared in the student's cells but not in the solution: it shadows a name "
                        + $"that the tests use, or the answer returns it.");
                return Refused(MissingValue.ShadowedName);
            }
            return new CompiledProbe(probe.Cell, null, null, used.Any(IsVariable));
        }
        catch (CompileErrorException e)
        {
            return Refused(e.Errors[0].Id);
        }
    }

    private static string Name(int probe) => Invariant($"__probe{probe}");

    private static CompiledProbe Refused(string why) =>
        new(null, null, new MissingValue(MissingReason.DoesNotCompile, why), UsesVariables: false);

    private bool IsVariable(ISymbol symbol) =>
        symbol is IFieldSymbol { ContainingType.IsScriptClass: true }
        && symbol.ContainingAssembly.Name == judged.Compilation!.AssemblyName;

    /// <summary>The name of the top-level declaration in the student's cells to which a symbol belongs; null if the
    /// symbol is not declared there.</summary>
    private string? StudentsName(ISymbol symbol)
    {
        while (symbol is IArrayTypeSymbol array)
            symbol = array.ElementType;
        if (symbol.ContainingAssembly is not { } assembly || !_studentAssemblies.Contains(assembly.Name))
            return null;
        ISymbol outermost = symbol;
        while (outermost.ContainingType is { IsScriptClass: false } containing)
            outermost = containing;
        // The student cannot define operators, members or conversions of a delegate.
        return
            outermost
                is INamedTypeSymbol { IsScriptClass: true } or INamedTypeSymbol { IsAnonymousType: true }
                    or INamedTypeSymbol { TypeKind: TypeKind.Delegate }
            ? null
            : outermost.Name;
    }
}
