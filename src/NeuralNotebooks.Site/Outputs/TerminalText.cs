using System.Text.RegularExpressions;

namespace NeuralNotebooks.Site;

/// <summary>What a terminal would finally show: without colours, and with progress lines in their last state.</summary>
internal static partial class TerminalText
{
    public static string Plain(string text)
    {
        text = Escapes().Replace(text, "").Replace("\r\n", "\n", StringComparison.Ordinal);
        return text.Contains('\r') ? string.Join('\n', text.Split('\n').Select(LastState)) : text;
    }

    private static string LastState(string line)
        => line.TrimEnd('\r').Split('\r').Aggregate((shown, next) => next.Length >= shown.Length ? next : next + shown[next.Length..]);

    [GeneratedRegex(@"\x1B(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1B]*(?:\x07|\x1B\\)|[@-Z\\-_])")]
    private static partial Regex Escapes();
}
