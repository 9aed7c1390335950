using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NeuralNotebooks.Engine;

namespace NeuralNotebooks.Classroom;

/// <summary>Which probes of a task differ from student to student: the others are asked once.</summary>
internal static class VariantUse
{
    private const string Variant = "Variant";

    /// <summary>For each probe, whether its answers may depend on the student.</summary>
    public static bool[] Of(AssignmentSource source, AssignmentTask task)
    {
        bool everywhere =
            source.Cells.Any(cell =>
                cell.Cell is CodeCell
                && cell.Role is CellRole.Given or CellRole.Task
                && Names(cell.Cell.Source).Contains(Variant)
            ) || task.Mistakes.Any(mistake => Names(mistake.Code).Contains(Variant));
        HashSet<string> dependent = DependentNames(task.Declarations);
        return [.. task.Probes.Select(probe => everywhere || Names(probe.Expression).Overlaps(dependent))];
    }

    /// <summary>The names that depend on the variant: itself, and what is declared with it, directly or
    /// indirectly.</summary>
    private static HashSet<string> DependentNames(string declarations)
    {
        var dependent = new HashSet<string>(StringComparer.Ordinal) { Variant };
        (string[] Declared, HashSet<string> Used)[] members =
        [
            .. SourceSyntax.Parse(declarations).Members.Select(member => (Declared(member).ToArray(), NamesIn(member))),
        ];
        int before;
        do
        {
            before = dependent.Count;
            foreach ((string[] declared, HashSet<string> used) in members)
            {
                if (used.Overlaps(dependent))
                    dependent.UnionWith(declared);
            }
        }
        while (dependent.Count > before);
        return dependent;
    }

    private static IEnumerable<string> Declared(MemberDeclarationSyntax member) =>
        member
            .DescendantNodesAndSelf()
            .SelectMany(node =>
                node switch
                {
                    MethodDeclarationSyntax method => new[] { method.Identifier.ValueText },
                    BaseTypeDeclarationSyntax type => [type.Identifier.ValueText],
                    VariableDeclaratorSyntax variable => [variable.Identifier.ValueText],
                    SingleVariableDesignationSyntax variable => [variable.Identifier.ValueText],
                    _ => [],
                }
            );

    private static HashSet<string> Names(string code) => NamesIn(SourceSyntax.Parse(code));

    private static HashSet<string> NamesIn(SyntaxNode node) =>
        [.. node.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Select(name => name.Identifier.ValueText)];
}
