namespace NeuralNotebooks.Classroom;

internal static class KitUse
{
    private static readonly string[] _small = ["Verdict", "VerdictState", "Variant", "Exceptions"];

    /// <summary>Whether the cells that students get, or a solution, use more of the kit than verdicts, variants and
    /// Throws. This is assumed of cells that do not compile.</summary>
    public static bool IsBeyondVerdicts(AssignmentSource source, string? kitScript)
    {
        var compiler = new CellCompiler(source.Folder, FrameworkReferences.OfRuntime, kitScript);
        CompiledText above = compiler.Root;
        foreach ((int i, SourceCell cell) in
            source.Cells.Where(cell => cell.Cell is CodeCell && cell.IsReleased).Index())
        {
            string code = cell.Role == CellRole.Tests
                ? StudentVersion.TextOf(cell, task: null)
                : cell.Cell.Source;
            try
            {
                if (UsedSymbols.In(compiler.Bind(above, code, "cell")).Any(IsBeyondVerdicts))
                    return true;
                above = compiler.CompileSource(above, code, i + 1);
            }
            catch (SourceFailedException)
            {
                return true;
            }
        }
        return false;
    }

    private static bool IsBeyondVerdicts(ISymbol symbol)
    {
        INamedTypeSymbol? type = symbol as INamedTypeSymbol ?? symbol.ContainingType;
        return type?.ContainingAssembly is { } assembly && UsualVocabulary.IsOfKit(assembly.Name)
            && !_small.Contains(type.Name);
    }
}
