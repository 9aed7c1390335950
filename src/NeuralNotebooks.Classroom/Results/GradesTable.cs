namespace NeuralNotebooks.Classroom;

/// <summary>The table of grades, with the columns of nbgrader's export.</summary>
/// <param name="students">The class.</param>
internal sealed class GradesTable(StudentList students)
{
    private const string Columns =
        "assignment,duedate,timestamp,student_id,last_name,first_name,email,"
        + "raw_score,late_submission_penalty,score,max_score";

    private readonly List<Row> _rows = [];

    /// <summary>Adds the row of a submission.</summary>
    public void Add(SubmissionGrade grade)
    {
        JudgedSubmission submission = grade.Submission;
        _rows.Add(
            new(submission.Key, students[submission.Student], submission.MaxPoints)
            {
                Due = grade.Due,
                Timestamp = submission.Timestamp,
                RawScore = grade.RawScore?.ToString() ?? "",
                Penalty = grade.Penalty.ToString(),
                Score = grade.Score?.ToString() ?? "",
            });
    }

    /// <summary>Adds rows without a score, for students of the class who have not submitted an assignment.</summary>
    /// <param name="part">The part of the class that the table contains.</param>
    public void AddAbsent(Shard part)
    {
        foreach (var assignment in _rows.GroupBy(row => row.Key.Assignment).ToArray())
        {
            HashSet<string> present = [.. assignment.Select(row => row.Student.Id)];
            _rows.AddRange(
                from id in students.Ids
                where !present.Contains(id)
                let name = students.NameInResults(id)
                where part.Has(name)
                select new Row(new(name, assignment.Key), students[id], assignment.First().MaxScore));
        }
    }

    /// <summary>The table as CSV, by assignment, then student, ordinally.</summary>
    public string ToCsv() =>
        Csv.Write(_rows.OrderBy(row => row.Key, SubmissionKey.Ordinal).Select(row => row.Values), Columns);

    /// <summary>The grade of a student in an assignment.</summary>
    /// <param name="Key">The submission, with the student's name in the results.</param>
    /// <param name="Student">The student.</param>
    /// <param name="MaxScore">The points of the assignment.</param>
    private sealed record Row(SubmissionKey Key, Student Student, Points MaxScore)
    {
        public string Due { get; init; } = "";

        public string Timestamp { get; init; } = "";

        public string RawScore { get; init; } = "";

        public string Penalty { get; init; } = "";

        public string Score { get; init; } = "";

        /// <summary>The values in the order of the columns.</summary>
        public string[] Values =>
            [
                Csv.Text(Key.Assignment),
                Csv.Text(Due),
                Csv.Text(Timestamp),
                Csv.Text(Student.Id),
                Csv.Text(Student.LastName),
                Csv.Text(Student.FirstName),
                Csv.Text(Student.Email),
                RawScore,
                Penalty,
                Score,
                MaxScore.ToString(),
            ];
    }
}
