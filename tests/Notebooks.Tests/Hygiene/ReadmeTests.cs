using System.Text.RegularExpressions;

namespace Notebooks.Tests.Hygiene;

/// <summary>The README tells the truth about the notebooks, the folders and the files that it names.</summary>
public partial class ReadmeTests
{
    private static readonly string _readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    [Theory]
    [MemberData(nameof(CourseNotebook.Names), MemberType = typeof(CourseNotebook))]
    public void Every_notebook_is_listed_under_its_own_title(string name)
    {
        string title = CourseNotebook.Open(name).Cells[0].Lines[0].TrimStart('#', ' ');

        Assert.Contains($"[{name[..2]} {title}](notebooks/{name})", _readme, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_link_and_every_folder_of_the_map_is_there()
    {
        var links = Link().Matches(_readme).Select(match => match.Groups["target"].Value).Where(target => !target.StartsWith("https://", StringComparison.Ordinal));
        var folders = Folder().Matches(_readme).Select(match => match.Groups["folder"].Value);

        Assert.All([.. links, .. folders], path => Assert.True(Path.Exists(Path.Combine(Repository.Root, path)), $"README.md names {path}, which is not there"));
    }

    [Fact]
    public void Every_project_of_the_source_is_on_the_map()
    {
        string[] projects = [.. Directory.GetDirectories(Path.Combine(Repository.Root, "src")).Select(folder => $"src/{Path.GetFileName(folder)}/")];

        Assert.Empty(projects.Except(Folder().Matches(_readme).Select(match => match.Groups["folder"].Value)));
    }

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^(?<folder>[\w./-]+/) {2,}\S", RegexOptions.Multiline)]
    private static partial Regex Folder();
}
