namespace NeuralNotebooks.Classroom;

/// <summary>The adjustments that a teacher has entered: marks by hand, corrections and penalties in <c>adjust.csv</c>,
/// and groups of answers to accept as correct in <c>accept.csv</c>. Regrading does not change the two files.</summary>
/// <remarks>A row is <c>student,task,points,comment</c>. The task is named as in the source, or as
/// <c>assignment/task</c> if two assignments have a task of that name. Points without a sign replace the task's
/// points. Points with a sign (<c>+1</c>, <c>-0.5</c>) are added to them, up to the task's; a row without points
/// adds its comment. If the task is the name of an assignment, the absolute value of the points is a penalty on
/// that assignment. If the task is empty, it is a penalty on each of the student's assignments. A row of
/// <c>accept.csv</c> is <c>group,comment</c>: students of that group of equal answers earn the points of the probes
/// that they lost. A group can be accepted only if every lost probe has a value. A row with the id of an
/// <c>answer</c>, which the marking page writes, counts only for this answer.</remarks>
public sealed class Adjustments
{
    public const string FileName = "adjust.csv", AcceptFile = "accept.csv";

    internal const string Columns = "student,task,points,comment", AcceptedColumns = "group,comment",
        MarkColumns = Columns + ",answer";

    private readonly Adjustment[] _rows;
    private readonly Dictionary<string, string> _comments;
    private readonly DueDates _due;

    private Adjustments(string folder)
    {
        string path = Path.Combine(folder, FileName);
        _rows =
        [
            .. Csv.Read(path, "student", "task", "points").Where(row => $"{row["points"]}{row["comment"]}".Length > 0)
                .Select(row => Adjustment.Parse(row, path)),
        ];
        _comments = Csv.Read(Path.Combine(folder, AcceptFile), "group").Where(row => row["group"].Length > 0)
            .DistinctBy(row => row["group"])
            .ToDictionary(row => row["group"], row => row["comment"]);
        (_due, Students) = (DueDates.Read(folder), StudentList.Read(folder));
    }

    internal static Adjustments Read(string folder) => new(folder);

    internal StudentList Students { get; }

    internal IReadOnlyList<Adjustment> Rows => _rows;

    internal IEnumerable<string> AcceptedGroups => _comments.Keys;

    internal IEnumerable<Adjustment> RowsOf(JudgedSubmission submission) =>
        _rows.Where(row => Students.IsNameOf(row.Student, submission.Folder));

    internal SubmissionGrade GradeOf(JudgedSubmission submission)
    {
        Adjustment[] own = [.. RowsOf(submission)], penalties = [.. own.Where(row => row.IsPenaltyFor(submission))];
        if (penalties.FirstOrDefault(row => row is { IsRelative: true, Points: > 0 }) is { } bonus)
            throw new TableException(
                $"{FileName}: {bonus.Student}: +{bonus.Points} without a task would be a penalty. Write {bonus.Points} "
                    + "for a penalty; for a bonus, name a task.");
        Lateness late = _due.Of(submission, Students);
        return new(
            submission,
            [
                .. from task in submission.Tasks
                let rows = own.Where(row => row.AppliesTo(submission, task)).ToArray()
                where submission.Problem is null || rows.Length > 0
                select GradeOf(submission, task, rows),
            ],
            Points.Sum(penalties.Select(row => (Points)Math.Abs(row.Points ?? 0)).Append(late.Penalty)),
            $"{late.Sentence} {Comments(penalties)}".Trim())
        {
            Late = late,
        };
    }

    private TaskGrade GradeOf(JudgedSubmission submission, JudgedTask task, Adjustment[] rows)
    {
        TaskScore score = task.Score();
        int all = rows.Length;
        rows = [.. rows.Where(row => !row.IsOutdated(submission, task))];
        string? group = AcceptedGroup(submission, task, score);
        if (group is not null)
        {
            var full = Points.Sum(task.Probes.Select(probe => probe.Probe.Points));
            score = new(full, new Difference?[task.Probes.Count], []);
        }
        Points points = score.Points, excess = 0;
        foreach (Adjustment row in rows)
        {
            Points sum = (row.IsRelative ? points : 0) + (row.Points ?? 0);
            Points most = !row.IsRelative ? sum : points < task.Points ? task.Points : points;
            (points, excess) = sum > most ? (most, excess + (sum - most)) : (sum, excess);
        }
        return new(
            task, score, points < 0 ? 0 : points,
            IsUnmarked: task is { IsByHand: true, Submitted: not null } && rows.All(row => row.Points is null),
            Comments(rows, group is null ? "" : _comments[group]))
        {
            AcceptedGroup = group,
            Excess = excess,
            HasNewAnswer = rows.Length < all,
        };
    }

    private string? AcceptedGroup(JudgedSubmission submission, JudgedTask task, TaskScore score) =>
        _comments.Count == 0 || !AnswerKeys.IsAcceptable(score)
            ? null
            : AnswerKeys.Of(submission.Assignment, task, score).FirstOrDefault(_comments.ContainsKey);

    private static string Comments(IEnumerable<Adjustment> rows, string first = "") =>
        string.Join(" ", rows.Select(row => row.Comment).Prepend(first).Where(comment => comment.Length > 0));
}
