namespace NeuralNotebooks.Site;

/// <summary>A text for readers whose browser runs no scripts: without escape sequences, and without the part of a line
/// that a <c>\r</c> lets the next part overwrite. The script <c>terminal.js</c> shows what a terminal shows.</summary>
/// <remarks>Both know the form of escape sequences: a live page also shows outputs that were never in C#, and without
/// scripts a progress bar would otherwise take a line for each of its states.</remarks>
internal static partial class TerminalText
{
    /// <summary>Whether a text has characters that a terminal interprets.</summary>
    public static bool IsSpecial(string written) => written.AsSpan().ContainsAny('\e', '\r');

    /// <summary>The text that is readable without the script.</summary>
    /// <param name="written">What a program has written to a terminal.</param>
    public static string Of(string written) =>
        IsSpecial(written) ? Overwritten().Replace(Escape().Replace(written, ""), "") : written;

    [GeneratedRegex(@"\x1B(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1B]*(?:\x07|\x1B\\)|[@-Z\\-_])")]
    private static partial Regex Escape();

    [GeneratedRegex(@"(?>\r+)(?=\n|\z)|(?<![^\r\n])(?>[^\r\n]*\r+)(?!\n|\z)")]
    private static partial Regex Overwritten();
}
