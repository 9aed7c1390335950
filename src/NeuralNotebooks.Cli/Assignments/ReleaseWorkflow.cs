using System.Globalization;
using NeuralNotebooks.Classroom;
using NeuralNotebooks.Engine;
using NeuralNotebooks.Site;

namespace NeuralNotebooks.Cli;

/// <summary><c>nn assign release</c>, step by step: read the sources, find the kit, write each release.</summary>
/// <param name="terminal">Where it reports.</param>
/// <param name="isLive">Whether to make live pages of the releases, too.</param>
internal sealed class ReleaseWorkflow(Terminal terminal, bool isLive)
{
    public int Run(IReadOnlyList<string> paths, string? output, CancellationToken cancellation)
    {
        var selection = SourceSelection.Of(paths);
        int code = SourceProblemsView.Show(terminal, selection);
        if (selection.Sources.Count == 0)
            return code;
        if (BuiltKit.For(Directory.GetCurrentDirectory()) is not { } built)
        {
            terminal.Error.WriteLine(
                "A release includes the course's kit, but there is no built course in this folder or above "
                    + "it: run this in the course's folder."
            );
            return ExitCode.NotFound;
        }
        string folder = Path.GetFullPath(output ?? CourseFolders.OrHere().Assignments);
        try
        {
            if (isLive && !File.Exists(Path.Combine(built.Live, "boot.json")))
            {
                terminal.Error.WriteLine(
                    $"There is no bundle for live pages in {built.Live}. nn doctor says what its build needs."
                );
                return ExitCode.NotFound;
            }
            var kit = ReleasedKit.Of(built.StudentScript);
            var releases = new List<Release>();
            foreach (AssignmentSource source in selection.Sources)
            {
                releases.Add(Release.Write(source, kit, folder, cancellation));
                Show(releases[^1], source);
            }
            if (isLive)
                Show(ReleasedPages.Write(releases, Path.Combine(folder, "site"), built.Live, cancellation));
        }
        catch (OperationCanceledException)
        {
            terminal.Error.WriteLine("Interrupted.");
            return ExitCode.Interrupted;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.Error.WriteLine(PrintableText.Of(e.Message));
            return Math.Max(code, ExitCode.CellFailed);
        }
        return code;
    }

    private void Show(SiteReport site)
    {
        foreach (SiteProblem problem in site.Problems)
            terminal.Output.WriteLine(PrintableText.Of($"note: {problem}"));
        terminal.Output.WriteLine($"Site: {site.IndexPage}");
    }

    private void Show(Release release, AssignmentSource source)
    {
        string tasks = source.Tasks.Count == 1 ? "task" : "tasks";
        terminal.Output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{release.Name}: {source.Tasks.Count} {tasks}, {source.MaxPoints} points"
            )
        );
        terminal.Output.WriteLine($"  {release.Folder}");
        terminal.Output.WriteLine($"  {release.Zip}");
        if (release.DataFiles.Count > 0)
            terminal.Output.WriteLine(PrintableText.Of($"  with {string.Join(", ", release.DataFiles)}"));
    }
}
