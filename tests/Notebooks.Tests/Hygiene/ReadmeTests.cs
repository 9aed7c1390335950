using System.Text.RegularExpressions;

namespace Notebooks.Tests.Hygiene;

/// <summary>README.md and the documents tell the truth about the notebooks, the folders and the files that they
/// name.</summary>
public partial class ReadmeTests
{
    private static readonly string _readme = Repository.Read("README.md"),
        _map = string.Join(
            '\n',
            CourseNotebook.Open("00-start-here.ipynb").Markdown.Select(cell => cell.Source)
        );

    [Theory]
    [EveryNotebook]
    public void Every_notebook_is_listed_under_its_own_title_here_and_on_the_map_of_the_first(CourseNotebook notebook)
    {
        string number = notebook.Name[..2],
            title = notebook.Cells[0].Lines[0].TrimStart('#', ' ');

        _readme.ShouldContain($"[{number} {title}](notebooks/{notebook.Name})");
        if (number != "00")
            _map.ShouldContain($"| [**{number}**]({notebook.Name}) | *{title}*");
    }

    [Theory]
    [Cases(
        "README.md",
        "CONTRIBUTING.md",
        "docs/architecture.md",
        "docs/speed.md",
        "docs/teachers.md",
        "docs/students.md",
        "docs/lectures.md",
        "docs/pytorch.md"
    )]
    public void Every_link_and_every_folder_of_a_map_is_there(string document)
    {
        string path = Repository.At(document),
            text = File.ReadAllText(path);
        IEnumerable<string> links = Link()
            .Matches(text)
            .Select(match => match.Groups["target"].Value)
            .Where(target => !target.StartsWith("https://", StringComparison.Ordinal))
            .Select(target => Path.Combine(Path.GetDirectoryName(path)!, target.Split('#')[0]));
        IEnumerable<string> folders = Folder()
            .Matches(text)
            .Select(match => Repository.At(match.Groups["folder"].Value));

        Assert.All(
            [.. links, .. folders],
            target => Assert.True(Path.Exists(target), $"{document} names {target}, which does not exist")
        );
    }

    [Theory]
    [Cases("README.md", "docs/teachers.md", "docs/lectures.md")]
    public void Every_fragment_is_a_heading_of_its_notebook(string document)
    {
        IEnumerable<string[]> links = Link()
            .Matches(Repository.Read(document))
            .Select(match => match.Groups["target"].Value.Split('#', 2))
            .Where(parts => parts.Length == 2);

        Assert.All(
            links,
            parts =>
                Assert.Contains(Uri.UnescapeDataString(parts[1]), LinkTests.Anchors(Path.GetFileName(parts[0])))
        );
    }

    [Theory]
    [InlineData("architecture.md", "`(?<type>[A-Z][a-z]\\w+)`")]
    [InlineData("architecture.svg", "class=\"type\"[^>]*>(?<type>\\w+)<")]
    public void Every_type_that_the_architecture_names_has_a_file(string document, string pattern)
    {
        string[] types =
        [
            .. Regex
                .Matches(Repository.Read($"docs/{document}"), pattern)
                .Select(match => match.Groups["type"].Value)
                .Distinct(),
        ];
        HashSet<string> files =
        [
            .. Directory
                .EnumerateFiles(Repository.At("src"), "*.cs", SearchOption.AllDirectories)
                .Select(path => Path.GetFileName(path).Split('.', '{')[0]),
        ];
        HashSet<string> folders =
        [
            .. Directory
                .EnumerateDirectories(Repository.At("src"), "*", SearchOption.AllDirectories)
                .Select(path => Path.GetFileName(path)),
        ];

        Assert.NotEmpty(types);
        Assert.Empty(types.Except(files).Except(folders));
    }

    [Fact]
    public void README_stays_short() => Assert.InRange(_readme.Split('\n').Length, 50, 150);

    [Fact]
    public void Every_project_in_src_is_on_the_map()
    {
        string[] projects =
        [
            .. Directory
                .GetDirectories(Repository.At("src"))
                .Select(folder => $"src/{Path.GetFileName(folder)}/"),
        ];

        Assert.Empty(projects.Except(Folder().Matches(_readme).Select(match => match.Groups["folder"].Value)));
    }

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^(?<folder>[\w./-]+/) {2,}\S", RegexOptions.Multiline)]
    private static partial Regex Folder();
}
