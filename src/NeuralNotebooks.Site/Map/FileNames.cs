namespace NeuralNotebooks.Site;

/// <summary>File names of one folder of the site. They differ also on a file system that ignores case.</summary>
internal sealed class FileNames(params IEnumerable<string> taken)
{
    private readonly HashSet<string> _taken = new(taken, StringComparer.OrdinalIgnoreCase);

    /// <summary>Reserves a name, with a number before the extension if it is taken.</summary>
    public string Reserve(string stem, string extension)
    {
        string name = stem + extension;
        for (int n = 2; !_taken.Add(name); n++)
            name = Invariant($"{stem}-{n}{extension}");
        return name;
    }
}
