using System.CommandLine;
using NeuralNotebooks.Classroom;

namespace NeuralNotebooks.Cli;

/// <summary><c>nn feedback</c>: writes the feedback pages for students from the stored results, without running
/// anything.</summary>
internal static class FeedbackCommand
{
    public static Command Create(Terminal terminal)
    {
        var graded = new Argument<string>("GRADED") { Description = "The folder that nn grade has written." };
        graded.MustNotBeEmpty();
        var output = new Option<string?>("--output")
        {
            Description = $"Where to write the pages (default: the folder {FeedbackPages.DefaultFolder} in GRADED).",
            HelpName = "DIR",
        };
        output.MustNotBeEmpty();
        var command = new Command(
            "feedback",
            $"Writes one page for each student and assignment: points, kinds of differences, likely "
                + $"mistakes, and what the teacher has written into {Adjustments.FileName}. It runs nothing, and shows "
                + "no hidden probe."
        )
        {
            graded, output,
        };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(graded), parsed.GetValue(output), terminal));
        return command;
    }

    private static int Run(string graded, string? output, Terminal terminal)
    {
        if (new GradingStore(graded).List().Count == 0)
            return terminal.Fail(
                ExitCode.NotFound,
                $"There are no results in {graded}. Make them first: nn grade SUBMITTED --source SOURCE "
                    + $"--output {graded}"
            );

        string pagesFolder = Path.GetFullPath(output ?? Path.Combine(graded, FeedbackPages.DefaultFolder));
        try
        {
            (int pages, IReadOnlyList<string> unreadable) = FeedbackPages.Write(graded, pagesFolder);
            if (output is not null)
                Rename(pagesFolder, StudentList.Read(graded).Names);
            ClassReport.Write(graded); // The teacher's page then links to the feedback pages.
            foreach (string name in unreadable)
                terminal.WriteError($"{name}: its results cannot be read; grade it again.");
            terminal.WriteLine($"{Readable.Count(pages, "page")} in {pagesFolder}");
            return ExitCode.Passed;
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
        {
            return terminal.Fail(ExitCode.Failed, e.Message);
        }
    }

    /// <summary>Renames the folders of pages that were graded without names to the students' ids.</summary>
    private static void Rename(string pages, IReadOnlyDictionary<string, string> names)
    {
        foreach ((string student, string id) in names)
        {
            string from = Path.Combine(pages, student),
                to = Path.Combine(pages, id);
            if (!Directory.Exists(from))
                continue;
            if (Directory.Exists(to))
                Directory.Delete(to, recursive: true);
            Directory.Move(from, to);
        }
    }
}
