namespace NeuralNotebooks.Classroom;

/// <summary>HTML in an answer that would hide the rest of it from the person who marks: elements that pages do not
/// show, without an end.</summary>
internal static partial class UnclosedMarkup
{
    /// <summary>The text, in which such a beginning is text itself.</summary>
    public static string AsText(string text) =>
        Begin()
            .Replace(
                text,
                begin =>
                {
                    string name = begin.Groups["name"].Value,
                        end = name.Length > 0 ? $"</{name}" : "-->";
                    bool isClosed =
                        !name.Equals("plaintext", StringComparison.OrdinalIgnoreCase)
                        && text.IndexOf(end, begin.Index + begin.Length, StringComparison.OrdinalIgnoreCase) >= 0;
                    return isClosed ? begin.Value : $"&lt;{begin.Value[1..]}";
                }
            );

    [GeneratedRegex(
        "<(!--|(?<name>applet|audio|canvas|datalist|iframe|math|noembed|noframes|noscript|object|optgroup|option"
            + "|plaintext|portal|script|select|style|svg|template|textarea|title|video|xmp)(?=[\\s/>]))",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Begin();
}
