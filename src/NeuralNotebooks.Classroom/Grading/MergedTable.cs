namespace NeuralNotebooks.Classroom;

/// <summary>A table beside the results of each part of a class: times, the class list, and what the teacher has
/// entered.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Head">Its columns.</param>
/// <param name="Keys">How many of them, from the first, form a row's key. All rows with the same key come from one
/// file, the first that has any.</param>
/// <param name="Value">The column without which a row carries no information; null if every row does.</param>
internal sealed record MergedTable(string Name, string Head, int Keys, string? Value = null)
{
    private string[] Columns => Head.Split(',');

    private static readonly MergedTable[] _all =
    [
        new(ResultFiles.Times, ResultFiles.TimesColumns, Keys: 2),
        new(StudentList.FileName, "id,last_name,first_name,email,folder,group", Keys: 1),
        new(StudentList.NamesFile, StudentList.NamesColumns, Keys: 1),
        new(DueDates.FileName, DueDates.Columns, Keys: 2),
        new(Adjustments.FileName, "student,task,points,comment", Keys: 2),
        new(Adjustments.Accepted, "group,comment", Keys: 1),
        new(ResultFiles.Sentences, "assignment,task,group,students,sentence", Keys: 3, Value: "sentence"),
    ];

    /// <summary>Adds the parts' rows to the output's, which take precedence: they may have been edited since.</summary>
    /// <exception cref="FormatException">A table does not name its columns.</exception>
    public static void WriteAll(string output, IEnumerable<string> parts)
    {
        File.Delete(Path.Combine(output, ResultFiles.Times));
        foreach (MergedTable table in _all)
            table.Write([output, .. parts]);
    }

    private void Write(IReadOnlyList<string> folders)
    {
        string target = Path.Combine(folders[0], Name);
        string[] files = [.. folders.Select(folder => Path.Combine(folder, Name)).Where(File.Exists)];
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
            NamedFile.Write(target, Csv.Write(rows.Prepend(Columns)));
    }

    private IEnumerable<string[]> RowsOf(string file) =>
        Csv.Read(file, Columns.AsSpan(0, Keys))
            .Where(row => Value is null || row[Value].Length > 0)
            .Select(row => Columns.Select(column => row[column]).ToArray());

    private string KeyOf(string[] row) => string.Join('\n', row.Take(Keys));
}
