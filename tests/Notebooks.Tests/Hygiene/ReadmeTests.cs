namespace Notebooks.Tests.Hygiene;

/// <summary>README.md and the documents tell the truth about the notebooks, the folders and the files that they
/// name.</summary>
public partial class ReadmeTests
{
    private static readonly string _readme = Repository.Read("README.md"),
        _map = string.Join('\n', CourseNotebook.Open("00-start-here.ipynb").Markdown.Select(cell => cell.Source));

    [Theory]
    [EveryNotebook]
    public void Every_notebook_is_listed_under_its_own_title_here_and_on_the_map_of_the_first(CourseNotebook notebook)
    {
        string number = notebook.Name.Split('-')[0], title = notebook.Cells[0].Lines[0].TrimStart('#', ' ');

        _readme.ShouldContain($"[{number} {title}](notebooks/{notebook.Name})");
        if (number != "00")
            _map.ShouldContain($"| [**{number}**]({notebook.Name}) | *{title}*");
    }

    [Theory]
    [Cases("architecture.md", "`(?<type>[A-Z][a-z]\\w+)`", "architecture.svg", "class=\"type\"[^>]*>(?<type>\\w+)<")]
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
            .. Directory
                .EnumerateFiles(Repository.At("src/NeuralNotebooks.Browser/Page"), "*.js", SearchOption.AllDirectories)
                .SelectMany(path =>
                    Regex.Matches(File.ReadAllText(path), @"^export class (\w+)", RegexOptions.Multiline))
                .Select(declared => declared.Groups[1].Value),
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
    public void README_has_at_most_700_words() =>
        Assert.InRange(_readme.Split().Count(word => word.Any(char.IsAsciiLetter)), 400, 700);

    [Fact]
    public void README_counts_the_exercises_and_the_checked_statements_of_the_course()
    {
        CourseNotebook[] course = [.. CourseNotebook.Names.Select(CourseNotebook.Open)];
        int claims = course.Sum(notebook => Claims().Count(File.ReadAllText(notebook.ClaimsPath)));

        _readme.ShouldContain($"The {course.Sum(notebook => Checkpoint.Of(notebook).Count)} exercises");
        _readme.ShouldContain($"more than {claims / 100 * 100} [claims]");
    }

    [Fact]
    public void Every_project_in_src_is_on_the_map_and_every_folder_of_the_map_is_there()
    {
        string[] folders =
            [.. Folder().Matches(Repository.Read("CONTRIBUTING.md")).Select(match => match.Groups["folder"].Value)];

        Assert.Empty(
            Directory
                .GetDirectories(Repository.At("src"))
                .Select(folder => $"src/{Path.GetFileName(folder)}/")
                .Except(folders));
        Assert.All(folders, folder => Assert.True(Path.Exists(Repository.At(folder)), folder));
    }

    [GeneratedRegex(@"\bClaim\.(?!All\b)")]
    private static partial Regex Claims();

    [GeneratedRegex(@"^(?<folder>[\w./-]+/) {2,}\S", RegexOptions.Multiline)]
    private static partial Regex Folder();
}
