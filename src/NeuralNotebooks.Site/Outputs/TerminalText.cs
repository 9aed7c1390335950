namespace NeuralNotebooks.Site;

/// <summary>The text that a terminal would finally show: without colours, and with lines that <c>\r</c> overwrites in
/// their last state.</summary>
internal static partial class TerminalText
{
    public static string Plain(string text)
    {
        text = Escapes().Replace(text, "").Replace("\r\n", "\n");
        return text.Contains('\r') ? string.Join('\n', text.Split('\n').Select(LastState)) : text;
    }

    /// <summary>The final state of a line: each part after a <c>\r</c> overwrites the line from its
    /// beginning.</summary>
    private static string LastState(string line)
    {
        Span<char> shown = new char[line.Length];
        int length = 0;
        ReadOnlySpan<char> pieces = line.AsSpan().TrimEnd('\r');
        foreach (Range piece in pieces.Split('\r'))
        {
            pieces[piece].CopyTo(shown);
            length = Math.Max(length, pieces[piece].Length);
        }

        return shown[..length].ToString();
    }

    [GeneratedRegex(@"\x1B(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1B]*(?:\x07|\x1B\\)|[@-Z\\-_])")]
    private static partial Regex Escapes();
}
