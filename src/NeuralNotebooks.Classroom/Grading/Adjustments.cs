namespace NeuralNotebooks.Classroom;

/// <summary>What a teacher has entered in <c>adjust.csv</c>: marks by hand, corrections and penalties. Regrading leaves
/// it as it is.</summary>
/// <remarks>
/// A row is <c>student,task,points,comment</c>. The task is named as in the source, or as <c>assignment/task</c> if two
/// assignments have one of that name. Its points replace the task's, or with a sign (<c>+1</c>, <c>-0.5</c>) are added
/// to them. If the task is an assignment's name or empty, the points, with or without a sign, are a penalty on the
/// assignment, or on each of the student's.
/// </remarks>
public sealed class Adjustments
{
    /// <summary>The file's name in the folder of the results.</summary>
    public const string FileName = "adjust.csv";

    private readonly IReadOnlyList<Adjustment> _rows;
    private readonly HashSet<Adjustment> _used = [];

    private readonly DueDates _due;
    private readonly StudentList _students;

    private Adjustments(string folder, IReadOnlyList<Adjustment> rows) =>
        (_rows, _due, _students) = (rows, DueDates.Read(folder), StudentList.Read(folder));

    /// <summary>Reads the file of a folder; without one, nothing is adjusted.</summary>
    /// <exception cref="FormatException">A row cannot be parsed.</exception>
    public static Adjustments Read(string folder)
    {
        string path = Path.Combine(folder, FileName);
        return File.Exists(path)
            ? new(
                folder,
                [
                    .. Csv.Read(path, "student", "task", "points")
                        .Where(row => row["points"].Length > 0)
                        .Select(row => Parse(row, path)),
                ]
            )
            : new(folder, []);
    }

    /// <summary>The rows that have matched nothing so far, such as misspelt ones.</summary>
    public IEnumerable<string> Unused =>
        _rows
            .Where(row => !_used.Contains(row))
            .Select(row => $"{FileName}: {row.Student} has no graded task {row.Task}.");

    /// <summary>A submission's points, adjusted by what the teacher has entered.</summary>
    public SubmissionGrade Of(GradedSubmission submission)
    {
        string id = _students[submission.Student].Id;
        Adjustment[] own = [.. _rows.Where(row => row.Student == submission.Student || row.Student == id)];
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
            [.. submission.Tasks.Select(task => Of(task, [.. own.Where(row => row.AppliesTo(submission, task))]))],
            Points.Sum(penalties.Select(row => (Points)Math.Abs(row.Points)).Append(late)),
            $"{sentence} {Comments(penalties)}".Trim()
        )
        {
            Due = due,
        };
    }

    private static TaskGrade Of(GradedTask task, Adjustment[] rows)
    {
        TaskScore score = task.Score();
        Points points = rows.Aggregate(score.Points, (sum, row) => row.IsRelative ? sum + row.Points : row.Points);
        return new(task, score, points < 0 ? 0 : points, IsUnmarked: task.IsByHand && rows.Length == 0, Comments(rows));
    }

    private static string Comments(IEnumerable<Adjustment> rows) =>
        string.Join(" ", rows.Select(row => row.Comment).Where(comment => comment.Length > 0));

    private static Adjustment Parse(IReadOnlyDictionary<string, string> row, string path)
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
            row.GetValueOrDefault("comment", "")
        );
    }

    private sealed record Adjustment(string Student, string Task, decimal Points, bool IsRelative, string Comment)
    {
        public bool IsPenaltyFor(GradedSubmission submission) => Task.Length == 0 || Task == submission.Assignment;

        public bool AppliesTo(GradedSubmission submission, GradedTask task) =>
            Task == task.Name || Task == $"{submission.Assignment}/{task.Name}";
    }
}
