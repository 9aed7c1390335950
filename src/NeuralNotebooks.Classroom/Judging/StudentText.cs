namespace NeuralNotebooks.Classroom;

/// <summary>Code of a student, in which lines with directives, which only the source may use, are blanked, so that line
/// numbers stay correct.</summary>
internal static partial class StudentText
{
    public static string WithoutDirectives(string code) => Directive().Replace(code, "");

    public static bool HasDirectives(string code) => Directive().IsMatch(code);

    /// <summary>The text for the compiler, with line ends as in the engine.</summary>
    public static string Of(string code) =>
        WithoutDirectives(code.Replace("\r\n", "\n").Replace('\r', '\n'));

    [GeneratedRegex("""^[ \t]*#(?:r|i|load)(?=[ \t"]).*$|^[ \t]*#!\S.*$""", RegexOptions.Multiline)]
    private static partial Regex Directive();
}
