namespace NeuralNotebooks.Classroom;

/// <summary>The text of a submitted notebook, with repairs that change no answer: not every program writes JSON as it
/// is defined.</summary>
internal static partial class NotebookText
{
    /// <summary>Decodes a file: UTF-16 if it begins like that, else UTF-8.</summary>
    public static string Of(byte[] content)
    {
        Encoding encoding = content switch
        {
            [0xFF, 0xFE, ..] or [not 0, 0, ..] => Encoding.Unicode,
            [0xFE, 0xFF, ..] or [0, not 0, ..] => Encoding.BigEndianUnicode,
            _ => new UTF8Encoding(false, throwOnInvalidBytes: false),
        };
        string text = encoding.GetString(content);
        return text.Contains("\\ud", StringComparison.OrdinalIgnoreCase)
            ? Escape().Replace(text, escape => escape.Groups["half"].Success ? "\\ufffd" : escape.Value)
            : text;
    }

    /// <summary>The text with null in place of the numbers that Python writes and JSON does not have.</summary>
    public static string WithoutNaN(string text) =>
        NotANumber().Replace(text, found => found.Groups["number"].Success ? "null" : found.Value);

    /// <summary>A character beyond the first 65,536, half of one, or another escape.</summary>
    [GeneratedRegex(
        @"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(?<half>\\u[dD][89a-fA-F][0-9a-fA-F]{2})|\\."
    )]
    private static partial Regex Escape();

    [GeneratedRegex("""
        "(?>[^"\\]+|\\.)*"|(?<number>-?\b(NaN|Infinity)\b)
        """, RegexOptions.Singleline)]
    private static partial Regex NotANumber();
}
