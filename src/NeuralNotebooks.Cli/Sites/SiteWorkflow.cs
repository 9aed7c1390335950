using NeuralNotebooks.Runner;
using NeuralNotebooks.Site;

namespace NeuralNotebooks.Cli;

/// <summary>The arguments of <c>nn site</c>.</summary>
/// <param name="Folder">The folder that <c>nn run</c> has written to; null for the default.</param>
/// <param name="IsUntrusted">Whether to treat the notebooks as untrusted in their pages.</param>
/// <param name="IsVerbose">Whether to list all files that the site publishes.</param>
internal sealed record SiteRequest(string? Folder, bool IsUntrusted, bool IsVerbose);

/// <summary><c>nn site</c>, step by step: find the executed notebooks and the folders where they were written, build
/// the site.</summary>
internal sealed class SiteWorkflow(Terminal terminal)
{
    public async Task<int> RunAsync(SiteRequest request, CancellationToken cancellation)
    {
        var course = CourseFolders.Find();
        var site = new OutputFolder(request.Folder ?? CourseFolders.OrHere().Site);
        IReadOnlyList<string> executed = ExecutedNotebooks.In(site.Notebooks);
        if (executed.Count == 0)
            return terminal.Fail(
                ExitCode.NotFound,
                $"There are no executed notebooks in {site.Notebooks}. Make them first: nn run --output {site.Path}"
            );

        // The front page and the pictures are taken from the folders of the notebooks that were run; for a copy of the
        // results, from the course.
        IReadOnlyList<string> sources = [.. new WrittenResults(site).SourceFolders.Values.Distinct()];
        bool isCopy = sources.Count == 0 && !request.IsUntrusted
            && executed.Any(file => File.Exists(Path.Combine(course?.Notebooks ?? "", Path.GetFileName(file))));
        if (course is not null && (isCopy || RealPath.Of(course.Site) == RealPath.Of(site.Path)))
            sources = [course.Notebooks];
        using LiveBuild? live = request.IsUntrusted ? null : LiveBuild.StartIfNeeded();
        SiteInputs inputs = new(site, sources, live)
        {
            IsUntrusted = request.IsUntrusted,
            IsVerbose = request.IsVerbose,
        };
        return await SiteStep.BuildAsync(inputs, terminal, cancellation)
            ? ExitCode.Passed
            : ExitCode.Failed;
    }
}
