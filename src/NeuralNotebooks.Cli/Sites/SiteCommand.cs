using System.CommandLine;
using NeuralNotebooks.Runner;

namespace NeuralNotebooks.Cli;

/// <summary><c>nn site</c>: the site again, from notebooks that were executed before.</summary>
internal static class SiteCommand
{
    public static Command Create(Terminal terminal)
    {
        var folder = new Argument<string?>("DIR")
        {
            Description = "The folder that nn run has written to (default: the course's artifacts/site).",
            Arity = ArgumentArity.ZeroOrOne,
        };
        folder.MustNotBeEmpty();
        var command = new Command("site", "Rebuilds the site from executed notebooks, without running them.") { folder };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(parsed.GetValue(folder), terminal, cancellation)));
        return command;
    }

    private static int Run(string? folder, Terminal terminal, CancellationToken cancellation)
    {
        var course = CourseFolders.Find();
        var site = new OutputFolder(folder ?? course?.Site ?? OutputFolder.Default);
        IReadOnlyList<string> executed = ExecutedNotebooks.In(site.Notebooks);
        if (executed.Count == 0)
        {
            terminal.Error.WriteLine($"There are no executed notebooks in {site.Notebooks}. Make them first: nn run --output {site.Path}");
            return ExitCode.NotFound;
        }
        return SiteStep.Build(site, course is null ? [] : [course.Notebooks], terminal, cancellation) is null ? ExitCode.CellFailed : ExitCode.Passed;
    }
}
