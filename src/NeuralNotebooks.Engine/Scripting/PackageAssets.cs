namespace NeuralNotebooks.Engine;

/// <summary>The files of packages that have been restored.</summary>
/// <param name="Assemblies">The managed assemblies of all packages, by full path.</param>
/// <param name="NativeFiles">The native libraries of all packages for this system, by full path.</param>
/// <param name="Versions">The resolved version of each package.</param>
public sealed record PackageAssets(
    IReadOnlyList<string> Assemblies,
    IReadOnlyList<string> NativeFiles,
    IReadOnlyDictionary<string, string> Versions
)
{
    /// <summary>The folders of the packages, which may contain files that are no assemblies.</summary>
    public IReadOnlyList<string> Folders { get; init; } = [];

    /// <summary>Sentences that the notebook's author should read.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
