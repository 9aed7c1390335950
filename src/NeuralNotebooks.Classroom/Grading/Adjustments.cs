namespace NeuralNotebooks.Classroom;

/// <summary>What a teacher has entered in <c>adjust.csv</c>: marks by hand, corrections and penalties; and in
/// <c>accept.csv</c>: wrong answers that are right after all. Regrading leaves both as they are.</summary>
/// <remarks>
/// A row is <c>student,task,points,comment</c>. The task is named as in the source, or as <c>assignment/task</c> if two
/// assignments have one of that name. Its points replace the task's, or with a sign (<c>+1</c>, <c>-0.5</c>) are added
/// to them. If the task is an assignment's name or empty, the points, with or without a sign, are a penalty on the
/// assignment, or on each of the student's.
/// A row of <c>accept.csv</c> is <c>group,comment</c>: whoever gave the answer of that group earns the probes that it
/// lost. It must be the same in every lost probe, and a value.
/// </remarks>
public sealed class Adjustments
{
    /// <summary>The file's name in the folder of the results.</summary>
    public const string FileName = "adjust.csv";

    /// <summary>The name of the file with the groups that are accepted.</summary>
    public const string Accepted = "accept.csv";

    /// <summary>The columns of both.</summary>
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

    /// <summary>Reads the files of a folder; without them, nothing is adjusted.</summary>
    /// <exception cref="FormatException">A row cannot be parsed.</exception>
    public static Adjustments Read(string folder) => new(folder);

    /// <summary>The rows that have matched nothing so far, such as misspelt ones.</summary>
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

    /// <summary>A submission's points, adjusted by what the teacher has entered.</summary>
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
