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
                    string name = begin.Groups["name"].Value.ToLowerInvariant(),
                        end = name.Length > 0 ? $"</{name}" : "-->";
                    bool isDisplayed = name.Length > 0 && !AllowedMarkup.IsDroppedWhole(name),
                        isClosed = name != "plaintext"
                            && text.IndexOf(end, begin.Index + begin.Length, StringComparison.OrdinalIgnoreCase) >= 0;
                    return isDisplayed || isClosed ? begin.Value : $"&lt;{begin.Value[1..]}";
                });

    [GeneratedRegex(@"<(!--|(?<name>[A-Za-z]+)(?=[\s/>]))")]
    private static partial Regex Begin();
}
