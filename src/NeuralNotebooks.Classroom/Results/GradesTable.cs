namespace NeuralNotebooks.Classroom;

/// <summary>The table of grades, with the columns of nbgrader's export.</summary>
internal sealed class GradesTable(StudentList students)
{
    private const string Columns =
        "assignment,duedate,timestamp,student_id,last_name,first_name,email,"
        + "raw_score,late_submission_penalty,score,max_score";

    private readonly List<(SubmissionKey Key, string[] Values)> _rows = [];
    private readonly Dictionary<string, Points> _maxScores = [];

    /// <param name="hasScore">Whether the row has the points.</param>
    public void Add(SubmissionGrade grade, bool hasScore)
    {
        JudgedSubmission submission = grade.Submission;
        _maxScores.TryAdd(submission.Assignment, submission.MaxPoints);
        Add(
            submission.Key, students.Of(submission.Folder, submission.Id),
            [Csv.Text(grade.Late.Due), Csv.Text(submission.Timestamp)],
            [
                hasScore ? $"{grade.RawScore}" : "", grade.Penalty.ToString(), hasScore ? $"{grade.Score}" : "",
                submission.MaxPoints.ToString(),
            ]);
    }

    /// <summary>Adds rows without a score, for students of the class who have not submitted an assignment.</summary>
    public void AddAbsent(Shard part)
    {
        foreach ((string assignment, Points max) in _maxScores)
        {
            HashSet<string> present =
                [.. _rows.Where(row => row.Key.Assignment == assignment).Select(row => row.Key.Folder)];
            foreach (string folder in students.Ids.Select(students.FolderOf).Where(part.Has).Where(present.Add))
                Add(new(folder, assignment), students.Of(folder), ["", ""], ["", "", "", max.ToString()]);
        }
    }

    public string ToCsv() =>
        Csv.Write(_rows.OrderBy(row => row.Key, SubmissionKey.Ordinal).Select(row => row.Values), Columns);

    private void Add(SubmissionKey key, Student student, string[] dates, string[] points) =>
        _rows.Add((key,
            [
                Csv.Text(key.Assignment), .. dates, Csv.Text(student.Id.Text), Csv.Text(student.LastName),
                Csv.Text(student.FirstName), Csv.Text(student.Email), .. points,
            ]));
}
