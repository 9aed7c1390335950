namespace NeuralNotebooks.Classroom;

/// <summary>The table of durations.</summary>
internal static class TimesTable
{
    public const string Columns = "assignment,student_id,seconds,cpu_seconds";

    /// <summary>The table as CSV.</summary>
    /// <param name="submissions">The submissions, in the order of the rows.</param>
    /// <param name="durations">The durations of submissions graded in this run.</param>
    /// <param name="path">The existing file, whose times the other submissions keep.</param>
    /// <param name="note">Receives a message if that file is damaged.</param>
    public static string ToCsv(
        IEnumerable<SubmissionKey> submissions,
        IReadOnlyDictionary<SubmissionKey, (TimeSpan Duration, TimeSpan Cpu)> durations, string path,
        Action<string> note)
    {
        Dictionary<SubmissionKey, string[]> before = Read(path, note);
        return Csv.Write(submissions.Select(Row), Columns);

        string[] Row(SubmissionKey key)
        {
            SubmissionKey written = new(Csv.Text(key.Student), Csv.Text(key.Assignment));
            string[] times = durations.TryGetValue(key, out var took)
                ? [Seconds(took.Duration), Seconds(took.Cpu)]
                : before.GetValueOrDefault(written, ["", ""]);
            return [written.Assignment, written.Student, .. times];
        }
    }

    private static Dictionary<SubmissionKey, string[]> Read(string path, Action<string> note)
    {
        try
        {
            return Csv.Read(path, Columns.Split(','))
                .GroupBy(row => new SubmissionKey(row["student_id"], row["assignment"]))
                .ToDictionary(rows => rows.Key, rows => new[] { rows.First()["seconds"], rows.First()["cpu_seconds"] });
        }
        catch (FormatException)
        {
            note($"{path} was damaged. It is written again, without the times of earlier runs.");
            return [];
        }
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);
}
