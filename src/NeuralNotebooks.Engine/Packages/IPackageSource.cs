namespace NeuralNotebooks.Engine;

public interface IPackageSource
{
    /// <summary>Whether it builds projects, which runs their own commands.</summary>
    bool BuildsProjects => false;

    /// <summary>Restores packages with all their dependencies. It must not use the thread pool, which unfinished tasks
    /// of cells may occupy.</summary>
    Task<PackageAssets> RestoreAsync(PackageRequest asked, CancellationToken cancellation);
}

/// <param name="Packages">The packages with their versions; null stands for the newest version.</param>
/// <param name="Sources">The package sources that the notebook has added, in addition to the configured ones.</param>
/// <param name="Projects">The files of projects, which are built.</param>
public sealed record PackageRequest(
    IReadOnlyCollection<KeyValuePair<string, string?>> Packages, IReadOnlyList<string> Sources,
    IReadOnlyList<string> Projects);

public sealed class PackageException(string message, string? packageId = null) : Exception(message)
{
    public string? PackageId => packageId;
}
