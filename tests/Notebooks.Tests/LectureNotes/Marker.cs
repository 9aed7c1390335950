namespace Notebooks.Tests.LectureNotes;

/// <summary>A place in a notebook's text that names a line of the tables: "erratum E7", "convention C3", "reading
/// G1".</summary>
public sealed partial record Marker(CourseCell Cell, string Word, string Id)
{
    public static IEnumerable<Marker> In(CourseNotebook notebook) =>
        notebook.Markdown.SelectMany(cell => Markers()
            .Matches(cell.Source)
            .Select(match => new Marker(
                cell, match.Groups["word"].Value.ToLowerInvariant(), match.Groups["id"].Value)));

    // Also what is almost a marker ("errata E1 and E2", "erratum 7"), so that it is not overlooked.
    [GeneratedRegex(
        @"\b(?<word>errat(?:um|a)|conventions?|readings?)\s+(?<id>[A-Z]?\d+)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Markers();
}
