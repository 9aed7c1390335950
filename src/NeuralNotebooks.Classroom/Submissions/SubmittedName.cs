namespace NeuralNotebooks.Classroom;

/// <summary>Reads the names of submitted files and folders, and makes ids from them.</summary>
internal static partial class SubmittedName
{
    private const int MaxIdBytes = 120, MaxKeptBytes = 80;

    /// <summary>Removes the number of a copy, as in A1-gates-2, A1-gates (1) or A1-gates-Copy1, which platforms and
    /// browsers add to a name.</summary>
    public static string WithoutCopyNumber(string name) => CopyNumber().Replace(name, "");

    /// <summary>Whether a file has the name of a notebook. Some browsers append an extension, as in
    /// <c>A1.ipynb.json</c>.</summary>
    public static bool IsNotebook(string file) =>
        Extension().Match(file).Value.StartsWith(".ipynb", StringComparison.OrdinalIgnoreCase);

    /// <summary>The name of a file without its extensions.</summary>
    public static string StemOf(string file) => Extension().Replace(file, "");

    /// <summary>A name in Unicode normalization form C. Names of files from macOS can have another form.</summary>
    public static string Normalized(string name)
    {
        try
        {
            return name.Normalize();
        }
        catch (ArgumentException)
        {
            return name; // It contains an unpaired surrogate.
        }
    }

    /// <summary>Converts an id to a folder's name that is valid on any system. Different ids have different
    /// names.</summary>
    public static string SafeId(string id)
    {
        id = Normalized(id).Trim();
        var safe = new StringBuilder();
        bool isSafe = id.Length > 0 && !ResultFolder.IsReserved(id) && Encoding.UTF8.GetByteCount(id) <= MaxIdBytes;
        int bytes = 0;
        foreach (Rune rune in id.EnumerateRunes())
        {
            bool isAllowed =
                !Rune.IsControl(rune)
                && Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format // Invisible characters.
                && !"/\\:*?\"<>|".Contains(rune.ToString(), StringComparison.Ordinal)
                && (safe.Length > 0 || rune.Value != '.');
            isSafe &= isAllowed;
            if ((bytes += rune.Utf8SequenceLength) <= MaxKeptBytes || isSafe)
                safe.Append(isAllowed ? rune.ToString() : "-");
        }
        return isSafe ? id : $"{safe}-{HexHash.Short(id)}";
    }

    [GeneratedRegex(@"(-\d+| ?\(\d+\)|-Copy\d*)$")]
    private static partial Regex CopyNumber();

    [GeneratedRegex(@"(\.ipynb(\.(json|txt))?|\.[^.]+)$", RegexOptions.IgnoreCase)]
    private static partial Regex Extension();
}
