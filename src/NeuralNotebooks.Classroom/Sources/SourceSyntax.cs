namespace NeuralNotebooks.Classroom;

/// <summary>Code of an assignment's source. That of students is parsed in the sandbox only.</summary>
internal static class SourceSyntax
{
    /// <summary>The syntax of a cell; that of an empty one if the parser might not survive it.</summary>
    public static CompilationUnitSyntax Parse(string code)
        => (CompilationUnitSyntax)ScriptSyntax.Parse(CodeLimits.Check(code) is null ? code : "").GetRoot();
}
