namespace NeuralNotebooks.Classroom;

/// <summary>A class's results in one assignment, collected from one submission after the other. It does not store the
/// values, so that a large class fits into memory.</summary>
internal sealed class AssignmentReport(string name)
{
    private readonly List<TaskReport> _tasks = [];
    private readonly List<StudentRow> _students = [];
    private readonly List<(string Hash, string Student, string Group)> _codes = [];

    public string Name { get; } = name;

    public IReadOnlyList<TaskReport> Tasks => _tasks;

    public IEnumerable<StudentRow> Students => _students.OrderBy(row => row.Student, StringComparer.Ordinal);

    public List<(string Student, string Problem)> Unread { get; } = [];

    public List<(string Student, string Note)> Notes { get; } = [];

    /// <summary>The students of different groups whose whole code is equal, letter by letter.</summary>
    public IEnumerable<IEnumerable<string>> SameCode =>
        _codes.GroupBy(code => code.Hash).Where(same => same.DistinctBy(code => code.Group).Count() > 1)
            .Select(same => same.Select(code => code.Student));

    public Points MaxScore { get; private set; }

    public void Add(SubmissionGrade grade, string group)
    {
        JudgedSubmission submission = grade.Submission;
        MaxScore = submission.MaxPoints;
        if (!string.IsNullOrWhiteSpace(submission.Code))
            _codes.Add((
                HexHash.Of(submission.Code), submission.Folder,
                group.Length > 0 ? $"group {group}" : submission.Folder));
        Notes.AddRange(
            submission.Notes.Where(note => note.For != NoteReaders.Student).Select(note => note.Text)
                .Append(grade.Late.Problem)
                .Where(text => text.Length > 0).Select(text => (submission.Folder, text)));
        if (submission.Problem is { } problem)
            Unread.Add((submission.Folder, problem));
        foreach (TaskGrade task in submission.Problem is null ? grade.Tasks : [])
        {
            TaskReport? report = _tasks.Find(report => report.Name == task.Task.Name);
            if (report is null)
                _tasks.Add(report = new(Name, task.Task));
            report.Add(submission.Folder, task);
        }
        _students.Add(new(
            submission.Folder, grade.IsComplete ? grade.Score : null,
            grade.Tasks.Where(task => !task.IsUnmarked).ToDictionary(task => task.Task.Name, task => task.Points),
            !grade.IsComplete ? "not marked" : grade.Score is null ? "not graded" : ""));
    }

    public void AddAbsent(IEnumerable<string> students)
    {
        HashSet<string> present = [.. _students.Select(row => row.Student)];
        foreach (string student in students.Where(present.Add))
            _students.Add(new(student, null, new Dictionary<string, Points>(), StudentRow.NotSubmitted));
    }
}

/// <param name="Score">The score, minus any penalty; null if there is none.</param>
/// <param name="State">Why there is no score; empty if there is one.</param>
internal sealed record StudentRow(
    string Student, Points? Score, IReadOnlyDictionary<string, Points> Tasks, string State)
{
    public const string NotSubmitted = "not submitted";
}
