using System.Globalization;

namespace NeuralNotebooks.Engine;

/// <summary>
/// Refuses code that the compiler cannot survive: parts of it recurse for each bracket, operator or label without checking the stack, or
/// take quadratic time.
/// </summary>
internal static class CodeLimits
{
    public const int Length = 4_000_000, Depth = 250, Tokens = 5_000;

    /// <summary>
    /// How many open parentheses may contain an assignment: each could be a lambda's parameter list with default values, so the parser
    /// reads its content twice, and the time doubles with every level.
    /// </summary>
    public const int Assignments = 8;

    /// <summary>Which limit is exceeded, and on which line (from 1); null for code that can be compiled.</summary>
    public static (string Sentence, int Line)? Check(string code)
    {
        if (code.Length > Length)
            return (string.Create(CultureInfo.InvariantCulture, $"The code is too long: {code.Length:N0} characters; up to {Length:N0} can be compiled."), 1);
        return Find(code) is var (sentence, at) ? (sentence, code.AsSpan(0, at).Count('\n') + 1) : null;
    }

    private static (string Sentence, int Index)? Find(string code)
    {
        int depth = 0, angles = 0, tokens = 0, assignments = 0;
        bool inWord = false;
        char[] open = new char[Depth + 2]; // The brackets; an equals sign for a parenthesis with an assignment.
        for (int i = 0; i < code.Length; i++)
        {
            char c = code[i];
            if (SkipText(code, i) is var next && next > i)
            {
                tokens += c == '/' ? 0 : 1;
                (i, inWord) = (next - 1, false);
                continue;
            }
            bool isWord = char.IsLetterOrDigit(c) || c == '_';
            if (c is ';' or ',' or '{' or '}')
                tokens = 0;
            else if (isWord ? !inWord : !char.IsWhiteSpace(c))
                tokens++;
            inWord = isWord;
            // Nested type arguments have only names between the brackets; if anything else follows a "<", it was a comparison.
            if (c == '<')
                angles++;
            else if (!(isWord || char.IsWhiteSpace(c) || c is '.' or ','))
                angles = 0;
            if (c is '(' or '[' or '{')
            {
                open[++depth] = c;
            }
            else if (c is ')' or ']' or '}')
            {
                assignments -= open[depth] == '=' ? 1 : 0;
                depth = Math.Max(0, depth - 1);
            }
            else if (open[depth] == '(' && IsAssignment(code, i))
            {
                open[depth] = '=';
                assignments++;
            }
            if (depth > Depth || angles > Depth)
                return (string.Create(CultureInfo.InvariantCulture, $"The code is nested too deeply: more than {Depth} brackets are open here."), i);
            if (assignments > Assignments)
                return (string.Create(CultureInfo.InvariantCulture, $"The code is nested too deeply: more than {Assignments} parentheses with assignments are open here."), i);
            if (tokens > Tokens)
                return (string.Create(CultureInfo.InvariantCulture, $"The expression is too long: more than {Tokens:N0} names, numbers and operators without a separator."), i);
        }
        return null;
    }

    private static bool IsAssignment(string code, int i)
        => code[i] == '=' && !"=!<>+-*/%&|^?".Contains(code[i - 1], StringComparison.Ordinal) && !(i + 1 < code.Length && code[i + 1] is '=' or '>');

    /// <summary>The end of the comment, string or character that begins at <paramref name="start"/>, else the start itself.</summary>
    private static int SkipText(string code, int start)
    {
        ReadOnlySpan<char> rest = code.AsSpan(start);
        if (rest.StartsWith("//"))
            return EndAt(code, "\n", start);
        if (rest.StartsWith("/*"))
            return EndAt(code, "*/", start + 2);
        if (rest[0] is not ('"' or '\''))
            return start;
        bool verbatim = rest[0] == '"' && start > 0 && (code[start - 1] == '@' || (code[start - 1] == '$' && start > 1 && code[start - 2] == '@'));
        int quotes = rest.IndexOfAnyExcept('"') is >= 0 and var length ? length : rest.Length;
        if (quotes >= 3 && !verbatim)
            return EndAt(code, new string('"', quotes), start + quotes);
        for (int i = start + 1; i < code.Length; i++)
        {
            if (code[i] == rest[0])
                return i + 1; // A doubled quote in a verbatim string begins the next piece of the same string.
            if (code[i] == '\n' && !verbatim)
                return i;
            if (code[i] == '\\' && !verbatim)
                i++;
        }
        return code.Length;
    }

    private static int EndAt(string code, string end, int from)
        => code.IndexOf(end, Math.Min(from, code.Length), StringComparison.Ordinal) is >= 0 and var at ? at + end.Length : code.Length;
}
