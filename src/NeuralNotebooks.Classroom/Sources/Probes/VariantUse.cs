namespace NeuralNotebooks.Classroom;

/// <summary>Finds the probes of a task whose answers may differ from student to student. For the others the solution
/// needs to be evaluated only once.</summary>
internal static class VariantUse
{
    private const string Variant = "Variant";

    public static bool[] Of(AssignmentSource source, AssignmentTask task)
    {
        (string[] Declared, HashSet<string> Used)[] members =
        [
            .. source.Cells.Where(cell => cell.Cell is CodeCell && cell.Role is CellRole.Given or CellRole.Task)
                .Select(cell => cell.Cell.Source)
                .Append(task.Declarations)
                .SelectMany(code => CellSyntax.Parse(code).Members)
                .Select(member => (CellNames.DeclaredBy(member).ToArray(), NamesIn(member))),
        ];
        // The class Variant, and all names whose declarations use it directly or indirectly.
        HashSet<string> dependent =
        [
            .. TransitiveClosure.Of(
                [Variant],
                name => members.Where(member => member.Used.Contains(name)).SelectMany(member => member.Declared)),
        ];
        bool Uses(string code) => NamesIn(CellSyntax.Parse(code)).Overlaps(dependent);
        // A statement that declares nothing may change any variable.
        bool everywhere =
            members.Any(member => member.Declared.Length == 0 && member.Used.Overlaps(dependent))
            || Uses(task.Solution)
            || task.Mistakes.Any(mistake => Uses(mistake.Code));
        return [.. task.Probes.Select(probe => everywhere || Uses(probe.Expression))];
    }

    private static HashSet<string> NamesIn(SyntaxNode node) =>
        [.. node.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Select(name => name.Identifier.ValueText)];
}
