namespace NeuralNotebooks.Cli;

/// <summary>The folder that a run writes to: the site, and in it the executed notebooks.</summary>
internal sealed record OutputFolder
{
    /// <summary>The default when neither the command line nor a course names one.</summary>
    public static readonly string Default = System.IO.Path.Combine("artifacts", "site");

    public OutputFolder(string path) => Path = System.IO.Path.GetFullPath(path);

    public string Path { get; }

    public string Notebooks => System.IO.Path.Combine(Path, "notebooks");
}
