namespace Notebooks.Tests.Hygiene;

/// <summary>A link of a notebook or a document leads somewhere.</summary>
public partial class LinkTests
{
    public static TheoryData<string> Texts =>
        [
            .. CourseNotebook.Names.Select(name => $"notebooks/{name}"),
            "README.md",
            "CONTRIBUTING.md",
            .. Directory.GetFiles(Repository.At("docs"), "*.md").Select(path => $"docs/{Path.GetFileName(path)}"),
        ];

    /// <summary>A fragment has the form of Jupyter's anchors, which the site supports too: a heading, its spaces as
    /// hyphens.</summary>
    [Theory]
    [MemberData(nameof(Texts))]
    public void Every_link_leads_to_a_file_and_its_fragment_to_a_heading_of_a_notebook(string name)
    {
        string source = Repository.At(name);
        IEnumerable<string> links = Link()
            .Matches(IsNotebook(source) ? Markdown(source) : File.ReadAllText(source))
            .Select(match => match.Groups["target"].Value)
            .Where(target => !target.StartsWith("https://", StringComparison.Ordinal));

        Assert.All(
            links,
            link =>
            {
                string[] parts = Uri.UnescapeDataString(link).Split('#', 2);
                string path = parts[0] == "" ? source : Path.Combine(Path.GetDirectoryName(source)!, parts[0]);
                Assert.True(Path.Exists(path), $"{name} links to {link}, which is not there");
                if (parts.Length == 2 && IsNotebook(path))
                    Assert.True(Anchors(path).Contains(parts[1]), $"{name} links to {link}, which is no heading");
            });
    }

    private static bool IsNotebook(string path) => path.EndsWith(".ipynb", StringComparison.Ordinal);

    private static string Markdown(string path) =>
        string.Join('\n', CourseNotebook.Open(path).Markdown.Select(cell => cell.Source));

    /// <summary>The headings of a notebook, as links write them.</summary>
    private static IEnumerable<string> Anchors(string path) =>
        Heading().Matches(Markdown(path)).Select(match => match.Groups["text"].Value.Replace(' ', '-'));

    [GeneratedRegex(@"^#{1,6} (?<text>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)|<(?:a|img)\b[^>]*(?:href|src)=""(?<target>[^""]+)""")]
    private static partial Regex Link();
}
