namespace NeuralNotebooks.Cli;

internal sealed class FeedbackCommand : NnCommand
{
    private readonly Argument<string> _graded = SharedOptions.Graded();
    private readonly Option<string> _output = PathOptions.Output(
        $"Where to write the pages (default: the folder {ResultFolder.Feedback} in GRADED).");

    public FeedbackCommand(CommandContext context)
        : base(
            "feedback",
            $"Writes one page for each student and assignment: points, kinds of differences, likely "
                + $"mistakes, and what the teacher has written into {Adjustments.FileName}. It runs nothing, and shows "
                + "no hidden probe.",
            context)
    {
        AddAll(_graded, _output);
        Examples = [("nn feedback graded", "a page for each student, from the results of nn grade")];
        ExitCodes =
        [
            (ExitCode.Passed, "the pages were written"),
            (ExitCode.Failed, "a result is damaged, and its student has no page"),
            (ExitCode.NotFound, "there are no results"),
            (ExitCode.UnusableInput, "a table cannot be read"),
        ];
        SetAction(parsed => Run(parsed.GetRequiredValue(_graded), parsed.GetValue(_output)));
    }

    private int Run(string graded, string? output)
    {
        if (new GradingStore(graded).List().Count == 0)
            return ResultsStep.NoResults(Terminal, graded);

        string pagesFolder = Path.GetFullPath(output ?? Path.Combine(graded, ResultFolder.Feedback));
        (int pages, IReadOnlyList<string> problems) = FeedbackPages.Write(graded, pagesFolder);
        ClassReport.Write(graded); // The teacher's page then links to the feedback pages.
        foreach (string problem in problems)
            Terminal.WriteError(problem);
        Terminal.WriteLine($"{Readable.Count(pages, "page")} in {pagesFolder}");
        return problems.Count > 0 ? ExitCode.Failed : ExitCode.Passed;
    }
}
