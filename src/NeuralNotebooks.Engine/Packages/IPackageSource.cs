namespace NeuralNotebooks.Engine;

public interface IPackageSource
{
    /// <summary>Restores packages with all their dependencies. It must not use the thread pool, which unfinished tasks
    /// of cells may occupy.</summary>
    /// <param name="sources">The package sources that the notebook has added, in addition to the configured
    /// ones.</param>
    Task<PackageAssets> RestoreAsync(
        IReadOnlyCollection<KeyValuePair<string, string?>> packages,
        IReadOnlyList<string> sources,
        CancellationToken cancellation);
}

public sealed class PackageException(string message, string? packageId = null) : Exception(message)
{
    public string? PackageId => packageId;
}
