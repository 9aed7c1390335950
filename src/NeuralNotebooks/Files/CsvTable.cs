using System.Globalization;

namespace NeuralNotebooks;

/// <summary>A table of comma-separated values with a header line. Fields contain neither quotes nor commas.</summary>
internal sealed class CsvTable
{
    private readonly string[] _header;
    private readonly List<(int Line, string[] Fields)> _rows = [];

    private CsvTable(string name, TextReader reader)
    {
        Name = name;
        string first =
            reader.ReadLine()
            ?? throw new InvalidDataException(
                $"{name} is empty: a header line with the names of the columns was expected.");
        _header = Fields(first);
        int line = 1;
        for (string? text = reader.ReadLine(); text is not null; text = reader.ReadLine())
        {
            line++;
            if (string.IsNullOrWhiteSpace(text))
                continue;
            string[] fields = Fields(text);
            if (fields.Length != _header.Length)
                throw new InvalidDataException(
                    $"{name}, line {line} has {fields.Length} fields ('{Excerpt(text)}'): {_header.Length} "
                        + $"were expected, as in the header."
                );
            _rows.Add((line, fields));
        }
        if (_rows.Count == 0)
            throw new InvalidDataException($"{name} has a header, but no line of data.");
    }

    /// <summary>The name of the file, for messages.</summary>
    public string Name { get; }

    /// <summary>The number of lines of data.</summary>
    public int RowCount => _rows.Count;

    /// <summary>Reads a file.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is empty, or a line has a different number of fields than the
    /// header.</exception>
    public static CsvTable Read(string path)
    {
        using StreamReader reader = new(path);
        return new(Path.GetFileName(path), reader);
    }

    /// <summary>Reads a table that is embedded in this library.</summary>
    public static CsvTable OfLibrary(string name)
    {
        using StreamReader reader = new(typeof(CsvTable).Assembly.GetManifestResourceStream(name)!);
        return new(name, reader);
    }

    /// <summary>A column of numbers, with a decimal point.</summary>
    /// <exception cref="InvalidDataException">There is no such column, or one of its fields is not a finite
    /// number.</exception>
    public double[] Numbers(string column) => Parse<double>(column, "a number was expected, such as 5.1", field =>
        double.TryParse(field, CultureInfo.InvariantCulture, out double x) && double.IsFinite(x) ? x : null);

    /// <summary>A column of words, each converted to its index in the list of allowed words.</summary>
    /// <exception cref="InvalidDataException">There is no such column, or one of its fields is not an allowed
    /// word.</exception>
    public int[] Labels(string column, IReadOnlyList<string> allowed)
    {
        List<string> words = [.. allowed];
        return Parse<int>(
            column,
            $"one of {string.Join(", ", words)} was expected",
            field => words.IndexOf(field) is var label and >= 0 ? label : null
        );
    }

    private T[] Parse<T>(string column, string expected, Func<string, T?> parse)
        where T : struct
    {
        int index = Array.IndexOf(_header, column);
        if (index < 0)
            throw new InvalidDataException(
                $"{Name} has no column '{column}'; its columns are {string.Join(", ", _header)}.");
        return
        [
            .. _rows.Select(row =>
                parse(row.Fields[index])
                ?? throw new InvalidDataException(
                    $"{Name}, line {row.Line}, column {column}: '{Excerpt(row.Fields[index])}' was found; {expected}.")
            ),
        ];
    }

    private static string[] Fields(string line) => line.Split(',', StringSplitOptions.TrimEntries);

    private static string Excerpt(string text) => text.Length <= 40 ? text : $"{text[..40]}…";
}
