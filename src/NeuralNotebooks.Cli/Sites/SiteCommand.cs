using System.CommandLine;
using NeuralNotebooks.Runner;
using NeuralNotebooks.Site;

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
        folder.MustNotBeEmpty();
        Option<bool> untrusted = Untrusted(), verbose = Verbose();
        var command = new Command(
            "site",
            $"Rebuilds the site from executed notebooks, without running them. {TrustNote}"
        )
        {
            folder,
            untrusted,
            verbose,
        };
        command.SetAction(
            (parsed, cancellation) =>
                RunAsync(
                    parsed.GetValue(folder),
                    parsed.GetValue(untrusted),
                    parsed.GetValue(verbose),
                    terminal,
                    cancellation
                )
        );
        return command;
    }

    /// <summary>The option <c>--untrusted</c>, which all commands that make pages have.</summary>
    public static Option<bool> Untrusted() =>
        new("--untrusted")
        {
            Description =
                "The notebooks are somebody else's, such as students': leave scripts, event handlers, frames "
                + "and javascript: links out of their pages. (It does not limit what a notebook does while "
                + "it runs.)",
        };

    /// <summary>The option <c>--verbose</c> of the commands that build a course's site.</summary>
    public static Option<bool> Verbose() =>
        new("--verbose")
        {
            Description =
                "List all files that the site publishes beside its pages, and say which figures have no still picture.",
        };

    private static async Task<int> RunAsync(
        string? folder,
        bool isUntrusted,
        bool isVerbose,
        Terminal terminal,
        CancellationToken cancellation
    )
    {
        var course = CourseFolders.Find();
        var site = new OutputFolder(folder ?? CourseFolders.OrHere().Site);
        IReadOnlyList<string> executed = ExecutedNotebooks.In(site.Notebooks);
        if (executed.Count == 0)
            return terminal.Fail(
                ExitCode.NotFound,
                $"There are no executed notebooks in {site.Notebooks}. Make them first: nn run --output {site.Path}"
            );

        // The front page and the pictures are taken from the folders of the notebooks that were run; for a copy of the
        // results, from the course.
        IReadOnlyList<string> sources = [.. new WrittenResults(site).SourceFolders.Values.Distinct()];
        bool isCopy = sources.Count == 0 && !isUntrusted
            && executed.Any(file => File.Exists(Path.Combine(course?.Notebooks ?? "", Path.GetFileName(file))));
        if (course is not null && (isCopy || RealPath.Of(course.Site) == RealPath.Of(site.Path)))
            sources = [course.Notebooks];
        using LiveBuild? live = isUntrusted ? null : LiveBuild.StartIfNeeded();
        SiteRequest request = new(site, sources, live) { IsUntrusted = isUntrusted, IsVerbose = isVerbose };
        return await SiteStep.BuildAsync(request, terminal, cancellation)
            ? ExitCode.Passed
            : ExitCode.Failed;
    }
}
