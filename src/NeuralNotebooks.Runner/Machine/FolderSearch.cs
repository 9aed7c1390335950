namespace NeuralNotebooks.Runner;

public static class FolderSearch
{
    /// <summary>A folder, then its parent folders, from the inside out.</summary>
    public static IEnumerable<string> Upwards(string folder)
    {
        for (DirectoryInfo? at = new(folder); at is not null; at = at.Parent)
            yield return at.FullName;
    }
}
