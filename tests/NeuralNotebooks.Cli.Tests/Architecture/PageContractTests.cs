namespace NeuralNotebooks.Cli.Tests;

/// <summary>docs/page.md lists what C# and JavaScript exchange in a page: attributes <c>data-nn-…</c>, and functions
/// and properties <c>nn…</c> of scripts.</summary>
public partial class PageContractTests
{
    private static readonly string[] _endings = [".cs", ".js", ".cjs", ".css"];

    [Fact]
    public void Each_name_that_a_project_uses_is_listed_with_it_and_none_is_listed_that_no_project_uses()
    {
        string[] listed = [.. Lines().Select(line => $"{line.Name}: {line.Projects}").Order(StringComparer.Ordinal)];
        HashSet<string> names = [.. Lines().Select(line => line.Name)];
        IEnumerable<string> used = Directory.GetDirectories(Repository.At("src"))
            .SelectMany(project => Texts(project).SelectMany(text => NamesIn(text, names))
                .Select(name => (Name: name, Project: Path.GetFileName(project).Replace("NeuralNotebooks.", ""))))
            .Distinct()
            .GroupBy(use => use.Name, use => use.Project)
            .Select(use => $"{use.Key}: {string.Join(", ", use.Order(StringComparer.Ordinal))}")
            .Order(StringComparer.Ordinal);

        Assert.Equal(listed, used);
    }

    [Fact]
    public void The_browser_tests_look_for_listed_names_only()
    {
        HashSet<string> names = [.. Lines().Select(line => line.Name)];

        Assert.Empty(Texts(Repository.At("tests/Browser")).SelectMany(text => NamesIn(text, names)).Except(names));
    }

    /// <summary>A name that scripts write as <c>nnReadOnly</c> is the attribute <c>data-nn-read-only</c>, unless it is
    /// listed as a property and stands outside a data set.</summary>
    private static IEnumerable<string> NamesIn(string text, HashSet<string> listed) =>
    [
        .. Attribute().Matches(text).Select(name => name.Value),
        .. Property().Matches(text).Select(name =>
            listed.Contains(name.Groups["name"].Value) && !name.Groups["data"].Success
                ? name.Groups["name"].Value
                : AttributeOf(name.Groups["name"].Value)),
    ];

    private static string AttributeOf(string property) =>
        "data-" + Capital().Replace(property, letter => "-" + letter.Value.ToLowerInvariant());

    private static IEnumerable<(string Name, string Projects)> Lines() =>
        Line().Matches(Repository.Read("docs/page.md"))
            .Select(line => (line.Groups["name"].Value, line.Groups["projects"].Value));

    private static IEnumerable<string> Texts(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(path => _endings.Contains(Path.GetExtension(path))
                && !Path.GetRelativePath(folder, path).Split(Path.DirectorySeparatorChar)
                    .Intersect(["bin", "obj", "node_modules"]).Any())
            .Select(File.ReadAllText);

    [GeneratedRegex(@"^\| `(?<name>[\w-]+)` \|.*\| (?<projects>[^|]+) \|\r?$", RegexOptions.Multiline)]
    private static partial Regex Line();

    [GeneratedRegex("data-nn-[a-z]+(-[a-z]+)*")]
    private static partial Regex Attribute();

    [GeneratedRegex(@"(?<data>dataset\.)?\b(?<name>nn[A-Z]\w*)")]
    private static partial Regex Property();

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Capital();
}
