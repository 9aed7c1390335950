namespace NeuralNotebooks.Classroom;

/// <summary>Removes directives such as <c>#r</c> from a student's code, since only the source may use them. Their lines
/// become empty, so that line numbers stay the same.</summary>
internal static partial class StudentText
{
    public static string WithoutDirectives(string code) => Directive().Replace(code, "");

    public static bool HasDirectives(string code) => Directive().IsMatch(LineEnds(code));

    /// <summary>The text for the compiler. If the text is within the parser's limits, it is parsed, so that a line
    /// inside a string that looks like a directive is not removed.</summary>
    public static string Of(string code)
    {
        if (CodeLimits.Check(code) is not null)
            return WithoutDirectives(LineEnds(code));
        string[] lines = LineEnds(code).Split('\n');
        foreach (int line in Engine.Directive.FindAll(string.Join('\n', lines)).Keys)
            lines[line - 1] = "";
        return string.Join('\n', lines);
    }

    /// <summary>The code with <c>\n</c> as line ending, as in the engine.</summary>
    private static string LineEnds(string code) => code.Replace("\r\n", "\n").Replace('\r', '\n');

    [GeneratedRegex("""^[ \t]*#(?:r|i|load)(?=[ \t"]).*$|^[ \t]*#!\S.*$""", RegexOptions.Multiline)]
    private static partial Regex Directive();
}
