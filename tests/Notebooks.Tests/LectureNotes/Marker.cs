using System.Text.RegularExpressions;

namespace Notebooks.Tests.LectureNotes;

/// <summary>A place in a notebook's text that names a line of the tables: "erratum E7", "convention C3", "reading
/// G1".</summary>
public sealed partial record Marker(string Word, string Id, CourseCell Cell)
{
    public static IEnumerable<Marker> In(CourseNotebook notebook) =>
        notebook.Markdown.SelectMany(cell =>
            Markers()
                .Matches(cell.Source)
                .Select(match => new Marker(
                    match.Groups["word"].Value.ToLowerInvariant(),
                    match.Groups["id"].Value,
                    cell
                ))
        );

    /// <summary>The code that shows by a number what the text says: the next cell with a claim, in the same section.
    /// Null where there is none.</summary>
    public CourseCell? Demonstration(CourseNotebook notebook) =>
        notebook
            .Cells.Skip(Cell.Number)
            .TakeWhile(cell => cell.IsCode || !cell.Source.StartsWith("## ", StringComparison.Ordinal))
            .FirstOrDefault(cell => cell.IsCode && cell.Source.Contains("Claim."));

    // Also what is almost a marker ("errata E1 and E2", "erratum 7"), so that it is not overlooked.
    [GeneratedRegex(@"\b(?<word>errat(?:um|a)|conventions?|readings?)\s+(?<id>[A-Z]?\d+)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Markers();
}
