namespace NeuralNotebooks.Assignments;

/// <summary>The text of a submitted notebook. Some programs write invalid JSON, which is repaired without changing an
/// answer.</summary>
internal static partial class NotebookText
{
    /// <summary>Decodes a file as UTF-16 if its first bytes look like UTF-16, else as UTF-8. Unpaired surrogates are
    /// replaced.</summary>
    public static string Of(byte[] content)
    {
        Encoding encoding = content switch
        {
            [0xFF, 0xFE, ..] or [not 0, 0, ..] => Encoding.Unicode,
            [0xFE, 0xFF, ..] or [0, not 0, ..] => Encoding.BigEndianUnicode,
            _ => new UTF8Encoding(false, throwOnInvalidBytes: false),
        };
        return WellFormedJson.Repair(encoding.GetString(content));
    }

    /// <summary>The text with null in place of NaN and Infinity, which Python writes and JSON does not allow.</summary>
    public static string WithoutNaN(string text) =>
        NotANumber().Replace(text, found => found.Groups["number"].Success ? "null" : found.Value);

    /// <summary>Whether JSON has more names, values and brackets than this, as far as it can be read.</summary>
    public static bool HasMoreValues(string json, int limit)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json), new() { MaxDepth = 256 });
        try
        {
            while (limit >= 0 && reader.Read())
                limit--;
        }
        catch (JsonException)
        {
        }
        return limit < 0;
    }

    [GeneratedRegex("""
        "(?>(?:[^"\\]+|\\.)*)(?:"|\\?\z)|(?<number>-?\b(NaN|Infinity)\b)
        """, RegexOptions.Singleline)]
    private static partial Regex NotANumber();
}
