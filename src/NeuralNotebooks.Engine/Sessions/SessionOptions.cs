namespace NeuralNotebooks.Engine;

/// <summary>What a session needs to know of its notebook.</summary>
public sealed record SessionOptions
{
    /// <summary>The notebook's folder: relative paths in directives start here. (The process's working directory is the host's matter.)</summary>
    public string Folder { get; init; } = Directory.GetCurrentDirectory();

    /// <summary>Where packages' restore results are kept between runs.</summary>
    public string PackageFolder { get; init; } = Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
        "NeuralNotebooks", "packages");
}
