namespace NeuralNotebooks.Runner.InNotebookProcess;

/// <summary>Restores packages by running <c>dotnet restore</c> on a generated project, so that NuGet's rules, sources
/// and cache apply.</summary>
/// <param name="configFolder">The folder from which NuGet searches its configuration upwards: the notebook's
/// folder.</param>
/// <param name="cacheFolder">The folder in which results are cached, so that <c>dotnet restore</c> is not run again for
/// the same packages; null for the user's cache.</param>
internal sealed partial class PackageRestore(string configFolder, string? cacheFolder = null) : IPackageSource
{
    /// <summary>The time for which a result is reused if a notebook requests no version or a floating one such as
    /// 1.*.</summary>
    private static readonly TimeSpan _newestFor = TimeSpan.FromDays(1);

    private readonly string _cacheFolder = cacheFolder ?? PackageCache.OfUser;

    /// <inheritdoc/>
    public bool BuildsProjects { get; init; }

    public Task<PackageAssets> RestoreAsync(PackageRequest asked, CancellationToken cancellation) =>
        Task.FromResult(Restore(asked, cancellation));

    /// <inheritdoc cref="RestoreAsync"/>
    internal PackageAssets Restore(PackageRequest asked, CancellationToken cancellation)
    {
        string key = HexHash.Of(RestoreProject.Of(asked, configFolder))[..16],
            folder = Path.Combine(_cacheFolder, key),
            assetsFile = PackageCache.AssetsIn(folder);
        if (asked.Projects.Count > 0)
            return Build(folder, asked, cancellation) with { Key = key };
        PackageAssets? known = PackageCache.Read(assetsFile);
        bool mayBeNewer = asked.Packages.Any(package => package.Value?.Contains('*') != false);
        // If the clock was set back, a result seems to be from the future. Its age is unknown, so the absolute
        // difference is used.
        TimeSpan age = (DateTime.UtcNow - File.GetLastWriteTimeUtc(assetsFile)).Duration();
        if (known is not null && !(mayBeNewer && age > _newestFor))
            return known with { Key = key };
        try
        {
            return RestoreTo(folder, asked, cancellation) with { Key = key };
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
    private PackageAssets RestoreTo(string folder, PackageRequest asked, CancellationToken cancellation)
    {
        string own = $"{folder}-{Guid.NewGuid():N}";
        Directory.CreateDirectory(own);
        try
        {
            PackageAssets assets = RestoreIn(own, asked, built: null, cancellation);
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

    /// <param name="built">The folder for what the build of the projects makes; null if there are none.</param>
    private PackageAssets RestoreIn(string folder, PackageRequest asked, string? built, CancellationToken cancellation)
    {
        using var untilSilent = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Task<SourceAnswers?> asking = OwnThread.Run(
            "Package sources", () => SourceAnswers.CancelIfSilent(configFolder, asked.Sources, untilSilent));
        try
        {
            return RestoreIn(folder, asked, built, sources: null, untilSilent.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return RestoreIn(folder, asked with { Sources = [] }, built, asking.Result, cancellation);
        }
        finally
        {
            untilSilent.Cancel();
            asking.Wait(CancellationToken.None);
        }
    }

    private PackageAssets RestoreIn(
        string folder, PackageRequest asked, string? built, SourceAnswers? sources, CancellationToken cancellation)
    {
        var packages = new Dictionary<string, string?>(asked.Packages, StringComparer.OrdinalIgnoreCase);
        string[] newest = [.. packages.Where(package => package.Value is null).Select(package => package.Key)];
        string project = Path.Combine(folder, RestoreProject.FileName);
        // Otherwise the SDK would search the folders above for the version to use.
        File.WriteAllText(Path.Combine(folder, "global.json"), "{}");
        while (true)
        {
            string text = RestoreProject.Of(asked with { Packages = packages }, configFolder);
            if (!File.Exists(project) || File.ReadAllText(project) != text) // A newer file would be built again.
                File.WriteAllText(project, text);
            try
            {
                DotnetRestore.Run(folder, PackageCache.AssetsIn(folder), built, sources?.Answering, cancellation);
                PackageAssets assets = AssetsFile.Read(PackageCache.AssetsIn(folder));
                return sources is null ? assets : assets with { Notes = [.. assets.Notes, sources.Sentence] };
            }
            catch (PackageException e)
            {
                if (AskForOlder(packages, newest, PackageCache.AssetsIn(folder)))
                    continue;
                if (sources is null)
                    throw;
                throw new PackageException($"{e.Message}\n{sources.Sentence}", e.PackageId);
            }
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
}
