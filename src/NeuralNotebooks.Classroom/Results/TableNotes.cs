namespace NeuralNotebooks.Classroom;

/// <summary>Finds rows of the teacher's tables that have no effect or a surprising one, for example because of a
/// misspelt name.</summary>
/// <param name="store">The results, in whose folder the tables are.</param>
/// <param name="students">The class.</param>
internal sealed class TableNotes(GradingStore store, StudentList students, Adjustments adjustments)
{
    private readonly HashSet<Adjustment> _used = [];
    private readonly HashSet<string> _usedGroups = [];
    private readonly List<string> _tooMany = [];
    private readonly HashSet<SubmissionKey> _known =
        [.. store.List(), .. ShardFile.Read(store.Path)?.Submissions ?? []];

    /// <summary>The notes. They are complete when all grades have been added.</summary>
    public IEnumerable<string> Messages =>
        [
            .. adjustments.Rows.Where(row => !_used.Contains(row))
                .Select(row => $"{Adjustments.FileName}: "
                    + (!IsStudent(row.Student) ? $"there is no student {row.Student}."
                    : row.Task.Length == 0 ? $"{row.Student} has no graded submission."
                    : $"{row.Student} has no graded task {row.Task}.")),
            .. _tooMany,
            .. adjustments.AcceptedGroups.Where(group => !_usedGroups.Contains(group))
                .Select(group =>
                    $"{Adjustments.Accepted}: no answer of a group {group} can be accepted. Expected the number "
                        + "of a group whose answers are the same values, from the page of the class."),
            .. DueDatesOfNobody(),
        ];

    /// <summary>Records the rows that a grade has used.</summary>
    public void Add(SubmissionGrade grade)
    {
        JudgedSubmission submission = grade.Submission;
        _known.Add(submission.Key);
        _used.UnionWith(adjustments.RowsOf(submission).Where(row => row.Concerns(submission)));
        _usedGroups.UnionWith(grade.Tasks.Select(task => task.AcceptedGroup).OfType<string>());
        foreach (TaskGrade task in grade.Tasks.Where(task => task.Points > task.Task.Points))
            _tooMany.Add(
                $"{Adjustments.FileName}: {submission.Student} has {task.Points} points for {task.Task.Name}, which is "
                    + $"worth {task.Task.Points}.");
    }

    private bool IsStudent(string name) =>
        students.Ids.Contains(name) || _known.Any(key => students.IsNameOf(name, key.Student));

    /// <summary>Rows of <c>due.csv</c> about students or assignments that are not graded.</summary>
    private IEnumerable<string> DueDatesOfNobody()
    {
        HashSet<string> ids = [.. students.Ids, .. _known.Select(key => students[key.Student].Id)],
            assignments = [.. _known.Select(key => key.Assignment)];
        foreach (CsvRow row in Csv.Read(Path.Combine(store.Path, DueDates.FileName)))
        {
            (string assignment, string student) = (row["assignment"], row["student"]);
            if (assignment.Length > 0 && !assignments.Contains(assignment))
                yield return $"{DueDates.FileName}: no assignment {assignment} is graded.";
            if (student.Length > 0 && !ids.Contains(student))
                yield return $"{DueDates.FileName}: there is no student {student}.";
        }
    }
}
