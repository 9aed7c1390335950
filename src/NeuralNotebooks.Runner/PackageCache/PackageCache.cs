namespace NeuralNotebooks.Runner;

/// <summary>The results of earlier restores, which live pages also publish.</summary>
internal static class PackageCache
{
    public static string OfUser => Path.Combine(UserFolder.Path, "packages");

    public static PackageAssets? Restored(string key, string? cacheFolder) =>
        key.All(char.IsAsciiHexDigit) ? Read(AssetsIn(Path.Combine(cacheFolder ?? OfUser, key))) : null;

    public static string AssetsIn(string folder) => Path.Combine(folder, "obj", "project.assets.json");

    /// <summary>The result of an earlier restore; null if there is none, its file is damaged, for example by a power
    /// failure, or packages are not there any more.</summary>
    public static PackageAssets? Read(string assetsFile)
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
