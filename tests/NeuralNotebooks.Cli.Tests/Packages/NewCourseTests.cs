using System.Text.RegularExpressions;

namespace NeuralNotebooks.Cli.Tests;

/// <summary>A new course, with the installed tool and nothing else of the repository.</summary>
[Collection("Packing writes into the projects' own folders")]
public sealed partial class NewCourseTests
{
    [Fact]
    public async Task The_readmes_lines_make_a_course_whose_workflow_passes_step_by_step()
    {
        Nightly.Only();
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Its steps are those of a POSIX shell.");
        using var folder = new EmptyFolder();
        await folder.PackAsync("NeuralNotebooks.Cli");
        string lines = Fence().Match(Repository.Read("README.md")).Groups[1].Value;
        string course = Path.Combine(folder.Path, "waves"),
            site = Path.Combine(course, "artifacts", "site");

        await folder.RunAsync("sh", "-ec", lines);
        Directory.Delete(site, recursive: true);
        string[] steps =
        [
            .. Step()
                .Matches(File.ReadAllText(Path.Combine(course, ".github", "workflows", "course.yml")))
                .Select(step => step.Groups[1].Value),
        ];
        Assert.Equal(3, steps.Length);
        foreach (string step in steps)
            await folder.RunAsync("sh", "-ec", $"cd waves\n{step}");

        File.ReadAllText(Path.Combine(site, "01-first.html")).ShouldContain("What the network has learnt");
    }

    [GeneratedRegex(
        "^## For your own notebooks$.*?^```sh\n(.*?)^```$",
        RegexOptions.Multiline | RegexOptions.Singleline
    )]
    private static partial Regex Fence();

    [GeneratedRegex("^ +- run: (.+)$", RegexOptions.Multiline)]
    private static partial Regex Step();
}
