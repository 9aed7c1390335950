namespace NeuralNotebooks.Engine;

/// <summary>Where a session's packages come from.</summary>
public interface IPackageSource
{
    /// <summary>Restores packages with all their dependencies, without the thread pool: tasks that cells have left
    /// behind may occupy it.</summary>
    /// <param name="packages">All packages of the session, by id, with the requested version; null for the
    /// newest.</param>
    /// <param name="sources">The sources that the notebook has named, in addition to those that are configured.</param>
    /// <param name="cancellation">Cancels the restore.</param>
    /// <exception cref="PackageException">They are not available.</exception>
    PackageAssets Restore(
        IReadOnlyCollection<KeyValuePair<string, string?>> packages,
        IReadOnlyList<string> sources,
        CancellationToken cancellation
    );
}

/// <summary>The files of packages that have been restored.</summary>
/// <param name="Assemblies">The managed assemblies of all packages, by full path.</param>
/// <param name="NativeFiles">The native libraries of all packages for this system, by full path.</param>
/// <param name="Versions">The resolved version of each package.</param>
public sealed record PackageAssets(
    IReadOnlyList<string> Assemblies,
    IReadOnlyList<string> NativeFiles,
    IReadOnlyDictionary<string, string> Versions
);

/// <summary>Packages are not available; the message is for the author of the cell.</summary>
public sealed class PackageException(string message) : Exception(message);

/// <summary>A host without packages: a cell that asks for one fails with a message.</summary>
public sealed class NoPackages : IPackageSource
{
    /// <inheritdoc/>
    public PackageAssets Restore(
        IReadOnlyCollection<KeyValuePair<string, string?>> packages,
        IReadOnlyList<string> sources,
        CancellationToken cancellation
    ) => throw new PackageException("Packages are not available here. Run the notebook with nn run or in Jupyter.");
}
