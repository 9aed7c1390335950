namespace NeuralNotebooks.Classroom;

/// <summary>The teacher's sentences for all who gave the same answer: <c>sentences.csv</c> in the folder of the
/// results.</summary>
/// <remarks>
/// A row is <c>assignment,task,group,students,sentence</c>. Grading writes a row for each group of equal wrong answers,
/// the teacher fills in the sentence. Regrading recounts the students and keeps every sentence, even if its group has
/// become empty.
/// </remarks>
public sealed class Sentences
{
    /// <summary>The file's name in the folder of the results.</summary>
    public static string FileName => CsvTable.Sentences.Name;

    private readonly Dictionary<(string Assignment, string Task, string Group), string> _texts = [];

    private Sentences(string folder)
    {
        foreach (CsvRow row in CsvTable.Sentences.Read(folder))
            if (row["sentence"].Length > 0)
                _texts[(row["assignment"], row["task"], row["group"])] = row["sentence"];
    }

    /// <summary>Reads the file of a folder; without one, there are no sentences.</summary>
    /// <exception cref="FormatException">The first line does not name the columns.</exception>
    public static Sentences Read(string folder) => new(folder);

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => _texts.Count == 0;

    /// <summary>The sentence for a group; null if there is none.</summary>
    internal string? For(TaskReport task, AnswerGroup group) =>
        _texts.GetValueOrDefault((task.Assignment, task.Name, group.Pattern.Key));

    /// <summary>The groups of a task that have a sentence.</summary>
    internal IReadOnlySet<string> GroupsOf(TaskReport task) =>
        _texts
            .Keys.Where(key => key.Assignment == task.Assignment && key.Task == task.Name)
            .Select(key => key.Group)
            .ToHashSet();

    /// <summary>Rewrites the file: a row for each group, and one for each sentence whose group is now empty.</summary>
    internal void Write(string folder, IReadOnlyList<(TaskReport Task, AnswerGroup Group)> groups)
    {
        var counts = groups.ToDictionary(
            entry => (entry.Task.Assignment, entry.Task.Name, entry.Group.Pattern.Key),
            entry => entry.Group.Answers.Count
        );
        string table = CsvTable.Sentences.Text(
            counts
                .Keys.Concat(_texts.Keys.Except(counts.Keys).OrderBy(key => $"{key}", StringComparer.Ordinal))
                .Select(key =>
                    new[]
                    {
                        key.Item1,
                        key.Item2,
                        key.Item3,
                        counts.GetValueOrDefault(key).ToString(CultureInfo.InvariantCulture),
                        _texts.GetValueOrDefault(key, ""),
                    }
                )
        );
        // By the byte order mark, spreadsheets know that the letters are in UTF-8.
        NamedFile.Write(CsvTable.Sentences.In(folder), Ascii.IsValid(table) ? table : "\uFEFF" + table);
    }
}
