using System.Runtime.InteropServices;

namespace NeuralNotebooks.Site;

/// <summary>The text that a terminal would finally show: with its colours, and with lines that <c>\r</c> overwrites in
/// their last state.</summary>
/// <remarks>The script <c>terminal-text.js</c> of a live page does the same.</remarks>
internal sealed partial class TerminalText
{
    private readonly TerminalStyle[] _styles;

    private TerminalText(string plain, TerminalStyle[] styles) => (Plain, _styles) = (plain, styles);

    /// <summary>The text without its colours.</summary>
    public string Plain { get; }

    /// <summary>Reads the text that a program has written to a terminal.</summary>
    public static TerminalText Of(string written)
    {
        if (!written.AsSpan().ContainsAny('\e', '\r'))
            return new(written, []);
        List<char> shown = new(written.Length);
        List<TerminalStyle> styles = new(written.Length);
        TerminalStyle style = default;
        int line = 0, at = 0; // Where the line begins, and where the next character is written.
        for (int i = 0; i < written.Length; i++)
        {
            char c = written[i];
            if (c == '\e' && Escape().Match(written, i) is { Success: true } escape)
            {
                if (escape.Value is [_, '[', .., 'm'])
                    style = style.After(escape.ValueSpan[2..^1]);
                else if (escape.Value is "\e[K" or "\e[0K")
                    Keep(at);
                i += escape.Length - 1;
            }
            else if (c == '\r')
                at = line;
            else
            {
                if (c == '\n')
                    (at, line) = (shown.Count, shown.Count + 1);
                if (at == shown.Count)
                {
                    shown.Add(c);
                    styles.Add(style);
                }
                (shown[at], styles[at]) = (c, style);
                at++;
            }
        }
        return new(new string(CollectionsMarshal.AsSpan(shown)), [.. styles]);

        void Keep(int length)
        {
            shown.RemoveRange(length, shown.Count - length);
            styles.RemoveRange(length, styles.Count - length);
        }
    }

    /// <summary>A part of the text as HTML.</summary>
    public string ToHtml(Range part)
    {
        (int start, int length) = part.GetOffsetAndLength(Plain.Length);
        if (_styles.Length == 0)
            return Html.Escape(Plain.Substring(start, length));
        var html = new StringBuilder();
        for (int from = start, to; from < start + length; from = to)
        {
            TerminalStyle style = _styles[from];
            for (to = from; to < start + length && _styles[to] == style;)
                to++;
            string text = Html.Escape(Plain[from..to]);
            html.Append(style == default ? text : $"<span{style.Attributes}>{text}</span>");
        }
        return html.ToString();
    }

    [GeneratedRegex(@"\G\x1B(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1B]*(?:\x07|\x1B\\)|[@-Z\\-_])")]
    private static partial Regex Escape();
}
