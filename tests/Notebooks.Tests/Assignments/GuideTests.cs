using NeuralNotebooks.Runner;

namespace Notebooks.Tests.Assignments;

/// <summary>Every command of the guides is run, in their order, in a course with one assignment and two
/// students.</summary>
public class GuideTests
{
    private const string Assignment = "A1-gates";
    private const string TheLastWins = "At a tie the last of the equal inputs won";

    [Fact]
    public async Task The_commands_of_the_guides_lead_from_a_source_to_the_students_pages()
    {
        Nightly.Only();
        IsolationReport isolation = await IsolationCheck.FindAsync(TestContext.Current.CancellationToken);
        Assert.SkipUnless(
            isolation.IsIsolated, "Submissions are graded in a sandbox, and there is none on this machine.");
        using var course = new TemporaryFolder();
        string path = Path.Combine(CourseNotebook.AssignmentsFolder, Assignment, Assignment + ".ipynb");
        AssignmentSource source = SourceReader.Read(path);
        course.File($"assignments/source/{Assignment}/{Assignment}.ipynb", File.ReadAllText(path));
        course.File($"submitted/ada/{Assignment}/{Assignment}.ipynb", Answered(source));
        course.File($"submitted/cyd/{Assignment}/{Assignment}.ipynb", StudentVersion.Of(source).ToJson());
        course.File(
            "submitted/students.csv",
            "id,last_name,first_name,email,folder\n"
                + "ada,Lovelace,Ada,ada@example.org,\ncyd,Charisse,Cyd,cyd@example.org,\n");

        foreach (string command in Commands("first-assignment.md").Concat(Commands("teachers.md")))
            await RunAsync(course.Path, course.Path, command);
        foreach (string command in Commands("students.md"))
            await RunAsync(Path.Combine(course.Path, "course", "release"), course.Path, command);

        string grades = Read("graded", "grades.csv");
        grades.ShouldContain(
            $"{Assignment},,,ada,Lovelace,Ada,ada@example.org,19,0,19,20",
            $"{Assignment},,,cyd,Charisse,Cyd,cyd@example.org,0,0,0,20");
        Assert.All(
            ["part1", "part2"],
            part => Assert.Equal(2, Read(part, "grades.csv").TrimEnd().Split('\n').Length)); // one student each
        Assert.Equal(grades, Read("whole", "grades.csv"));
        Read("feedback", "ada", Assignment, Assignment + ".html").ShouldContain(TheLastWins);

        string Read(params string[] path) => File.ReadAllText(Path.Combine([course.Path, .. path]));
    }

    /// <summary>Right answers to all tasks, but at a tie of the median gate the last input wins.</summary>
    private static string Answered(AssignmentSource source)
    {
        JsonNode notebook = JsonNode.Parse(StudentVersion.Of(source).ToJson())!;
        foreach (JsonNode? cell in notebook["cells"]!.AsArray())
        {
            string text = cell!["source"] is JsonArray lines
                ? string.Concat(lines.Select(line => line!.GetValue<string>()))
                : cell["source"]!.GetValue<string>();
            AssignmentTask? task = source.Tasks.SingleOrDefault(task =>
                text.StartsWith($"// TASK {task.Name}:", StringComparison.Ordinal)
            );
            KnownMistake? mistake = task?.Mistakes.FirstOrDefault(mistake =>
                mistake.Sentence.StartsWith(TheLastWins, StringComparison.Ordinal)
            );
            if (task is not null)
                cell["source"] = mistake is null ? task.Solution : text.Split('\n')[0] + "\n" + mistake.Code;
        }
        return notebook.ToJsonString();
    }

    private static IEnumerable<string> Commands(string guide)
    {
        string[] commands =
        [
            .. DocumentedCommands.RunBlocks($"docs/{guide}").SelectMany(block => block.TrimEnd().Split('\n')),
        ];
        Assert.NotEmpty(commands);
        Assert.All(commands, command => command.ShouldStartWith("nn "));
        return commands;
    }

    private static async Task RunAsync(string folder, string home, string command)
    {
        string nn = Path.Combine(AppContext.BaseDirectory, "nn.dll");
        var start = new ProcessStartInfo(DotnetInstallation.Program, [nn, .. command.Split(' ')[1..]])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string variable in new[] { "HOME", "XDG_DATA_HOME", "JUPYTER_DATA_DIR", "APPDATA", "LOCALAPPDATA" })
            start.Environment[variable] = Path.Combine(home, "home");
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken),
            error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        // Cyd has answered nothing, so there is no page about Cyd's code.
        int expected = command.StartsWith("nn assign quiz", StringComparison.Ordinal) ? 1 : 0;
        string said = $"{command}: exit code {process.ExitCode}\n{await output}\n{await error}";
        Assert.True(process.ExitCode == expected, said);
    }
}
