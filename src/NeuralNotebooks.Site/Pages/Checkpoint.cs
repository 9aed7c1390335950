namespace NeuralNotebooks.Site;

/// <summary>A task in a notebook whose answer a cell checks. It is a section whose heading begins with "Checkpoint" and
/// a number, and ends with a hint and a solution.</summary>
/// <param name="Number">The checkpoint's number in the notebook.</param>
/// <param name="Id">The anchor of the checkpoint's heading.</param>
/// <param name="Summary">The first text in bold, which says what to do, as plain text.</param>
internal sealed partial record Checkpoint(string Number, string Id, string Summary)
{
    /// <summary>The number in a checkpoint's heading; null for any other block.</summary>
    public static string? NumberOf(Block block) =>
        block is HeadingBlock heading
        && Title().Match(CourseMarkdown.PlainText(heading)) is { Success: true } match
            ? match.Groups[1].Value
            : null;

    /// <summary>The beginning of the section: the heading and the badge.</summary>
    /// <param name="heading">The heading as HTML.</param>
    /// <param name="number">The number in the heading.</param>
    /// <param name="live">Whether the page is live, and so can check an answer.</param>
    public static string Begin(string heading, string number, bool live)
    {
        string badge = live ? """<p><span class="badge" data-nn-badge="" role="status">Not done yet</span></p>""" : "";
        return $"""
            <section class="checkpoint" aria-label="Checkpoint {number}">
            <header>{heading.Trim()}{badge}</header>

            """;
    }

    [GeneratedRegex(@"^Checkpoint (\d+)\b")]
    private static partial Regex Title();
}
