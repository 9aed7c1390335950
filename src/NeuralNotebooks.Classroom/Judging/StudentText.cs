namespace NeuralNotebooks.Classroom;

/// <summary>Code of a student, in which lines with directives, which only the source may use, are blanked, so that line
/// numbers stay correct.</summary>
internal static partial class StudentText
{
    public static string WithoutDirectives(string code) => Directive().Replace(code, "");

    public static bool HasDirectives(string code) => Directive().IsMatch(LineEnds(code));

    /// <summary>The text for the compiler: what looks like a directive in a string stays, if the parser, which alone
    /// knows strings, can read the text.</summary>
    public static string Of(string code)
    {
        if (CodeLimits.Check(code) is not null)
            return WithoutDirectives(LineEnds(code));
        string[] lines = LineEnds(code).Split('\n');
        foreach (int line in Engine.Directive.FindAll(string.Join('\n', lines)).Keys)
            lines[line - 1] = "";
        return string.Join('\n', lines);
    }

    /// <summary>With line ends as in the engine.</summary>
    private static string LineEnds(string code) => code.Replace("\r\n", "\n").Replace('\r', '\n');

    [GeneratedRegex("""^[ \t]*#(?:r|i|load)(?=[ \t"]).*$|^[ \t]*#!\S.*$""", RegexOptions.Multiline)]
    private static partial Regex Directive();
}
