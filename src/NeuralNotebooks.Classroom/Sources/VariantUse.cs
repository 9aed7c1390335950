namespace NeuralNotebooks.Classroom;

/// <summary>Which probes of a task differ from student to student: the others are asked once.</summary>
internal static class VariantUse
{
    private const string Variant = "Variant";

    /// <summary>For each probe, whether its answers may depend on the student.</summary>
    public static bool[] Of(AssignmentSource source, AssignmentTask task)
    {
        (string[] Declared, HashSet<string> Used)[] members =
        [
            .. source
                .Cells.Where(cell => cell.Cell is CodeCell && cell.Role is CellRole.Given or CellRole.Task)
                .Select(cell => cell.Cell.Source)
                .Append(task.Declarations)
                .SelectMany(code => SourceSyntax.Parse(code).Members)
                .Select(member => (DeclaredNames.Of(member).ToArray(), NamesIn(member))),
        ];
        // The variant, and what is declared with it, directly or indirectly.
        var dependent = new HashSet<string> { Variant };
        int before;
        do
        {
            before = dependent.Count;
            dependent.UnionWith(
                members.Where(member => member.Used.Overlaps(dependent)).SelectMany(member => member.Declared)
            );
        } while (dependent.Count > before);
        bool Uses(string code) => NamesIn(SourceSyntax.Parse(code)).Overlaps(dependent);
        // A statement that declares nothing may change anything.
        bool everywhere =
            members.Any(member => member.Declared.Length == 0 && member.Used.Overlaps(dependent))
            || Uses(task.Reference)
            || task.Mistakes.Any(mistake => Uses(mistake.Code));
        return [.. task.Probes.Select(probe => everywhere || Uses(probe.Expression))];
    }

    private static HashSet<string> NamesIn(SyntaxNode node) =>
        [.. node.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Select(name => name.Identifier.ValueText)];
}
