namespace NeuralNotebooks.Classroom;

/// <summary>The adjustments that a teacher has entered: marks by hand, corrections and penalties in <c>adjust.csv</c>,
/// and groups of answers to accept as correct in <c>accept.csv</c>. Regrading does not change the two files.</summary>
/// <remarks>
/// A row is <c>student,task,points,comment</c>. The task is named as in the source, or as <c>assignment/task</c> if two
/// assignments have a task of that name. Points without a sign replace the task's points. Points with a sign
/// (<c>+1</c>, <c>-0.5</c>) are added to them. If the task is the name of an assignment, the absolute value of the
/// points is a penalty on that assignment. If the task is empty, it is a penalty on each of the student's assignments.
/// A row of <c>accept.csv</c> is <c>group,comment</c>: students of that group of equal answers earn the points of the
/// probes that they lost. A group can be accepted only if every lost probe has a value.
/// </remarks>
public sealed class Adjustments
{
    /// <summary>The name of the file with the adjustments, in the folder of the results.</summary>
    public const string FileName = "adjust.csv";

    /// <summary>The name of the file with the accepted groups of answers.</summary>
    public const string Accepted = "accept.csv";

    /// <summary>The columns of the two files.</summary>
    internal const string Columns = "student,task,points,comment", AcceptedColumns = "group,comment";

    private readonly Adjustment[] _rows;
    private readonly Dictionary<string, string> _comments;
    private readonly HashSet<Adjustment> _used = [];
    private readonly HashSet<string> _usedGroups = [];

    private readonly DueDates _due;
    private readonly StudentList _students;

    private Adjustments(string folder)
    {
        string path = Path.Combine(folder, FileName);
        _rows =
        [
            .. Csv.Read(path, "student", "task", "points")
                .Where(row => row["points"].Length > 0)
                .Select(row => Parse(row, path)),
        ];
        _comments = Csv.Read(Path.Combine(folder, Accepted), "group")
            .Where(row => row["group"].Length > 0)
            .DistinctBy(row => row["group"])
            .ToDictionary(row => row["group"], row => row["comment"]);
        (_due, _students) = (DueDates.Read(folder), StudentList.Read(folder));
    }

    /// <summary>Reads the files of a folder. Without files, there are no adjustments.</summary>
    /// <exception cref="FormatException">A row cannot be parsed.</exception>
    public static Adjustments Read(string folder) => new(folder);

    /// <summary>Messages about rows that have matched no submission so far, for example because of a misspelt
    /// name.</summary>
    public IEnumerable<string> Unused =>
        _rows
            .Where(row => !_used.Contains(row))
            .Select(row => $"{FileName}: {row.Student} has no graded task {row.Task}.")
            .Concat(
                _comments
                    .Keys.Where(group => !_usedGroups.Contains(group))
                    .Select(group =>
                        $"{Accepted}: no answer of a group {group} can be accepted. Expected the number of a group "
                            + "whose answers are the same values, from the page of the class."
                    )
            );

    /// <summary>Computes a submission's points with the teacher's adjustments.</summary>
    public SubmissionGrade Of(GradedSubmission submission)
    {
        string asWritten = Csv.Text(submission.Student), id = _students[submission.Student].Id;
        Adjustment[] own =
        [
            .. _rows.Where(row => row.Student == submission.Student || row.Student == asWritten || row.Student == id),
        ];
        _used.UnionWith(
            own.Where(row =>
                row.IsPenaltyFor(submission)
                || submission.Problem is not null
                || submission.Tasks.Any(task => row.AppliesTo(submission, task))
            )
        );
        Adjustment[] penalties = [.. own.Where(row => row.IsPenaltyFor(submission))];
        (string due, Points late, string sentence) = _due.Of(submission, id);
        return new(
            submission,
            [
                .. submission.Tasks.Select(task =>
                    Of(submission, task, [.. own.Where(row => row.AppliesTo(submission, task))])
                ),
            ],
            Points.Sum(penalties.Select(row => (Points)Math.Abs(row.Points)).Append(late)),
            $"{sentence} {Comments(penalties)}".Trim()
        )
        {
            Due = due,
        };
    }

    private TaskGrade Of(GradedSubmission submission, GradedTask task, Adjustment[] rows)
    {
        TaskScore score = task.Score();
        string? group = AcceptedGroup(submission, task, score);
        if (group is not null)
            score = new(Points.Sum(task.Probes.Select(probe => probe.Points)), new Difference?[task.Probes.Count], []);
        Points points = rows.Aggregate(score.Points, (sum, row) => row.IsRelative ? sum + row.Points : row.Points);
        return new(
            task,
            score,
            points < 0 ? 0 : points,
            IsUnmarked: task.IsByHand && rows.Length == 0,
            Comments(rows, group is null ? "" : _comments[group])
        )
        {
            AcceptedGroup = group,
        };
    }

    private string? AcceptedGroup(GradedSubmission submission, GradedTask task, TaskScore score)
    {
        if (_comments.Count == 0 || !AnswerPattern.IsAcceptable(score))
            return null;
        string? group = AnswerPattern
            .Of(submission.Assignment, task, score)
            .Where(pattern => pattern.Relation != Relation.Kind)
            .Select(pattern => pattern.Key)
            .FirstOrDefault(_comments.ContainsKey);
        if (group is not null)
            _usedGroups.Add(group);
        return group;
    }

    private static string Comments(IEnumerable<Adjustment> rows, string first = "") =>
        string.Join(" ", rows.Select(row => row.Comment).Prepend(first).Where(comment => comment.Length > 0));

    private static Adjustment Parse(CsvRow row, string path)
    {
        string text = row["points"].Replace(',', '.');
        if (
            !decimal.TryParse(
                text,
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out decimal points
            )
        )
            throw new FormatException(
                $"{path}: {row["student"]}, {row["task"]}: expected a number of points, such as 1.5, and not "
                    + $"{row["points"]}."
            );
        return new(
            row["student"],
            row["task"],
            points,
            IsRelative: text[0] is '+' or '-',
            row["comment"]
        );
    }

    private sealed record Adjustment(string Student, string Task, decimal Points, bool IsRelative, string Comment)
    {
        public bool IsPenaltyFor(GradedSubmission submission) => Task.Length == 0 || Task == submission.Assignment;

        public bool AppliesTo(GradedSubmission submission, GradedTask task) =>
            Task == task.Name || Task == $"{submission.Assignment}/{task.Name}";
    }
}
