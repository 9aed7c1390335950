namespace NeuralNotebooks.Classroom;

/// <summary>A class's results in one assignment, collected from one submission after the other. It does not store the
/// values, so that a large class fits into memory.</summary>
/// <param name="name">The assignment's name.</param>
internal sealed class AssignmentReport(string name)
{
    private readonly List<TaskReport> _tasks = [];

    public string Name { get; } = name;

    public IReadOnlyList<TaskReport> Tasks => _tasks;

    /// <summary>The graded students, with the points of each task.</summary>
    public List<StudentRow> Students { get; } = [];

    /// <summary>The students whose submissions could not be graded, and why.</summary>
    public List<(string Student, string Problem)> Unread { get; } = [];

    /// <summary>Notes for the teacher only, for example about several folders of one student.</summary>
    public List<(string Student, string Note)> Notes { get; } = [];

    /// <summary>The questions about the students' code.</summary>
    public QuestionReport Questions { get; } = new();

    public Points MaxScore { get; private set; }

    public void Add(SubmissionGrade grade)
    {
        JudgedSubmission submission = grade.Submission;
        MaxScore = submission.MaxPoints;
        Notes.AddRange(
            submission.Notes.Where(note => note.IsForTeacher).Select(note => (submission.Student, note.Text))
        );
        if (submission.Problem is { } problem)
        {
            Unread.Add((submission.Student, problem));
            return;
        }

        foreach (TaskGrade task in grade.Tasks)
        {
            TaskReport? report = _tasks.Find(report => report.Name == task.Task.Name);
            if (report is null)
            {
                report = new(Name, task.Task);
                _tasks.Add(report);
            }
            report.Add(submission.Student, task, (double)grade.RawScore!.Value - (double)task.Points);
            Questions.Add(task.Task);
        }

        Students.Add(new(submission.Student, grade.Score!.Value, [.. grade.Tasks.Select(task => task.Points)]));
    }
}

/// <summary>A student's points.</summary>
/// <param name="Student">The student's id.</param>
/// <param name="Score">The score, minus any penalty.</param>
/// <param name="Tasks">The points of each task.</param>
internal sealed record StudentRow(string Student, Points Score, IReadOnlyList<Points> Tasks);
