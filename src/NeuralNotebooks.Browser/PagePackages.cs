namespace NeuralNotebooks.Browser;

/// <summary>The packages that a page has: those that its notebook had restored when the site was made.</summary>
/// <param name="packages">The packages as JSON: see <c>PackageFiles</c> of NeuralNotebooks.Site.</param>
/// <param name="others">The paths of the framework's assemblies that are fetched with the first package.</param>
internal sealed class PagePackages(string packages, string[] others) : IPackageSource
{
    private readonly Dictionary<string, PagePackage> _packages = JsonSerializer
        .Deserialize<PagePackage[]>(packages, JsonSerializerOptions.Web)!
        .ToDictionary(package => package.Id, StringComparer.OrdinalIgnoreCase);

    private readonly HashSet<PagePackage> _restored = [];

    /// <inheritdoc/>
    /// <remarks>The version is that of the site, whatever the cell asks for.</remarks>
    public async Task<PackageAssets> RestoreAsync(PackageRequest asked, CancellationToken cancellation)
    {
        PagePackage[] needed = [.. Needed(asked.Packages.Select(package => package.Key))];
        await BringAsync([.. needed.SelectMany(package => package.Files), .. others], cancellation);
        return new([
            .. needed.Select(package =>
                new RestoredPackage(package.Id, package.Version) { Assemblies = package.Files }),
            new RestoredPackage("Microsoft.NETCore.App", "") { Assemblies = others },
        ])
        {
            Notes = [.. NotesAbout([.. needed.Where(_restored.Add)])],
        };
    }

    /// <exception cref="PackageException">A file could not be fetched.</exception>
    private static async Task BringAsync(string[] files, CancellationToken cancellation)
    {
        if (files.All(File.Exists))
            return;
        await PageCalls.Bring(files).WaitAsync(cancellation);
        if (files.FirstOrDefault(file => !File.Exists(file)) is { } missing)
            throw new PackageException(
                $"{Path.GetFileName(missing)} could not be fetched: check the network connection, and run the cell "
                    + "again.");
    }

    /// <summary>Packages with all that they depend on.</summary>
    private HashSet<PagePackage> Needed(IEnumerable<string> ids)
    {
        var found = new HashSet<PagePackage>();
        var open = new Stack<string>(ids);
        foreach (string id in open)
            if (!_packages.ContainsKey(id))
                throw new PackageException(
                    $"This page has no package {id}: it has those that its notebook used when the site was made. "
                        + "Run the notebook with nn run or in Jupyter.",
                    id);
        while (open.TryPop(out string? id))
            if (_packages.TryGetValue(id, out PagePackage? package) && found.Add(package))
                foreach (string other in package.Needs)
                    open.Push(other);
        return found;
    }

    private static IEnumerable<string> NotesAbout(PagePackage[] added)
    {
        if (added.Where(package => package.IsNative).Select(package => package.Id).ToArray() is { Length: > 0 } native)
            yield return $"A browser cannot load the native code of {string.Join(", ", native)}: "
                + "what uses it fails on this page. Run the notebook with nn run or in Jupyter.";
        foreach (PagePackage package in added.Where(package => package.HasExtension))
            yield return $"The extension of {package.Id} for .NET Interactive does not run on a page, "
                + "so values of its types are shown as other objects are.";
    }

    private sealed record PagePackage(
        string Id, string Version, string[] Needs, string[] Files, bool IsNative, bool HasExtension);
}
