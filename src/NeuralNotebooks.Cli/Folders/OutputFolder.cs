namespace NeuralNotebooks.Cli;

/// <summary>The output folder of a run: it contains the site, and in a subfolder the executed notebooks.</summary>
internal sealed record OutputFolder
{
    public OutputFolder(string path) => Path = System.IO.Path.GetFullPath(path);

    public string Path { get; }

    public string Notebooks => System.IO.Path.Combine(Path, "notebooks");
}
