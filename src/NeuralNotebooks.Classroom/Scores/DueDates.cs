namespace NeuralNotebooks.Classroom;

/// <summary>Due dates, extensions and penalties for late submissions, from <c>due.csv</c>.</summary>
/// <remarks>A row is <c>assignment,student,due,penalty,submitted</c>. A row without a student applies to the whole
/// class. A row with a student grants an extension, or gives the time of submission that a learning platform reports.
/// The penalty is deducted for each day or part of a day: points, or a percentage of the assignment's points such as
/// <c>10%</c>. Times are written as <c>2026-11-30 23:59 Europe/Berlin</c>, or in another form that
/// <see cref="WrittenTime"/> reads. A date without a time means the end of that day, and a time in minutes the end of
/// its minute.</remarks>
public sealed partial class DueDates
{
    public const string FileName = "due.csv";

    internal const string Columns = "assignment,student,due,penalty,submitted";

    private readonly IReadOnlyList<CsvRow> _rows;

    private DueDates(string folder)
    {
        string path = Path.Combine(folder, FileName);
        _rows = Csv.Read(path, "assignment", "due");
        foreach (string time in _rows.SelectMany(row => new[] { row["due"], row["submitted"] }))
            if (time.Length > 0 && WrittenTime.Parse(time) is null)
                throw Problem(time, "a time, such as 2026-11-30 23:59 Europe/Berlin");
        foreach (string penalty in _rows.Select(row => row["penalty"]))
            if (penalty.Length > 0 && !PenaltyText().IsMatch(penalty))
                throw Problem(penalty, "points for each day, such as 1.5, or a part of them, such as 10%");

        TableException Problem(string found, string expected) => new($"{path}: expected {expected}, and not {found}.");
    }

    public static DueDates Read(string folder) => new(folder);

    internal Lateness Of(JudgedSubmission submission, StudentList students)
    {
        // A row for this student comes before one for the class, and then one for this assignment before one for all.
        CsvRow[] rows =
        [
            .. _rows.Where(row => row["assignment"] is "" || row["assignment"] == submission.Assignment)
                .Where(row => row["student"] is "" || students.IsNameOf(row["student"], submission.Folder))
                .OrderBy(row => row["student"].Length == 0).ThenBy(row => row["assignment"].Length == 0),
        ];
        string due = Find("due");
        string given = Find("submitted") is { Length: > 0 } known ? known : submission.Timestamp;
        if (WrittenTime.Parse(due) is not { } end)
            return Lateness.None;
        string penalty = Find("penalty").Replace(',', '.');
        if (WrittenTime.Parse(given) is not { } time)
            return new(due, Penalty: default, Sentence: "") { Problem = ProblemOf(given, penalty) };
        TimeSpan late = (time.IsDay ? time.Last : time.Start) - end.Last;
        if (late <= TimeSpan.Zero)
            return new(due, Penalty: default, Sentence: "");
        int days = (int)Math.Ceiling(late.TotalDays);
        return new(
            due, PenaltyFor(days, penalty, submission.MaxPoints),
            $"It was due {due}, and is {Readable.Count(days, "day")} late.");

        string Find(string column) => rows.Select(row => row[column]).FirstOrDefault(text => text.Length > 0) ?? "";
    }

    private static string ProblemOf(string given, string penalty) =>
        given.Length > 0
            ? $"The time of submission, “{Readable.Visible(given)}”, cannot be read, so it counts as in time. Enter "
                + $"the time in {FileName}, in the column submitted."
        : penalty.Length > 0
            ? $"There is no time of submission, so it counts as in time. {FileName} has a column submitted for it."
        : "";

    /// <param name="each">The penalty for each day, in points or as a percentage; empty for none.</param>
    private static Points PenaltyFor(int days, string each, Points all)
    {
        if (each.Length == 0)
            return default;
        decimal number = decimal.Parse(each.TrimEnd('%', ' '), CultureInfo.InvariantCulture);
        return each.EndsWith('%') ? all.Exact * number / 100 * days : number * days;
    }

    [GeneratedRegex(@"^\d{1,6}([.,]\d{1,2})?\s*%?$")]
    private static partial Regex PenaltyText();
}

/// <param name="Due">The due date as the teacher has written it; empty without one.</param>
/// <param name="Sentence">A sentence for the student; empty if the submission is not late.</param>
internal sealed record Lateness(string Due, Points Penalty, string Sentence)
{
    public static Lateness None { get; } = new("", default, "");

    /// <summary>Why it is not known whether the submission is late, so that it counts as in time; empty if it is
    /// known.</summary>
    public string Problem { get; init; } = "";
}
