namespace Notebooks.Tests.LectureNotes;

/// <summary>A place in a notebook's text that names a line of the tables: "erratum E7", "convention C3", "reading
/// G1"; and the numbered heading above it: "3. The rule in general".</summary>
public sealed partial record Marker(CourseNotebook Notebook, CourseCell Cell, string Heading, string Word, string Id)
{
    public static IEnumerable<Marker> In(CourseNotebook notebook)
    {
        string heading = "";
        foreach (CourseCell cell in notebook.Markdown)
            foreach (Match match in HeadingsAndMarkers().Matches(cell.Source))
                if (match.Groups["heading"] is { Success: true } found)
                    heading = found.Value;
                else
                    yield return new(
                        notebook,
                        cell,
                        heading,
                        match.Groups["word"].Value.ToLowerInvariant(),
                        match.Groups["id"].Value);
    }

    /// <summary>Whether code shows by a number what the text says: a claim in the same section.</summary>
    public bool IsDemonstrated =>
        Notebook
            .Cells.Skip(Cell.Number)
            .TakeWhile(cell => cell.IsCode || !cell.Source.StartsWith("## ", StringComparison.Ordinal))
            .Any(cell => cell.HoldsClaims);

    /// <summary>A Markdown link from the tables to its section, in the form of Jupyter's anchors, which the site
    /// supports too: [04 §3](04-….ipynb#3.-The-rule).</summary>
    public string Link
    {
        get
        {
            string section = $"§{Heading.Split('.')[0]}", anchor = "#" + Heading.Replace(' ', '-');
            return Notebook.Name == Erratum.Notebook
                ? $"[{section}]({anchor})"
                : $"[{Notebook.Name[..2]} {section}]({Notebook.Name}{anchor})";
        }
    }

    // Also what is almost a marker ("errata E1 and E2", "erratum 7"), so that it is not overlooked. A heading with
    // mathematics in it has no anchor that can be written in a link.
    [GeneratedRegex(
        @"^#{2,3} (?<heading>\d+\. [^$\n]+)$|\b(?<word>errat(?:um|a)|conventions?|readings?)\s+(?<id>[A-Z]?\d+)\b",
        RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex HeadingsAndMarkers();
}
