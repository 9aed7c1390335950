using System.IO.Compression;
using System.IO.Enumeration;

namespace NeuralNotebooks.Cli.Tests;

/// <summary>GitHub workflows (those of the repository, those for copying, and that of a new course), the container, and
/// the packages that they build with.</summary>
public sealed partial class WorkflowTests : FolderedTests
{
    public static TheoryData<string> Files =>
        [
            .. new[] { ".github", "deploy", "src/NeuralNotebooks.Cli/New" }
                .SelectMany(folder => Directory.EnumerateFiles(
                    Repository.At(folder), "*.yml",
                    new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 }))
                .Select(file => Path.GetRelativePath(Repository.Root, file)),
            "deploy/Containerfile",
        ];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_action_is_pinned_by_commit_with_its_version(string file)
    {
        string text = Repository.Read(file);
        Assert.All(
            text.Split('\n').Where(line => line.Contains("uses:", StringComparison.Ordinal)),
            line => Assert.Matches(Pinned(), line));
    }

    [Fact]
    public void An_action_has_the_same_commit_everywhere() =>
        Assert.All(
            Files
                .SelectMany(file => Pinned().Matches(Repository.Read(file.Data)))
                .GroupBy(use => use.Groups["action"].Value),
            uses => Assert.Single(uses.Select(use => use.Value).Distinct()));

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_container_image_is_pinned_by_digest(string file) =>
        Assert.All(
            Repository.Read(file).Split('\n').Where(line => Image().IsMatch(line)),
            line => Assert.Matches("@sha256:[0-9a-f]{64}( AS build)?$", line));

    [Fact]
    public void All_packages_of_every_project_are_pinned_with_their_hashes()
    {
        string[] projects =
        [
            .. new[] { "src", "tests" }
                .SelectMany(folder =>
                    Directory.EnumerateFiles(Repository.At(folder), "*.csproj", SearchOption.AllDirectories)),
        ];
        Assert.NotEmpty(projects);
        Assert.All(
            projects,
            project =>
                File.ReadAllText(Path.Combine(Path.GetDirectoryName(project)!, "packages.lock.json"))
                    .ShouldContain("\"dependencies\""));
        foreach (string build in new[] { ".ci/run", ".github/workflows/release.yml" })
            Repository.Read(build).ShouldContain("dotnet build", "-p:RestoreLockedMode=");
    }

    [Theory]
    [InlineData(".github/workflows/ci.yml")]
    [InlineData(".github/workflows/nightly.yml")]
    public void A_run_of_all_checks_fails_without_a_sandbox(string file)
    {
        string[] lines = [.. Repository.Read(file).Split('\n').Select(line => line.Trim())];
        Assert.Contains("bwrap --unshare-all --ro-bind / / true", lines.TakeWhile(line => !line.Contains("run: .ci/")));
    }

    [Fact]
    public void A_release_lists_the_contents_of_its_packages()
    {
        Assert.SkipUnless(InstalledProgram.Find("unzip") is not null, "Needs unzip.");
        string step = Unpacking().Match(Repository.Read(".github/workflows/release.yml")).Groups["command"].Value;
        Folder.File("content/lib/One.dll", "code");
        Directory.CreateDirectory(Folder.At("release"));
        foreach (string name in new[] { "One", "Two" })
            ZipFile.CreateFromDirectory(Folder.At("content"), Folder.At($"release/{name}.nupkg"));

        (int code, _, string error) = Programs.Run("bash", "-c", $"cd '{Folder.Path}' && {step}");

        Assert.Equal((0, ""), (code, error));
        Assert.Equal("code", Folder.Read("contents/Two.nupkg/lib/One.dll"));
    }

    [Fact]
    public void The_classes_that_are_tested_under_other_conditions_exist()
    {
        string[][] commands =
        [
            .. Repository.Read(".ci/run").Replace("\\\n", "").Split('\n')
                .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Where(words => words is ["conditions", ..]),
        ];
        Assert.NotEmpty(commands);
        foreach (string[] words in commands)
        {
            string[] classes =
            [
                .. Directory
                    .EnumerateFiles(Repository.At($"tests/{words[1]}.Tests"), "*.cs", SearchOption.AllDirectories)
                    .SelectMany(file => ConcreteClass().Matches(File.ReadAllText(file)))
                    .Select(match => $"{words[1]}.Tests.{match.Groups["name"].Value}"),
            ];
            Assert.All(
                words[2..].Select(word => word.Trim('\'')),
                pattern => Assert.Contains(
                    classes, name => FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: false)));
        }
    }

    [GeneratedRegex(@"^(?!.*\babstract\b).*\bclass (?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex ConcreteClass();

    [GeneratedRegex(@"name: Unpack the packages\n +run: (?<command>.+)")]
    private static partial Regex Unpacking();

    [GeneratedRegex(@"^\s*(container:|image:|FROM) (?!scratch )\S")]
    private static partial Regex Image();

    [GeneratedRegex(@"uses: (?<action>[\w/.-]+)@[0-9a-f]{40} # v\d+\.\d+\.\d+$", RegexOptions.Multiline)]
    private static partial Regex Pinned();
}
