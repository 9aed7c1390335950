namespace NeuralNotebooks.Engine;

/// <summary>Creates ids for cells without one: nbformat has had ids since version 4.5.</summary>
internal static class CellId
{
    /// <summary>Eight hexadecimal digits like Jupyter's, but derived from the source: reading a file twice gives the
    /// same ids.</summary>
    public static string Create(string source, HashSet<string> taken)
    {
        string id = HexHash.Short(source);
        for (int attempt = 1; !taken.Add(id); attempt++)
            id = HexHash.Short($"{attempt}\n{source}");
        return id;
    }
}
