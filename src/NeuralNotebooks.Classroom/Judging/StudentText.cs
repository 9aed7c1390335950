namespace NeuralNotebooks.Classroom;

/// <summary>A student's cell as passed to the compiler: without directives, which only the source may use.</summary>
/// <param name="Code">The text; lines with directives are blanked, so that line numbers stay correct.</param>
/// <param name="Ignored">The directives that were left out.</param>
internal sealed record StudentText(string Code, IReadOnlyList<string> Ignored)
{
    /// <param name="code">The text of the cell, within the limits of what can be compiled.</param>
    public static StudentText Of(string code)
    {
        // Line ends as in the engine.
        code = code.Replace("\r\n", "\n").Replace('\r', '\n');
        IReadOnlyDictionary<int, Directive> directives = Directive.FindAll(code);
        if (directives.Count == 0)
            return new StudentText(code, []);
        string[] lines = code.Split('\n');
        foreach (int line in directives.Keys)
            lines[line - 1] = "";
        return new StudentText(
            string.Join('\n', lines),
            [
                .. directives
                    .Values.OrderBy(directive => directive.Line)
                    .Select(directive => $"{directive.Name} {directive.Argument}".Trim()),
            ]
        );
    }
}
