namespace NeuralNotebooks.Assignments;

/// <summary>Finds and removes directives such as <c>#r</c> in a student's code, since only the source may use them. The
/// code is read as tokens and not parsed. A line inside a string or comment is not a directive, even if it looks like
/// one.</summary>
internal static class StudentDirectives
{
    /// <summary>The code with an empty line in place of each directive, so that line numbers stay the same. Lines end
    /// with <c>\n</c>, as in the engine.</summary>
    public static string WithoutDirectives(string code)
    {
        string text = LineEnds(code);
        var rest = new StringBuilder();
        int end = 0;
        foreach (Match directive in DirectivesIn(text))
        {
            rest.Append(text, end, directive.Index - end);
            end = directive.Index + directive.Length;
        }
        return end == 0 ? text : rest.Append(text, end, text.Length - end).ToString();
    }

    public static bool HasDirectives(string code) => DirectivesIn(LineEnds(code)).Count > 0;

    private static List<Match> DirectivesIn(string text)
    {
        var candidates = Directive.Pattern().Matches(text).ToDictionary(match => match.Groups["name"].Index);
        var tokens = new CodeTokens(text, hasDirectives: true);
        List<Match> found = [];
        while (found.Count < candidates.Count && tokens.MoveNext())
            if (tokens.Kind == TokenKind.Directive && candidates.TryGetValue(tokens.Start, out Match? directive))
                found.Add(directive);
        return found;
    }

    private static string LineEnds(string code) => code.Replace("\r\n", "\n").Replace('\r', '\n');
}
