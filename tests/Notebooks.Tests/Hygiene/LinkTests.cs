using System.Text.RegularExpressions;

namespace Notebooks.Tests.Hygiene;

/// <summary>A link leads somewhere, and nothing points at the machine where it was written.</summary>
public partial class LinkTests
{
    [Theory]
    [MemberData(nameof(CourseNotebook.Names), MemberType = typeof(CourseNotebook))]
    public void Relative_links_resolve(string name)
    {
        Assert.All(
            CourseNotebook.Open(name).Markdown,
            cell =>
            {
                foreach (string target in Link().Matches(cell.Source).Select(match => match.Groups["target"].Value))
                {
                    if (target.StartsWith('#') || target.StartsWith("https://", StringComparison.Ordinal))
                    {
                        continue;
                    }
                    string path = Path.Combine(CourseNotebook.Folder, Uri.UnescapeDataString(target.Split('#')[0]));
                    Assert.True(
                        File.Exists(path) || Directory.Exists(path),
                        $"{name}, cell {cell.Number} links to {target}, which is not there"
                    );
                }
            }
        );
    }

    [Theory]
    [MemberData(nameof(CourseNotebook.Names), MemberType = typeof(CourseNotebook))]
    public void No_cell_names_an_absolute_path(string name)
    {
        Assert.All(CourseNotebook.Open(name).Cells, cell => Assert.DoesNotMatch(MachinePath(), cell.Source));
    }

    [GeneratedRegex(
        @"(?<!\!)\[[^\]]*\]\((?<target>[^)\s]+)\)|!\[[^\]]*\]\((?<target>[^)\s]+)\)|(?:href|src)=""(?<target>[^""]+)"""
    )]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<![\w.:/])/(home|root|usr|tmp|work|Users|mnt)/|\b[A-Z]:\\")]
    private static partial Regex MachinePath();
}
