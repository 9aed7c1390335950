namespace NeuralNotebooks.Engine;

/// <summary>Creates ids for cells without a valid one: nbformat has had ids since version 4.5.</summary>
internal static class CellId
{
    private const int MaxLength = 64;

    /// <summary>Eight hexadecimal digits like Jupyter's, but derived from the source: reading a file twice gives the
    /// same ids.</summary>
    public static string Create(string source, HashSet<string> taken)
    {
        string id = HexHash.Short(source);
        for (int attempt = 1; !taken.Add(id); attempt++)
            id = HexHash.Short($"{attempt}\n{source}");
        return id;
    }

    /// <summary>An id that nbformat allows: at most 64 letters, digits, hyphens and underscores. An id that it does not
    /// allow becomes a similar one, which is the same whenever the file is read.</summary>
    public static string Valid(string id)
    {
        string letters = string.Concat(id.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '-'));
        if (letters == id && id.Length <= MaxLength)
            return id;
        string hash = HexHash.Short(id);
        return $"{letters[..Math.Min(letters.Length, MaxLength - hash.Length - 1)]}-{hash}";
    }
}
