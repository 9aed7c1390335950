namespace NeuralNotebooks.Engine;

/// <summary>Provides the NuGet packages of a session.</summary>
public interface IPackageSource
{
    /// <summary>Restores packages with all their dependencies. It must not use the thread pool, which unfinished tasks
    /// of cells may occupy.</summary>
    /// <param name="packages">All packages of the session: id and requested version; null for the newest
    /// version.</param>
    /// <param name="sources">The package sources that the notebook has added, in addition to the configured
    /// ones.</param>
    /// <exception cref="PackageException">The packages are not available.</exception>
    Task<PackageAssets> RestoreAsync(
        IReadOnlyCollection<KeyValuePair<string, string?>> packages,
        IReadOnlyList<string> sources,
        CancellationToken cancellation);
}

/// <summary>Thrown if packages are not available. The message is shown to the author of the cell.</summary>
/// <param name="message">What is wrong.</param>
/// <param name="packageId">The package that is the cause; null if it is not known.</param>
public sealed class PackageException(string message, string? packageId = null) : Exception(message)
{
    /// <summary>The package that is the cause; null if it is not known.</summary>
    public string? PackageId => packageId;
}
