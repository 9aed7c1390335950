namespace NeuralNotebooks.Classroom;

/// <summary>The names of the students' folders in the results. A name is the student's id if that is valid on every
/// system; else, and if another student's name is equal apart from case, it ends in a hash of the id. So no student's
/// results replace another's on Windows and macOS, whose file systems ignore case.</summary>
internal sealed partial class FolderNames
{
    private const int MaxIdBytes = 120, MaxKeptBytes = 80;

    private readonly Dictionary<StudentId, string> _names = [];
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>Chooses the names. Of two ids that would have the same name, one of an earlier list keeps it; in the
    /// same list a valid id, then one in lower case, then the first in ordinal order.</summary>
    /// <param name="lists">The ids of the class list; then those of submissions, which may be the same.</param>
    public FolderNames(params ReadOnlySpan<IEnumerable<StudentId>> lists)
    {
        foreach (IEnumerable<StudentId> ids in lists)
            foreach (StudentId id in ids.Distinct()
                .OrderBy(id => Precedence(id.Text)).ThenBy(id => id.Text, StringComparer.Ordinal))
                if (!_names.ContainsKey(id))
                    _names.Add(id, UniqueName(id.Text));
    }

    public string this[StudentId id] => _names[id];

    public static string Of(string id)
    {
        string name = id.Trim();
        bool isValid =
            name.Length > 0 && name[0] != '.' && name[^1] != '.'
            && Encoding.UTF8.GetByteCount(name) <= MaxIdBytes
            && !ResultFolder.IsReserved(WithoutCase(name)) && !Device().IsMatch(name)
            && name.EnumerateRunes().All(IsAllowed);
        return isValid ? name : Replaced(id, attempt: 0);
    }

    private static int Precedence(string id) => Of(id) != id ? 2 : WithoutCase(id) != id ? 1 : 0;

    private string UniqueName(string id)
    {
        string name = Of(id);
        for (int attempt = 0; !_taken.Add(WithoutCase(name)); attempt++)
            name = Replaced(id, attempt);
        return name;
    }

    /// <param name="attempt">How many such names of this id are other students' names.</param>
    private static string Replaced(string id, int attempt)
    {
        string trimmed = id.Trim();
        bool isDevice = Device().IsMatch(trimmed); // Also con.txt is one, and con.txt-01234567.
        var name = new StringBuilder();
        int bytes = 0;
        foreach (Rune rune in trimmed.EnumerateRunes())
            if ((bytes += rune.Utf8SequenceLength) <= MaxKeptBytes)
                name.Append(
                    IsAllowed(rune) && (rune.Value != '.' || (name.Length > 0 && !isDevice)) ? rune.ToString() : "-");
        return $"{name}-{HexHash.Short(attempt == 0 ? id : Invariant($"{id}\n{attempt}"))}";
    }

    private static bool IsAllowed(Rune rune) =>
        !Rune.IsControl(rune)
        && Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format // Invisible characters.
        && !"/\\:*?\"<>|".Contains(rune.ToString(), StringComparison.Ordinal);

    /// <summary>A form that is equal for names between which a file system may not distinguish: in lower case, without
    /// ligatures and other variants of letters.</summary>
    private static string WithoutCase(string name) =>
        NormalizedName.Of(
            NormalizedName.Of(name, NormalizationForm.FormKD).ToUpperInvariant().ToLowerInvariant()
                .Replace("ß", "ss", StringComparison.Ordinal));

    /// <summary>Matches names of devices on Windows, where no file can have one, even with an extension.</summary>
    [GeneratedRegex(
        @"^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(\.|$)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Device();
}
