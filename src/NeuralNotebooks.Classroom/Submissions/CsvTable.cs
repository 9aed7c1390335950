namespace NeuralNotebooks.Classroom;

/// <summary>A table beside submissions or results: the class list, times, and what the teacher has entered.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Head">Its columns.</param>
/// <param name="Keys">How many of them, from the first, form a row's key. When tables are merged, all rows with the
/// same key come from one file, the first that has any.</param>
/// <param name="Needed">The columns that a file must have; null for all.</param>
/// <param name="Value">The column without which a row carries no information; null if every row does.</param>
internal sealed record CsvTable(string Name, string Head, int Keys, string? Needed = null, string? Value = null)
{
    public static readonly CsvTable Times = new("times.csv", "assignment,student_id,seconds,cpu_seconds", Keys: 2),
        Students = new("students.csv", "id,last_name,first_name,email,folder,group", Keys: 1, "id"),
        Names = new("names.csv", "student,id", Keys: 1),
        Due = new("due.csv", "assignment,student,due,penalty,submitted", Keys: 2, "assignment,due"),
        Adjusted = new("adjust.csv", "student,task,points,comment", Keys: 2, "student,task,points"),
        Accepted = new("accept.csv", "group,comment", Keys: 1, "group"),
        Sentences = new(
            "sentences.csv",
            "assignment,task,group,students,sentence",
            Keys: 3,
            "assignment,task,group,sentence",
            Value: "sentence"
        );

    private static readonly CsvTable[] _all = [Times, Students, Names, Due, Adjusted, Accepted, Sentences];

    public string[] Columns => Head.Split(',');

    /// <summary>The file in a folder.</summary>
    public string In(string folder) => Path.Combine(folder, Name);

    /// <summary>The rows of the file in a folder; none if it is not there.</summary>
    /// <exception cref="FormatException">It lacks a column, or its letters cannot be read.</exception>
    public IReadOnlyList<CsvRow> Read(string folder) => Csv.Read(In(folder), (Needed ?? Head).Split(','));

    /// <summary>The table with these rows.</summary>
    public string Text(IEnumerable<IEnumerable<string>> rows) => Csv.Write(rows.Prepend(Columns));

    /// <summary>Adds the parts' rows to the output's, which take precedence: they may have been edited since.</summary>
    /// <exception cref="FormatException">A table does not name its columns.</exception>
    public static void MergeAll(string output, IEnumerable<string> parts)
    {
        File.Delete(Times.In(output));
        foreach (CsvTable table in _all)
            table.Merge([output, .. parts]);
    }

    private void Merge(IReadOnlyList<string> folders)
    {
        string target = In(folders[0]);
        string[] files = [.. folders.Select(In).Where(File.Exists)];
        if (files.Select(Csv.ReadText).Distinct().Take(2).Count() < 2)
        {
            if (files.Length > 0 && files[0] != target)
                NamedFile.Write(target, Csv.ReadText(files[0])); // Copied verbatim, whatever its layout.
            return;
        }
        List<string[]> rows = [];
        int own = 0;
        foreach (string file in files)
        {
            HashSet<string> known = [.. rows.Select(KeyOf)];
            rows.AddRange(RowsOf(file).Where(row => !known.Contains(KeyOf(row))));
            if (file == target)
                own = rows.Count;
        }
        if (rows.Count > own)
            NamedFile.Write(target, Text(rows));
    }

    private IEnumerable<string[]> RowsOf(string file) =>
        Csv.Read(file, Columns.AsSpan(0, Keys))
            .Where(row => Value is null || row[Value].Length > 0)
            .Select(row => Columns.Select(column => row[column]).ToArray());

    private string KeyOf(string[] row) => string.Join('\n', row.Take(Keys));
}
