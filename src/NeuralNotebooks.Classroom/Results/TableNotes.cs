namespace NeuralNotebooks.Classroom;

/// <summary>Finds rows of the teacher's tables that have no effect or a surprising one, for example because of a
/// misspelt name.</summary>
internal sealed class TableNotes(GradingStore store, Adjustments adjustments)
{
    private const int MaxNames = 3;

    private readonly HashSet<Adjustment> _used = [];
    private readonly HashSet<string> _usedGroups = [];
    private readonly List<string> _tooMany = [], _changed = [];
    private readonly HashSet<SubmissionKey> _graded = [];

    private readonly List<(SubmissionKey Key, string Problem)> _timeless = [];

    /// <summary>The submissions whose results are not known here: those of other shards, and damaged ones. A row about
    /// one of them may have an effect.</summary>
    private readonly HashSet<SubmissionKey> _others =
        [.. store.List(), .. ShardFile.Read(store.Path)?.Submissions ?? []];

    /// <summary>The notes about the grades that have been added, which must be all of them.</summary>
    public IReadOnlyList<string> ToMessages() =>
        [
            .. adjustments.Rows.Where(row => !_used.Contains(row) && !IsOfAny(row.Student, _others))
                .Select(row => $"{Adjustments.FileName}: "
                    + (!IsStudent(row.Student) ? $"there is no student {row.Student}."
                    : row.Task.Length == 0 ? $"{row.Student} has no graded submission."
                    : $"{row.Student} has no graded task {row.Task}.")),
            .. _tooMany,
            .. _changed,
            .. adjustments.AcceptedGroups.Where(group => _others.Count == 0 && !_usedGroups.Contains(group))
                .Select(group =>
                    $"{Adjustments.AcceptFile}: no answer of a group {group} can be accepted. Expected the number "
                        + "of a group whose answers are the same values, from the page of the class."),
            .. DueDatesOfNobody(),
            .. _timeless.GroupBy(one => (one.Key.Assignment, one.Problem), one => one.Key.Folder)
                .Select(same => $"{NamesOf([.. same])}, {same.Key.Assignment}: {same.Key.Problem}"),
        ];

    public void Add(SubmissionGrade grade)
    {
        JudgedSubmission submission = grade.Submission;
        _graded.Add(submission.Key);
        _others.Remove(submission.Key);
        if (grade.Late.Problem.Length > 0)
            _timeless.Add((submission.Key, grade.Late.Problem));
        _used.UnionWith(adjustments.RowsOf(submission).Where(row => row.Concerns(submission)));
        _usedGroups.UnionWith(grade.Tasks.Select(task => task.AcceptedGroup).OfType<string>());
        foreach (TaskGrade task in grade.Tasks)
        {
            string named = $"{Adjustments.FileName}: {submission.Folder} has {task.Points} points for "
                + $"{task.Task.Name}, which is worth {task.Task.Points}";
            if (task.HasNewAnswer)
                _changed.Add(
                    $"{Adjustments.FileName}: {submission.Key}: the answer to {task.Task.Name} has changed since it "
                        + "was marked, so this mark does not count.");
            Points more = task.Points + task.Excess;
            if (task.Excess > 0)
                _tooMany.Add($"{named}, and not {more}: to give more, write {more}.");
            else if (task.Points > task.Task.Points)
                _tooMany.Add($"{named}.");
        }
    }

    private static string NamesOf(string[] students) =>
        string.Join(", ", students.Take(MaxNames))
        + (students.Length > MaxNames ? Invariant($" and {students.Length - MaxNames} more") : "");

    private IEnumerable<SubmissionKey> Known => _graded.Concat(_others);

    private bool IsStudent(string name) => adjustments.Students.Ids.Contains(new(name)) || IsOfAny(name, Known);

    private bool IsOfAny(string name, IEnumerable<SubmissionKey> submissions) =>
        submissions.Any(key => adjustments.Students.IsNameOf(name, key.Folder));

    private IEnumerable<string> DueDatesOfNobody()
    {
        foreach (CsvRow row in Csv.Read(Path.Combine(store.Path, DueDates.FileName)))
        {
            (string assignment, string student) = (row["assignment"], row["student"]);
            if (assignment.Length > 0 && !Known.Any(key => key.Assignment == assignment))
                yield return $"{DueDates.FileName}: no assignment {assignment} is graded.";
            if (student.Length > 0 && !IsStudent(student))
                yield return $"{DueDates.FileName}: there is no student {student}.";
        }
    }
}
