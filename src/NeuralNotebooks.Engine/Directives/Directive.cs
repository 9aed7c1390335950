namespace NeuralNotebooks.Engine;

/// <summary>A line that is handled by the engine and not passed to the compiler: <c>#r</c>, <c>#i</c>, <c>#load</c>,
/// <c>#!…</c>, or <c>#:…</c> before the first token, as in a program in one file.</summary>
/// <param name="Name">The name with its prefix, such as <c>#r</c> or <c>#!import</c>.</param>
/// <param name="Argument">The rest of the line, without surrounding quotation marks.</param>
internal sealed partial record Directive(string Name, string Argument, int Line)
{
    public const string Markdown = $"#!{NotebookLanguage.Markdown}";

    /// <summary>The directives of a text, by line. Lines within strings and comments are not directives, even if they
    /// look like them.</summary>
    public static IReadOnlyDictionary<int, Directive> FindAll(string text)
    {
        var found = new Dictionary<int, Directive>();
        MatchCollection candidates = Pattern().Matches(text);
        if (candidates.Count == 0)
            return found;

        HashSet<int> active =
        [
            .. ScriptSyntax.Parse(WithoutOtherLanguages(text)).GetRoot().DescendantTrivia()
                .Select(trivia => trivia.GetStructure()).OfType<DirectiveTriviaSyntax>()
                .Where(directive =>
                    directive is IgnoredDirectiveTriviaSyntax ? !directive.ContainsDiagnostics : directive.IsActive)
                .Select(directive => directive.HashToken.SpanStart),
        ];
        bool isOther = false;
        int line = 1, counted = 0;
        foreach (Match match in candidates)
        {
            int at = match.Groups["name"].Index;
            if (!isOther && !active.Contains(at))
                continue;
            string name = match.Groups["name"].Value, argument = match.Groups["argument"].Value.Trim();
            if (isOther && !name.StartsWith("#!", StringComparison.Ordinal))
                continue;
            if (Quoted().Match(argument) is { Success: true } quoted)
                argument = quoted.Groups[1].Value;
            line += text.AsSpan(counted..at).Count('\n');
            counted = at;
            found.Add(line, new Directive(name, argument, line));
            isOther = IsOtherLanguage(name) || (isOther && !IsCSharp(name));
        }
        return found;
    }

    public static string FirstWord(string text) => text.TrimStart().Split(' ', '\r', '\n')[0];

    public static bool IsCSharp(string name) => LanguageOf(name) == NotebookLanguage.CSharp;

    public static bool IsOtherLanguage(string name) => LanguageOf(name) is not (null or NotebookLanguage.CSharp);

    /// <summary>The language of the text after a directive <c>#!NAME</c>; null if the name is no language.</summary>
    public static string? LanguageOf(string name) =>
        name.StartsWith("#!", StringComparison.Ordinal) ? NotebookLanguage.Names.GetValueOrDefault(name[2..]) : null;

    /// <summary>The text with spaces in place of Markdown and other languages, which are not for the compiler.
    /// Positions stay the same.</summary>
    public static string WithoutOtherLanguages(string text)
    {
        if (!text.Contains("#!", StringComparison.Ordinal))
            return text;
        char[] code = text.ToCharArray();
        var tokens = new CodeTokens(text, hasDirectives: true);
        while (tokens.MoveNext())
        {
            if (tokens.Kind != TokenKind.Directive
                || LanguageName().Match(text, tokens.Start) is not { Success: true } line
                || !IsOtherLanguage(line.Value))
                continue;
            int start = line.Index + line.Length;
            int end = NextName().Matches(text, start).FirstOrDefault(next => IsCSharp(next.Groups["name"].Value))?.Index
                ?? text.Length;
            foreach (ref char c in code.AsSpan(start..end))
                c = c is '\n' or '\r' ? c : ' ';
            tokens = new CodeTokens(text, hasDirectives: true, end);
        }
        return new string(code);
    }

    /// <summary>The text with spaces also in place of directives.</summary>
    public static string OnlyCSharp(string text)
    {
        IReadOnlyDictionary<int, Directive> directives = FindAll(text);
        if (directives.Count == 0)
            return text;
        string[] lines = WithoutOtherLanguages(text).Split('\n');
        foreach (int line in directives.Keys)
            lines[line - 1] = new string(' ', lines[line - 1].Length);
        return string.Join('\n', lines);
    }

    [GeneratedRegex(
        """^[ \t]*(?<name>#(?:r|i|load)(?=[ \t"])|#![^\s]+|#:\w+)(?<argument>.*)$""", RegexOptions.Multiline)]
    public static partial Regex Pattern();

    [GeneratedRegex(@"\G#!\S+")]
    private static partial Regex LanguageName();

    [GeneratedRegex(@"^[ \t]*(?<name>#!\S+)", RegexOptions.Multiline)]
    private static partial Regex NextName();

    [GeneratedRegex("^\"([^\"]*)\"")]
    private static partial Regex Quoted();
}
