namespace NeuralNotebooks.Cli;

internal sealed class SiteCommand : NnCommand
{
    private readonly Argument<string?> _folder = new("DIR")
    {
        Description = "The folder that nn run has written to (default: the course's artifacts/site).",
        Arity = ArgumentArity.ZeroOrOne,
    };
    private readonly Option<bool> _untrusted = SharedOptions.Untrusted(), _verbose = SharedOptions.Verbose();

    public SiteCommand(CommandContext context)
        : base(
            "site",
            "Rebuilds the site from executed notebooks, without running them. Outputs and raw HTML of a notebook are "
                + "trusted, as in Jupyter: an unknown author's notebook can put its own scripts on the site, unless "
                + "the site is built with --untrusted.",
            context)
    {
        AddAll(_folder, _untrusted, _verbose);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        string site = Path.GetFullPath(parsed.GetValue(_folder) ?? Workplace.CourseOrHere.Site);
        bool leavesOutScripts = parsed.GetValue(_untrusted);
        string notebooks = SiteStep.NotebooksIn(site);
        if (ExecutedNotebooks.In(notebooks).Count == 0)
            return Terminal.Fail(
                ExitCode.NotFound,
                $"There are no executed notebooks in {notebooks}. Make them first: nn run --output {site}");
        using LiveBuild? live = leavesOutScripts ? null : LiveBuild.StartIfNeeded(Workplace.Kit);
        bool isMade = await new SiteStep(Terminal, Workplace).BuildAsync(
            site, live, leavesOutScripts, parsed.GetValue(_verbose), cancellation);
        return isMade ? ExitCode.Passed : ExitCode.Failed;
    }
}
