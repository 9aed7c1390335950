namespace NeuralNotebooks.Classroom;

/// <summary>The probes of a task as methods of one text: compiling that takes about as long as compiling one
/// probe.</summary>
/// <remarks>The declarations run again for each probe, so that none sees what another has changed.</remarks>
internal static class ProbeMethods
{
    /// <summary>A method's name.</summary>
    public static string Name(int probe) => Invariant($"__probe{probe}");

    /// <summary>The text; null if the declarations have static members, which would keep their values from probe to
    /// probe.</summary>
    public static string? Text(string declarations, IReadOnlyList<string> expressions) =>
        declarations.Contains("static")
            ? null
            : string.Join(
                '\n',
                expressions.Select((expression, i) => $"object {Name(i)}() =>\n{expression}\n;").Prepend(declarations)
            );

    /// <summary>The declarations and the methods in such a text.</summary>
    public static (SyntaxNode[] Declarations, SyntaxNode[] Methods) Parts(SyntaxTree tree, int probes)
    {
        SyntaxNode[] members = [.. ((CompilationUnitSyntax)tree.GetRoot()).Members];
        return (members[..^probes], members[^probes..]);
    }
}
