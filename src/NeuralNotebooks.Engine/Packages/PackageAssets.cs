namespace NeuralNotebooks.Engine;

public sealed record PackageAssets(IReadOnlyList<RestoredPackage> Packages)
{
    /// <summary>The name under which the source finds the packages again; null if it does not store them.</summary>
    public string? Key { get; init; }

    /// <summary>Sentences that the notebook's author should read, such as what does not work in this host.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The assemblies of shared frameworks, such as Microsoft.AspNetCore.App, that packages or projects
    /// need.</summary>
    public IReadOnlyList<string> OfFrameworks { get; init; } = [];

    /// <summary>The files that the build of projects has made, by full path: their assemblies and what these
    /// bring.</summary>
    public IReadOnlyList<string> Built { get; init; } = [];

    public IEnumerable<string> Assemblies => Packages.SelectMany(package => package.Assemblies);

    public IEnumerable<string> NativeFiles => Packages.SelectMany(package => package.NativeFiles);

    public IEnumerable<string> ExtensionFolders => Packages.Select(package => package.ExtensionFolder).OfType<string>();

    public string? VersionOf(string id) =>
        Packages.FirstOrDefault(package => package.Id.Equals(id, StringComparison.OrdinalIgnoreCase))?.Version;
}

public sealed record RestoredPackage(string Id, string Version)
{
    /// <summary>The folder of the package, with all of its files; null if there is none, as on a page.</summary>
    public string? Folder { get; init; }

    /// <summary>The managed assemblies, by full path.</summary>
    public IReadOnlyList<string> Assemblies { get; init; } = [];

    /// <summary>The native libraries for this system, by full path.</summary>
    public IReadOnlyList<string> NativeFiles { get; init; } = [];

    public IReadOnlyList<string> Dependencies { get; init; } = [];

    public string? ExtensionFolder => Subfolder("interactive-extensions", "dotnet");

    public string? Subfolder(params string[] path) =>
        Folder is not null && Path.Combine([Folder, .. path]) is var folder && Directory.Exists(folder) ? folder : null;
}
