namespace NeuralNotebooks.Classroom;

/// <summary>Changes the rows of <c>adjust.csv</c> that are the marks of an answer. Other rows and further columns stay
/// as they are.</summary>
internal sealed class MarkRows(string folder, StudentList students)
{
    /// <param name="others">Other assignments of a student that have a task of this name.</param>
    public void Write(
        string task, IEnumerable<(JudgedSubmission Submission, Mark Mark)> marks,
        Func<string, JudgedSubmission, IEnumerable<string>> others)
    {
        string path = Path.Combine(folder, Adjustments.FileName);
        IReadOnlyList<CsvRow> read = Csv.Read(path);
        string[] columns = [.. (read.Count > 0 ? read[0].Names : []).Union(Adjustments.MarkColumns.Split(','))];
        List<Dictionary<string, string>> rows =
            [.. read.Select(row => columns.ToDictionary(column => column, column => row[column]))];
        foreach ((JudgedSubmission submission, Mark mark) in marks)
        {
            bool IsMark(Dictionary<string, string> row) => students.IsNameOf(row["student"], submission.Folder)
                && Adjustment.IsNameOf(row["task"], submission.Assignment, task);
            Dictionary<string, string>[] old = [.. rows.Where(IsMark)];
            int place = old.Length > 0 ? rows.IndexOf(old[0]) : rows.Count;
            rows.RemoveAll(IsMark);
            string[] also = [.. others(task, submission)];
            // A row that names the task alone also counts for other assignments.
            rows.InsertRange(
                place,
                from row in old
                where row["task"] == task
                from assignment in also
                select new Dictionary<string, string>(row) { ["task"] = $"{assignment}/{task}" });
            // The name in an old row stays if it is unambiguous, so that merging parts again finds the row.
            if (mark is not { Points: null, Comment: "" })
                rows.Insert(
                    place,
                    new(old.FirstOrDefault() ?? columns.ToDictionary(column => column, _ => ""))
                    {
                        ["student"] = Csv.Text(submission.Folder),
                        ["task"] = old.Length > 0 && also.Length == 0
                            ? old[0]["task"] : $"{submission.Assignment}/{task}",
                        ["points"] = mark.Points is { } points ? $"{(Points)points}" : "",
                        ["comment"] = mark.Comment,
                        ["answer"] = submission.Tasks.First(one => one.Name == task).AnswerId,
                    });
        }
        // By its byte order mark, spreadsheets recognize UTF-8.
        NamedFile.Write(
            path,
            '\uFEFF' + Csv.Write(
                rows.Select(row => columns.Select(column => row[column])).Prepend(columns),
                separator: read.Count > 0 ? read[0].Separator : ','));
    }
}

/// <param name="Points">The points; null if there are none yet.</param>
public sealed record Mark(decimal? Points, string Comment);
