using NeuralNotebooks.Classroom;

namespace NeuralNotebooks.Cli.Tests;

/// <summary>A new course, with the installed tool and nothing else of the repository.</summary>
[Collection("Packing writes into the projects' own folders")]
public sealed partial class NewCourseTests
{
    [Fact]
    public async Task The_commands_of_README_make_a_course_whose_own_commands_and_workflow_pass()
    {
        Nightly.Only();
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Its steps are those of a POSIX shell.");
        using var folder = new EmptyFolder();
        await folder.PackAsync("NeuralNotebooks.Cli");
        Directory.CreateSymbolicLink(
            Path.Combine(Directory.CreateDirectory(Path.Combine(folder.Path, "artifacts")).FullName, "feed"),
            folder.Feed);
        string course = Path.Combine(folder.Path, "waves"), site = Path.Combine(course, "artifacts", "site");

        // The first block clones the repository and runs the course there.
        string home = $"export HOME='{Path.Combine(folder.Path, "home")}'\n";
        foreach (string block in DocumentedCommands.RunBlocks("README.md").Skip(1))
            await folder.RunAsync("sh", "-ec", home + block);
        string source = Path.Combine(course, "assignments", "A1-first", "A1-first.ipynb"),
            submission = Path.Combine(course, "submitted", "ada", "A1-first", "A1-first.ipynb");
        Directory.CreateDirectory(Path.GetDirectoryName(submission)!);
        File.Copy(source, submission);
        bool isIsolated = (await IsolationCheck.FindAsync(TestContext.Current.CancellationToken)).IsIsolated;
        const string grade = "--output graded";
        foreach (string block in DocumentedCommands.RunBlocksIn(File.ReadAllText(Path.Combine(course, "README.md"))))
            await folder.RunAsync(
                "sh", "-ec", $"{home}cd waves\n{block.Replace(grade, isIsolated ? grade : $"{grade} --no-isolation")}");
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

    [GeneratedRegex("^ +- run: (.+)$", RegexOptions.Multiline)]
    private static partial Regex Step();
}
