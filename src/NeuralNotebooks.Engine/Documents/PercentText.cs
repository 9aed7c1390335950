namespace NeuralNotebooks.Engine;

/// <summary>How the text of a cell stands in a <c>.cs</c> notebook: as it is, or as comments, so that the file stays
/// C# for other tools.</summary>
internal static partial class PercentText
{
    /// <summary>Prose or another language as comments. A line that would begin a cell is commented twice.</summary>
    public static string Commented(string text) =>
        PerLine(text, line => line.Length == 0 ? "//" : LikeMarker().IsMatch(line) ? $"// // {line}" : $"// {line}");

    /// <summary>The text of comments, and the index of the first line that is no comment; −1 if all are.</summary>
    public static (string Text, int FirstOther) Uncommented(string comments)
    {
        string[] lines = comments.Split('\n');
        int other = Array.FindIndex(
            lines, line => !line.StartsWith("//", StringComparison.Ordinal) && !string.IsNullOrWhiteSpace(line));
        return (PerLine(comments, Uncommented), other);

        static string Uncommented(string line) =>
            !line.StartsWith("//", StringComparison.Ordinal) ? ""
            : WithoutComment(line) is var text && text.StartsWith("// ", StringComparison.Ordinal)
                && LikeMarker().IsMatch(text)
                ? text[3..] : text;
    }

    /// <summary>Code with its magic commands as comments, as Jupytext writes them: C# has no <c>#!import</c>. A comment
    /// that looks like one is commented twice.</summary>
    public static string WithCommentedMagics(string code) => ReplaceMagics(code, line => $"// {line}");

    /// <summary>Code with its magic commands, which may be comments in the file.</summary>
    public static string WithMagics(string code) =>
        ReplaceMagics(code, line => line[0] == '/' ? WithoutComment(line) : line);

    /// <summary>The beginning of each line that is a directive or a comment, and not in a string or a longer
    /// comment.</summary>
    public static IEnumerable<int> LinesOutsideStrings(string code, int start = 0)
    {
        var tokens = new CodeTokens(code, hasDirectives: true, start, hasComments: true);
        while (tokens.MoveNext())
            if (tokens.Kind is TokenKind.Directive or TokenKind.Comment)
                yield return tokens.Start;
    }

    private static string WithoutComment(string line) => line.StartsWith("// ", StringComparison.Ordinal)
        ? line[3..] : line[2..];

    private static string ReplaceMagics(string code, Func<string, string> replace)
    {
        MatchCollection candidates = Magic().Matches(code);
        if (candidates.Count == 0)
            return code;
        HashSet<int> lines = [.. LinesOutsideStrings(code)];
        return Magic().Replace(code, line => lines.Contains(line.Index) ? replace(line.Value) : line.Value);
    }

    private static string PerLine(string text, Func<string, string> change) =>
        string.Join('\n', text.Split('\n').Select(change));

    /// <summary>Matches <c>%%</c>, also as a comment of any depth.</summary>
    [GeneratedRegex(@"^(// )*[ \t]*%%")]
    private static partial Regex LikeMarker();

    /// <summary>Matches a magic command, also as a comment of any depth.</summary>
    [GeneratedRegex(@"^(// ?)*#![A-Za-z].*$", RegexOptions.Multiline)]
    private static partial Regex Magic();
}
