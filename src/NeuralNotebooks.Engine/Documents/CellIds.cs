namespace NeuralNotebooks.Engine;

/// <summary>Creates ids for cells that have no valid one: nbformat has had ids since version 4.5.</summary>
internal sealed class CellIds
{
    private const int MaxLength = 64;

    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>The number of ids that were tried for each source, so that many equal cells take linear time.</summary>
    private readonly Dictionary<string, int> _tried = new(StringComparer.Ordinal);

    public void Reserve(string id) => _taken.Add(Valid(id));

    /// <summary>Eight hexadecimal digits like Jupyter's, but derived from the source: reading a file twice gives the
    /// same ids.</summary>
    public string Create(string source)
    {
        while (true)
        {
            string id = Next(source);
            _tried[source] = _tried.GetValueOrDefault(source) + 1;
            if (_taken.Add(id))
                return id;
        }
    }

    /// <summary>Creates the id of a cell with this source if it is the given one.</summary>
    /// <returns>Whether it is.</returns>
    public bool TryCreate(string source, string id) => Next(source) == id && Create(source) == id;

    private string Next(string source) =>
        HexHash.Short(_tried.GetValueOrDefault(source) is > 0 and var tried ? $"{tried}\n{source}" : source);

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
