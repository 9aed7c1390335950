namespace NeuralNotebooks.Engine;

/// <summary>What a session needs to know of its notebook.</summary>
public sealed record SessionOptions
{
    /// <summary>The notebook's folder: relative paths in directives start here. (The process's working directory is the host's matter.)</summary>
    public string Folder { get; init; } = Directory.GetCurrentDirectory();

    /// <summary>Where packages' restore results are kept between runs.</summary>
    public string PackageFolder { get; init; } = DefaultPackageFolder();

    private static string DefaultPackageFolder()
    {
        // Empty where a user has no home, as in some containers.
        string data = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return Path.Combine(data.Length > 0 ? data : Path.GetTempPath(), "NeuralNotebooks", "packages");
    }
}
