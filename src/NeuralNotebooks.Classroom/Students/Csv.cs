namespace NeuralNotebooks.Classroom;

/// <summary>Reads and writes tables in the CSV format (RFC 4180) of spreadsheets and learning platforms.</summary>
internal static partial class Csv
{
    private const string Separators = ",;\t";

    /// <summary>Reads the rows of a file as values by the names in its first line; columns are separated by commas,
    /// semicolons or tabs. If the file does not exist, there are no rows.</summary>
    public static IReadOnlyList<CsvRow> Read(string path, params ReadOnlySpan<string> columns)
    {
        if (!File.Exists(path))
            return [];
        string text = ReadText(path);
        string first = text.TrimStart('\r', '\n').Split('\r', '\n')[0];
        char separator = Separators.MaxBy(c => first.AsSpan().Count(c));
        List<List<string>> rows = Split(text, separator, path);
        string[] names = rows.Count == 0 ? [] : [.. rows[0].Select(name => name.Trim().ToLowerInvariant())];
        foreach (string column in columns)
            if (!names.Contains(column))
                throw new TableException(
                    $"{path}: the first line must name the columns {string.Join(",", columns.ToArray())}; "
                        + $"there is no {column}.");
        foreach (List<string> row in rows.Skip(1))
        {
            string problem = row.Skip(names.Length).Any(value => value.Trim().Length > 0)
                ? $"has more values than the first line has columns: put a value that contains {separator} in "
                    + "quotation marks"
                : names.Length > 1 && row is [var only] && Separators.Any(c => c != separator && only.Contains(c))
                ? "separates its values in another way than the first line" : "";
            if (problem.Length > 0)
                throw new TableException($"{path}: the row {string.Join(separator, row)} {problem}.");
        }
        return
        [
            .. rows.Skip(1).Where(row => row.Any(value => value.Trim().Length > 0))
                .Select(row => new CsvRow(names, row, separator)),
        ];
    }

    /// <summary>The text of a table. A file in another encoding is rejected, because the encoding cannot be detected
    /// reliably, and students would see wrong letters in their names and in the teacher's comments.</summary>
    public static string ReadText(string path)
    {
        string text = NamedFile.ReadAllText(path);
        if (BrokenLetter().Match(text) is not { Success: true } broken)
            return text;
        int line = text.AsSpan(0, broken.Index).Count('\n') + 1;
        string what = broken.Groups["misread"].Success
            ? $"“{broken.Value}” is a letter of UTF-8 that a program has read in another encoding, and saved. Correct "
                + "these letters, and save the file"
            : "the file is not in UTF-8, so its letters cannot be read. Save it";
        throw new TableException(
            Invariant($"{path}, line {line}: {what} as UTF-8: in Excel as “CSV UTF-8 (Comma delimited)”, in ")
                + "LibreOffice with the character set “Unicode (UTF-8)”.");
    }

    /// <summary>Why a table with this text could not be read; empty if it can.</summary>
    public static string ProblemOf(string text) =>
        BrokenLetter().Match(text) is { Success: true } broken
            ? $"“{broken.Value}” cannot be written: it is what programs make of a letter in another encoding." : "";

    /// <summary>Matches the replacement character or NUL that remains of a letter in another encoding, and the
    /// sequences that result when UTF-8 is decoded as Windows-1252.</summary>
    [GeneratedRegex(@"[\uFFFD\0]|(?<misread>Ã[\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œžŸŽ]|Â[\u00A0-\u00BF]|â€.?)")]
    private static partial Regex BrokenLetter();

    /// <param name="columns">The names of the columns, joined by commas; none if the first row has them.</param>
    public static string Write(IEnumerable<IEnumerable<string>> rows, string columns = "", char separator = ',')
    {
        var text = new StringBuilder(columns.Length > 0 ? columns + "\n" : "");
        foreach (IEnumerable<string> row in rows)
            text.AppendJoin(separator, row.Select(value => Quoted(value, separator))).Append('\n');
        return text.ToString();
    }

    /// <summary>Escapes text of a student or of the platform so that no spreadsheet interprets a part of it as a
    /// formula, even if the spreadsheet separates columns at semicolons.</summary>
    public static string Text(string value) =>
        FormulaBegin().Replace(string.Concat(value.Select(c => char.IsControl(c) ? ' ' : c)).Trim(), "$0'");

    [GeneratedRegex("(^|;)[\\s\"']*(?=[=+@＝＋－＠-])")]
    private static partial Regex FormulaBegin();

    private static string Quoted(string value, char separator) =>
        value.AsSpan().IndexOfAny([separator, '"', '\r', '\n']) >= 0 ? $"\"{value.Replace("\"", "\"\"")}\"" : value;

    private static List<List<string>> Split(string text, char separator, string path)
    {
        var cell = new Regex(
            $"""("(?<quoted>[^"]*(""[^"]*)*)(?<closed>")?)?(?<rest>[^{separator}\r\n]*)(?<end>{separator}|[\r\n]|\z)""",
            RegexOptions.ExplicitCapture);
        List<List<string>> rows = [];
        List<string> row = [];
        foreach (Match match in cell.Matches(text))
        {
            (Group quoted, string rest) = (match.Groups["quoted"], match.Groups["rest"].Value);
            if (quoted.Success && (!match.Groups["closed"].Success || rest.Trim().Length > 0))
                throw new TableException(
                    Invariant($"{path}, line {text.AsSpan(0, match.Index).Count('\n') + 1}: a quotation mark is not ")
                    + "closed, or text follows the closing one. A quotation mark within a value is written twice.");
            row.Add(quoted.Value.Replace("\"\"", "\"") + rest);
            if (match.Groups["end"].Value == $"{separator}")
                continue;
            if (row is not [""])
                rows.Add(row);
            row = [];
        }
        return rows;
    }
}

/// <param name="values">Its values. There may be fewer values than columns.</param>
internal sealed class CsvRow(string[] names, IReadOnlyList<string> values, char separator)
{
    public IReadOnlyList<string> Names => names;

    public char Separator => separator;

    /// <summary>The value in a column, trimmed; empty if there is none.</summary>
    public string this[string column] => values.ElementAtOrDefault(Array.IndexOf(names, column))?.Trim() ?? "";
}
