namespace NeuralNotebooks.Engine;

/// <summary>What a session needs to know of its notebook.</summary>
public sealed record SessionOptions
{
    /// <summary>The notebook's folder: relative paths in directives start here. (The process's working directory is the host's matter.)</summary>
    public string Folder { get; init; } = Directory.GetCurrentDirectory();

    /// <summary>Where packages' restore results are kept between runs.</summary>
    public string PackageFolder { get; init; } = DefaultPackageFolder();

    /// <summary>Asks the notebook's reader for a line of input; null where nobody can be asked, so that a cell that reads fails.</summary>
    public Func<InputRequest, string>? Input { get; init; }

    private static string DefaultPackageFolder()
    {
        // Empty where a user has no home, as in some containers.
        string data = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return Path.Combine(data.Length > 0 ? data : Path.GetTempPath(), "NeuralNotebooks", "packages");
    }
}

/// <summary>A cell asks its reader for a line.</summary>
/// <param name="Prompt">What to enter; may be empty.</param>
/// <param name="IsPassword">Whether the line is not to be seen while it is typed.</param>
public sealed record InputRequest(string Prompt, bool IsPassword);
