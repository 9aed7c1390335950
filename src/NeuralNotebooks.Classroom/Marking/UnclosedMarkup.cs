namespace NeuralNotebooks.Classroom;

/// <summary>Finds HTML in an answer that would hide the rest of the answer from the person who marks: start tags of
/// elements that are not displayed, and of comments, without an end.</summary>
internal static partial class UnclosedMarkup
{
    /// <summary>Escapes such start tags, so that they are displayed as text.</summary>
    public static string AsText(string text) =>
        Begin()
            .Replace(
                text,
                begin =>
                {
                    string name = begin.Groups["name"].Value, end = name.Length > 0 ? $"</{name}" : "-->";
                    bool isClosed =
                        !name.Equals("plaintext", StringComparison.OrdinalIgnoreCase)
                        && text.IndexOf(end, begin.Index + begin.Length, StringComparison.OrdinalIgnoreCase) >= 0;
                    return isClosed ? begin.Value : $"&lt;{begin.Value[1..]}";
                });

    [GeneratedRegex(
        "<(!--|(?<name>applet|audio|canvas|datalist|iframe|math|noembed|noframes|noscript|object|optgroup|option"
            + "|plaintext|portal|script|select|style|svg|template|textarea|title|video|xmp)(?=[\\s/>]))",
        RegexOptions.IgnoreCase)]
    private static partial Regex Begin();
}
