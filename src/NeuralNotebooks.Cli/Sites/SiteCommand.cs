namespace NeuralNotebooks.Cli;

/// <summary><c>nn site</c>: rebuilds the site from notebooks that were executed before.</summary>
internal static class SiteCommand
{
    private const string TrustNote =
        "Outputs and raw HTML of a notebook are trusted, as in Jupyter: an unknown author's notebook can put its "
        + "own scripts on the site, unless the site is built with --untrusted.";

    public static Command Create(Terminal terminal)
    {
        var folder = new Argument<string?>("DIR")
        {
            Description = "The folder that nn run has written to (default: the course's artifacts/site).",
            Arity = ArgumentArity.ZeroOrOne,
        };
        Option<bool> untrusted = Untrusted(), verbose = Verbose();
        var command = new Command(
            "site", $"Rebuilds the site from executed notebooks, without running them. {TrustNote}")
        {
            folder, untrusted, verbose,
        };
        command.SetAction((parsed, cancellation) => RunAsync(
            Path.GetFullPath(parsed.GetValue(folder) ?? CourseFolders.OrHere().Site),
            parsed.GetValue(untrusted),
            parsed.GetValue(verbose),
            terminal,
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(
        string site, bool isUntrusted, bool isVerbose, Terminal terminal, CancellationToken cancellation)
    {
        string notebooks = SiteStep.NotebooksIn(site);
        if (ExecutedNotebooks.In(notebooks).Count == 0)
            return terminal.Fail(
                ExitCode.NotFound,
                $"There are no executed notebooks in {notebooks}. Make them first: nn run --output {site}");
        using LiveBuild? live = isUntrusted ? null : LiveBuild.StartIfNeeded();
        return await SiteStep.BuildAsync(site, live, isUntrusted, isVerbose, terminal, cancellation)
            ? ExitCode.Passed : ExitCode.Failed;
    }

    /// <summary>The option <c>--untrusted</c>, which all commands that make pages have.</summary>
    public static Option<bool> Untrusted() =>
        new("--untrusted")
        {
            Description =
                "The notebooks are somebody else's, such as students': leave scripts, event handlers, frames "
                + "and javascript: links out of their pages. (It does not limit what a notebook does while it runs.)",
        };

    /// <summary>The option <c>--verbose</c> of the commands that build a course's site.</summary>
    public static Option<bool> Verbose() =>
        new("--verbose") { Description = "List all files that the site publishes beside its pages." };
}
