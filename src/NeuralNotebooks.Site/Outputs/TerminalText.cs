namespace NeuralNotebooks.Site;

/// <summary>What a terminal would finally show: without colours, and with progress lines in their last state.</summary>
internal static partial class TerminalText
{
    public static string Plain(string text)
    {
        text = Escapes().Replace(text, "").Replace("\r\n", "\n");
        return text.Contains('\r') ? string.Join('\n', text.Split('\n').Select(LastState)) : text;
    }

    /// <summary>Each piece of a line overwrites the beginning of what is shown.</summary>
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
