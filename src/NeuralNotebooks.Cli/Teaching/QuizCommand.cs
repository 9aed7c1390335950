namespace NeuralNotebooks.Cli;

internal sealed class QuizCommand : NnCommand
{
    private readonly Argument<string> _submitted = SharedOptions.Submitted();
    private readonly Option<string[]> _sources = PathOptions.Source(usual: "assignments/source");
    private readonly Option<string> _output = PathOptions.Output("Where the pages go (default: quiz).");
    private readonly Option<int> _questions = new Option<int>("--questions", "-q")
    {
        HelpName = "N",
        Description = "The most questions for a student.",
        DefaultValueFactory = _ => 3,
    }.MustBeWhole(min: 1, max: 6);
    private readonly Option<bool> _noIsolation = SharedOptions.NoIsolation();

    public QuizCommand(CommandContext context)
        : base(
            "quiz",
            "Makes a page for each student with questions about their own code, such as the value of a variable in the "
                + "middle of a loop, and a key. Print both from a browser.",
            context)
    {
        AddAll(_submitted, _sources, _output, _questions, _noIsolation);
        Examples = [("nn assign quiz submitted --questions 3", "quiz/A1-gates-quiz.html and quiz/A1-gates-key.html")];
        ExitCodes =
        [
            (ExitCode.Passed, "the pages were written"),
            (ExitCode.Failed, "a submission has no page: the key says why"),
            (ExitCode.NotFound, "the submissions or a source were not found"),
            (ExitCode.UnusableInput, "there are no submissions, or a source has errors, or a table cannot be read"),
            (ExitCode.Usage, "the command line was not understood, or there is no sandbox"),
        ];
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        string submitted = parsed.GetRequiredValue(_submitted);
        if (!Path.Exists(submitted))
            return Terminal.Fail(ExitCode.NotFound, $"There is no file or folder {submitted}.");
        var selection = SourceSelection.Of(parsed.GetRequiredValue(_sources));
        int code = SourceProblemsView.Show(Terminal, selection, withErrors: ExitCode.UnusableInput);
        if (code != ExitCode.Passed)
            return code;
        var students = StudentList.Read(
            Directory.Exists(submitted) ? submitted : Path.GetDirectoryName(Path.GetFullPath(submitted))!);
        string[] names = [.. selection.Sources.Select(source => source.Name)];
        ILookup<string, Submission> submissions = SubmissionSearch
            .Find(submitted, names, students, Terminal.WriteNote).ToLookup(one => one.Assignment);
        if (submissions.Count == 0)
            return Terminal.Fail(
                ExitCode.UnusableInput, $"There is no submission of {string.Join(" or ", names)} in {submitted}.");
        if (await new SandboxSelection(Terminal).FindAsync(!parsed.GetValue(_noIsolation), cancellation)
            is not { } sandbox)
            return ExitCode.Usage;
        using var kit = new JudgeKit(Workplace.Kit);
        await using var judge = new GraderJudge(sandbox);
        foreach (AssignmentSource source in selection.Sources.Where(source => submissions.Contains(source.Name)))
        {
            Submission[] own = [.. submissions[source.Name]];
            int done = 0;
            (int pages, string quiz, string key) = await Terminal.ShowWhileAsync(
                source.Name,
                show => new ClassQuiz(source, judge, new JudgeOptions { KitScript = kit.Script }).WriteAsync(
                    own, students, parsed.GetValue(_questions), parsed.GetValue(_output) ?? "quiz",
                    name => show($"{source.Name}: {Interlocked.Increment(ref done)} of {own.Length}, {name}"),
                    cancellation));
            Terminal.WriteLine($"{Readable.Count(pages, "page")} in {quiz}, the key in {key}");
            if (pages < own.Length)
                code = ExitCode.Failed;
        }
        return code;
    }
}
