namespace NeuralNotebooks.Cli;

/// <summary><c>nn feedback</c>: writes the feedback pages for students from the stored results, without running
/// anything.</summary>
internal static class FeedbackCommand
{
    public static Command Create(Terminal terminal)
    {
        var graded = new Argument<string>("GRADED") { Description = "The folder that nn grade has written." };
        Option<string> output = PathOptions.Output(
            $"Where to write the pages (default: the folder {ResultFolder.Feedback} in GRADED).");
        var command = new Command(
            "feedback",
            $"Writes one page for each student and assignment: points, kinds of differences, likely "
                + $"mistakes, and what the teacher has written into {Adjustments.FileName}. It runs nothing, and shows "
                + "no hidden probe.") { graded, output };
        command.SetAction(parsed =>
            new FeedbackWorkflow(terminal).Run(parsed.GetRequiredValue(graded), parsed.GetValue(output)));
        return command;
    }
}
