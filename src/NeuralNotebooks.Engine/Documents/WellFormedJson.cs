namespace NeuralNotebooks.Engine;

/// <summary>Parses JSON from other programs, which may contain unpaired surrogates and malformed UTF-8.</summary>
/// <remarks>System.Text.Json accepts them when it parses, and throws an exception only later, when the string is
/// read.</remarks>
public static partial class WellFormedJson
{
    private const int EscapeLength = 6;

    /// <summary>Parses UTF-8; malformed bytes and unpaired surrogates become U+FFFD.</summary>
    public static JsonNode? Parse(ReadOnlySpan<byte> utf8) =>
        JsonNode.Parse(Repair(Encoding.UTF8.GetString(utf8)), documentOptions: NotebookReader.Options);

    public static int IndexOfUnpairedSurrogate(string json)
    {
        foreach (ValueMatch match in SurrogateOrEscape().EnumerateMatches(json))
            if (IsUnpaired(match.Length))
                return match.Index;
        return -1;
    }

    public static string Repair(string json) =>
        IndexOfUnpairedSurrogate(json) < 0
            ? json
            : SurrogateOrEscape().Replace(json, match => IsUnpaired(match.Length) ? "\uFFFD" : match.Value);

    /// <summary>The length tells what was matched: an unpaired surrogate has one character or is one escape; a pair is
    /// twice as long, and for any other escape only two characters are matched.</summary>
    private static bool IsUnpaired(int length) => length is 1 or EscapeLength;

    /// <summary>A surrogate pair, both escaped or both unescaped; otherwise a single surrogate; otherwise another
    /// escape.</summary>
    [GeneratedRegex(
        @"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|[\uD800-\uDBFF][\uDC00-\uDFFF]"
            + @"|\\u[dD][89a-fA-F][0-9a-fA-F]{2}|[\uD800-\uDFFF]|\\.",
        RegexOptions.Singleline)]
    private static partial Regex SurrogateOrEscape();
}
