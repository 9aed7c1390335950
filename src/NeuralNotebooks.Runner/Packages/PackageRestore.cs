namespace NeuralNotebooks.Runner;

/// <summary>Restores packages by running <c>dotnet restore</c> on a generated project, so that NuGet's rules, sources
/// and cache apply.</summary>
/// <param name="configFolder">The folder from which NuGet searches its configuration upwards: the notebook's
/// folder.</param>
/// <param name="cacheFolder">The folder in which results are cached, so that <c>dotnet restore</c> is not run again for
/// the same packages; null for the user's cache.</param>
public sealed class PackageRestore(string configFolder, string? cacheFolder = null) : IPackageSource
{
    /// <summary>The time for which a result is reused if a notebook requests no version or a floating one such as
    /// 1.*.</summary>
    private static readonly TimeSpan _newestFor = TimeSpan.FromDays(1);

    private readonly string _cacheFolder = cacheFolder ?? UserCache;

    private static string UserCache => Path.Combine(UserFolder.Path, "packages");

    public Task<PackageAssets> RestoreAsync(
        IReadOnlyCollection<KeyValuePair<string, string?>> packages,
        IReadOnlyList<string> sources,
        CancellationToken cancellation) => Task.FromResult(Restore(packages, sources, cancellation));

    public static PackageAssets? Restored(string key, string? cacheFolder = null) =>
        key.All(char.IsAsciiHexDigit) ? Known(AssetsIn(Path.Combine(cacheFolder ?? UserCache, key))) : null;

    /// <inheritdoc cref="RestoreAsync"/>
    internal PackageAssets Restore(
        IReadOnlyCollection<KeyValuePair<string, string?>> packages,
        IReadOnlyList<string> sources,
        CancellationToken cancellation)
    {
        string key = HexHash.Of(RestoreProject.Of(packages, sources, configFolder))[..16],
            folder = Path.Combine(_cacheFolder, key),
            assetsFile = AssetsIn(folder);
        PackageAssets? known = Known(assetsFile);
        bool mayBeNewer = packages.Any(package => package.Value?.Contains('*') != false);
        // If the clock was set back, a result seems to be from the future. Its age is unknown, so the absolute
        // difference is used.
        TimeSpan age = (DateTime.UtcNow - File.GetLastWriteTimeUtc(assetsFile)).Duration();
        if (known is not null && !(mayBeNewer && age > _newestFor))
            return known with { Key = key };
        try
        {
            return RestoreTo(folder, packages, sources, cancellation) with { Key = key };
        }
        catch (PackageException) when (known is not null)
        {
            // For example, the machine is offline. The earlier result is used for another day.
            File.SetLastWriteTimeUtc(assetsFile, DateTime.UtcNow);
            return known with { Key = key };
        }
        catch (IOException) when (File.Exists(assetsFile))
        {
            // Another process has stored the same packages in the meantime.
            return AssetsFile.Read(assetsFile) with { Key = key };
        }
    }

    /// <summary>Restores packages and stores the result in a folder. Another process may restore the same packages at
    /// the same time. Each works in a separate folder, and the last complete result is stored.</summary>
    private PackageAssets RestoreTo(
        string folder,
        IReadOnlyCollection<KeyValuePair<string, string?>> packages,
        IReadOnlyList<string> sources,
        CancellationToken cancellation)
    {
        string own = $"{folder}-{Guid.NewGuid():N}";
        Directory.CreateDirectory(own);
        try
        {
            var asked = new Dictionary<string, string?>(packages, StringComparer.OrdinalIgnoreCase);
            string[] newest = [.. packages.Where(package => package.Value is null).Select(package => package.Key)];
            // Otherwise the SDK would search the folders above for the version to use.
            File.WriteAllText(Path.Combine(own, "global.json"), "{}");
            for (bool isRestored = false; !isRestored;)
            {
                File.WriteAllText(
                    Path.Combine(own, RestoreProject.FileName), RestoreProject.Of(asked, sources, configFolder));
                try
                {
                    DotnetRestore.Run(own, RestoreProject.FileName, AssetsIn(own), cancellation);
                    isRestored = true;
                }
                catch (PackageException)
                {
                    if (!AskForOlder(asked, newest, AssetsIn(own)))
                        throw;
                }
            }
            PackageAssets assets = AssetsFile.Read(AssetsIn(own));
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
            Directory.Move(own, folder);
            return assets;
        }
        finally
        {
            if (Directory.Exists(own))
                Directory.Delete(own, recursive: true);
        }
    }

    /// <summary>After a restore has failed: if the newest version of a package is only for a newer .NET, asks for the
    /// newest one with the major version before.</summary>
    private static bool AskForOlder(Dictionary<string, string?> asked, string[] newest, string assetsFile)
    {
        IReadOnlyDictionary<string, string> tooNew = AssetsFile.Incompatible(assetsFile);
        bool isOlder = false;
        foreach (string id in newest.Where(tooNew.ContainsKey))
            if (int.TryParse(tooNew[id].Split('.')[0], CultureInfo.InvariantCulture, out int major) && major > 0)
            {
                asked[id] = Invariant($"{major - 1}.*");
                isOlder = true;
            }
        return isOlder;
    }

    private static string AssetsIn(string folder) => Path.Combine(folder, "obj", "project.assets.json");

    /// <summary>The result of an earlier restore; null if there is none, its file is damaged, for example by a power
    /// failure, or packages are not there any more.</summary>
    private static PackageAssets? Known(string assetsFile)
    {
        try
        {
            return File.Exists(assetsFile) && AssetsFile.Read(assetsFile) is var assets
                && assets.Assemblies.Concat(assets.NativeFiles).All(File.Exists) ? assets : null;
        }
        catch (Exception)
        {
            // Whatever the error is, the packages are restored again. If the reader itself is at fault, reading the new
            // result fails with its exception.
            return null;
        }
    }
}
