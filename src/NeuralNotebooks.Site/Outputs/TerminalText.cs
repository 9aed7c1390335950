namespace NeuralNotebooks.Site;

/// <summary>Finds the text that a terminal would finally show: lines that <c>\r</c> overwrites in their last state, and
/// no colours.</summary>
/// <remarks>The script <c>terminal.js</c> of a page shows the colours.</remarks>
internal static partial class TerminalText
{
    /// <summary>The text that a terminal shows.</summary>
    /// <param name="written">What a program has written to it.</param>
    public static string Of(string written)
    {
        if (!written.AsSpan().ContainsAny('\e', '\r'))
            return written;
        List<char> shown = new(written.Length);
        int line = 0, at = 0; // Where the line begins, and where the next character is written.
        for (int i = 0; i < written.Length; i++)
        {
            char c = written[i];
            if (c == '\e' && Escape().Match(written, i) is { Success: true } escape)
            {
                if (escape.Value is "\e[K" or "\e[0K")
                    shown.RemoveRange(at, shown.Count - at);
                i += escape.Length - 1;
            }
            else if (c == '\r')
                at = line;
            else
            {
                if (c == '\n')
                    (at, line) = (shown.Count, shown.Count + 1);
                if (at == shown.Count)
                    shown.Add(c);
                shown[at++] = c;
            }
        }
        return new string(CollectionsMarshal.AsSpan(shown));
    }

    [GeneratedRegex(@"\G\x1B(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1B]*(?:\x07|\x1B\\)|[@-Z\\-_])")]
    private static partial Regex Escape();
}
