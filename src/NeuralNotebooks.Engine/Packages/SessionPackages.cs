using System.Net;

namespace NeuralNotebooks.Engine;

/// <summary>A session's packages and projects. Each restore includes all, so that versions are consistent.</summary>
internal sealed class SessionPackages(IPackageSource? source, LibraryLoader libraries, string folder)
{
    // The resolved version of each package, and the requested version, such as 1.* or 1.0 for 1.0.0.
    private readonly Dictionary<string, string?> _packages = new(StringComparer.OrdinalIgnoreCase),
        _requested = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _sources = [];
    private readonly HashSet<string> _noted = [];

    /// <summary>Handles all <c>#i</c>, <c>#r "nuget: …"</c> and <c>#r "NAME.csproj"</c> of a cell together.</summary>
    /// <returns>What has been added; null if the cell references no package and no project.</returns>
    /// <exception cref="DirectiveException">The packages are not available, or a project was not built. The session is
    /// unchanged.</exception>
    public async Task<AddedPackages?> AddAsync(
        IReadOnlyList<SourceStep> steps, OutputDelivery outputs, CancellationToken interrupt)
    {
        string[] newSources = [.. steps.OfType<PackageSourceStep>().Select(s => s.Source).Except(_sources)];
        PackageStep[] asked = [.. steps.OfType<PackageStep>()];
        ProjectStep[] projects = [.. steps.OfType<ProjectStep>()];
        if (projects.Length > 0 && source?.BuildsProjects != true)
            throw projects[0].Refusal;
        string[] files = [.. projects.Select(project => project.FileIn(folder)).Distinct()];
        if (asked.Length + files.Length == 0)
        {
            _sources.AddRange(newSources);
            return null;
        }

        var all = new Dictionary<string, string?>(_packages, StringComparer.OrdinalIgnoreCase);
        var notes = new List<string>();
        foreach (PackageStep step in asked)
        {
            if (_packages.TryGetValue(step.Id, out string? loaded)
                && step.Version is not null && loaded != step.Version && step.Version.IndexOfAny(['*', '[', '(']) < 0
                && _requested[step.Id] != step.Version)
                notes.Add(
                    $"{step.Id} {loaded} is in use already, so version {step.Version} is not loaded. Restart the "
                        + "notebook, and ask for this version first, to use it.");
            all[step.Id] = loaded ?? step.Version;
        }
        string names = string.Join(", ", files.Select(Path.GetFileName)), id = Guid.NewGuid().ToString("N");
        if (files.Length > 0)
            outputs.Emit(new DisplayData(MimeBundle.Plain($"Building {names} …"), [], id));
        try
        {
            PackageAssets assets = source is null
                ? throw new PackageException(
                    "Packages are not available here. Run the notebook with nn run or in Jupyter.")
                : await source.RestoreAsync(new(all, [.. _sources, .. newSources], files), interrupt);
            notes.AddRange(assets.Notes.Where(_noted.Add));
            IReadOnlyList<System.Reflection.Assembly> assemblies =
            [
                .. libraries.LoadPackages([.. assets.OfFrameworks, .. assets.Assemblies], assets.NativeFiles, notes),
                .. libraries.LoadBuilt(assets.Built, notes),
            ];
            if (files.Length > 0)
                outputs.Emit(new DisplayUpdate(id, MimeBundle.Plain($"Built {names}")));
            foreach (PackageStep step in asked)
                (_packages[step.Id], _requested[step.Id]) = (
                    assets.VersionOf(step.Id), step.Version ?? _requested.GetValueOrDefault(step.Id));
            _sources.AddRange(newSources);
            return new AddedPackages(assets, assemblies, asked.Length > 0 ? InstalledMessage(asked) : null, notes);
        }
        catch (Exception e)
            when (e is PackageException or IOException or UnauthorizedAccessException or BadImageFormatException)
        {
            string? cause = (e as PackageException)?.PackageId;
            PackageStep? step = Array.Find(asked, one => one.Id.Equals(cause, StringComparison.OrdinalIgnoreCase))
                ?? (files.Length == 0 ? asked[0] : null);
            throw step is not null
                ? new DirectiveException($"The package {step.Id} could not be added. {e.Message}", step.Place, e)
                : new DirectiveException($"{names} could not be added.\n{e.Message}", projects[0].Place, e);
        }
    }

    private MimeBundle InstalledMessage(IEnumerable<PackageStep> asked)
    {
        string[] lines = [.. asked.Select(step => _packages[step.Id] == step.Version || step.Version is null
            ? $"{step.Id}, {_packages[step.Id]}"
            : $"{step.Id}, {_packages[step.Id]} (asked for: {step.Version})")];
        string items = string.Concat(lines.Select(line => $"<li>{WebUtility.HtmlEncode(line)}</li>"));
        return new MimeBundle
        {
            { MimeBundle.Html, $"<div><strong>Installed Packages</strong><ul>{items}</ul></div>" },
            { MimeBundle.PlainText, "Installed Packages\n" + string.Join('\n', lines) },
        };
    }
}

/// <param name="Message">What says which packages were added; null if there were only projects.</param>
/// <param name="Notes">Sentences about assemblies that are used in another version.</param>
internal sealed record AddedPackages(
    PackageAssets Packages, IReadOnlyList<System.Reflection.Assembly> Assemblies, MimeBundle? Message,
    IReadOnlyList<string> Notes);
