using System.Text.RegularExpressions;

namespace Notebooks.Tests.Hygiene;

/// <summary>A link leads somewhere, and nothing points at the machine where it was written.</summary>
public partial class LinkTests
{
    [Theory]
    [EveryNotebook]
    public void Relative_links_resolve(CourseNotebook notebook)
    {
        Assert.All(
            Targets(notebook),
            link =>
            {
                string path = Path.Combine(CourseNotebook.Folder, Uri.UnescapeDataString(link.File));
                Assert.True(Path.Exists(path), $"{link}, which is not there");
            }
        );
    }

    /// <summary>In the form of Jupyter's anchors, which the site supports too: a heading, its spaces as
    /// hyphens.</summary>
    [Theory]
    [EveryNotebook]
    public void A_fragment_is_a_heading_of_the_notebook_that_it_points_into(CourseNotebook notebook)
    {
        Assert.All(
            Targets(notebook).Where(link => link.Fragment != ""),
            link => Assert.True(Anchors(link.File).Contains(link.Fragment), $"{link}, but it has no such heading")
        );
    }

    /// <summary>Where the links of a notebook lead within the course; its own name where they stay in it.</summary>
    private static IEnumerable<Target> Targets(CourseNotebook notebook) =>
        notebook.Markdown.SelectMany(cell =>
            Link()
                .Matches(cell.Source)
                .Select(match => match.Groups["target"].Value)
                .Where(target => !target.StartsWith("https://", StringComparison.Ordinal))
                .Select(target => target.Split('#', 2))
                .Select(parts => new Target(
                    $"{notebook.Name}, cell {cell.Number}",
                    parts[0] == "" ? notebook.Name : parts[0],
                    parts.Length == 2 ? Uri.UnescapeDataString(parts[1]) : ""
                ))
        );

    /// <summary>The headings of a notebook, as links write them.</summary>
    internal static HashSet<string> Anchors(string name) =>
        [
            .. CourseNotebook
                .Open(name)
                .Markdown.SelectMany(cell => Heading().Matches(cell.Source))
                .Select(match => match.Groups["text"].Value.Replace(' ', '-')),
        ];

    private sealed record Target(string Where, string File, string Fragment)
    {
        public override string ToString() => $"{Where} links to {File}#{Fragment}";
    }

    [GeneratedRegex(@"^#{1,6} (?<text>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(
        @"(?<!\!)\[[^\]]*\]\((?<target>[^)\s]+)\)|!\[[^\]]*\]\((?<target>[^)\s]+)\)|(?:href|src)=""(?<target>[^""]+)"""
    )]
    private static partial Regex Link();
}
