using System.Text.Encodings.Web;
using System.Xml.Linq;

namespace NeuralNotebooks.Classroom;

/// <summary>Writes the files of grades for people and for learning platforms from the results in a store. Durations are
/// in a separate file, so that the other files are reproducible.</summary>
/// <param name="store">The store.</param>
/// <param name="students">The class.</param>
public sealed class ResultFiles(GradingStore store, StudentList students)
{
    /// <summary>The names of the files with the grades, the JUnit report and each submission's result.</summary>
    public const string Grades = "grades.csv",
        Report = "report.xml",
        Result = "result.json";

    /// <summary>The file with the durations.</summary>
    public const string Times = "times.csv";

    internal const string TimesColumns = "assignment,student_id,seconds,cpu_seconds";

    /// <summary>The columns of the grades.</summary>
    private const string Columns =
        "assignment,duedate,timestamp,student_id,last_name,first_name,email,"
        + "raw_score,late_submission_penalty,score,max_score";

    private static readonly JsonSerializerOptions _layout = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly List<string> _damaged = [];
    private readonly Adjustments _adjustments = Adjustments.Read(store.Path);

    /// <summary>Messages for the teacher, such as one about a misspelt task in <c>adjust.csv</c>. They are complete
    /// after writing the files.</summary>
    public IEnumerable<string> Problems => _adjustments.Unused.Concat(_damaged);

    /// <summary>The submissions that could not be graded, with the reason.</summary>
    public IReadOnlyList<string> NotGraded { get; private set; } = [];

    /// <summary>Writes all files.</summary>
    /// <param name="submissions">The submissions. Those without results are left out.</param>
    /// <param name="durations">The durations of submissions graded in this run. The others keep the times of the
    /// existing file.</param>
    /// <param name="platforms">The platforms whose import is written too, from
    /// <see cref="PlatformImport.Names"/>.</param>
    public void Write(
        IEnumerable<SubmissionKey> submissions,
        IReadOnlyDictionary<SubmissionKey, (TimeSpan Duration, TimeSpan Cpu)>? durations = null,
        params IReadOnlyList<string> platforms
    )
    {
        var rows = new List<(SubmissionKey Key, string[] Values)>();
        var suites = new List<XElement>();
        var imports = new PlatformImport(students);
        var written = new List<SubmissionKey>();
        var notGraded = new List<string>();
        foreach (SubmissionKey key in submissions.Order(SubmissionKey.Ordinal))
        {
            if (store.Read(key) is not { } submission)
            {
                if (store.IsDamaged(key))
                    _damaged.Add(store.Damage(key));
                continue;
            }
            SubmissionGrade grade = _adjustments.Of(submission);
            NamedFile.Write(Path.Combine(store.FolderOf(key), Result), ResultOf(grade));
            rows.Add((key, Row(grade)));
            suites.Add(Suite(grade));
            imports.Add(grade);
            written.Add(key);
            if (submission.Problem is { } problem)
                notGraded.Add($"{key} could not be graded: {problem}");
        }
        NotGraded = notGraded;
        rows.AddRange([.. Absent(rows)]);
        Write(
            Grades,
            Csv.Write(
                rows.OrderBy(row => row.Key, SubmissionKey.Ordinal).Select(row => row.Values),
                Columns
            )
        );
        Write(
            Report,
            XmlText.Write(
                new XElement(
                    "testsuites",
                    new XAttribute("name", "assignments"),
                    Counts([.. suites.Elements()]),
                    suites
                )
            )
        );
        durations ??= new Dictionary<SubmissionKey, (TimeSpan, TimeSpan)>();
        Write(Times, Csv.Write(TimesOf(written, durations), TimesColumns));
        foreach ((string name, string text) in platforms.Distinct().SelectMany(imports.FilesFor))
            Write(name, text);
    }

    private void Write(string name, string text) => NamedFile.Write(Path.Combine(store.Path, name), text);

    private string[] Row(SubmissionGrade grade)
    {
        GradedSubmission submission = grade.Submission;
        Student student = students[submission.Student];
        return
        [
            Csv.Text(submission.Assignment),
            Csv.Text(grade.Due),
            Csv.Text(submission.Timestamp),
            Csv.Text(student.Id),
            Csv.Text(student.LastName),
            Csv.Text(student.FirstName),
            Csv.Text(student.Email),
            grade.RawScore?.ToString() ?? "",
            grade.Penalty.ToString(),
            grade.Score?.ToString() ?? "",
            submission.MaxPoints.ToString(),
        ];
    }

    /// <summary>Rows without a score, for students of the class who have not submitted an assignment.</summary>
    private IEnumerable<(SubmissionKey Key, string[] Values)> Absent(List<(SubmissionKey Key, string[] Values)> rows)
    {
        const int number = 3, max = 10;
        Shard part = ShardFile.Read(store.Path)?.Shard ?? Shard.Whole;
        foreach (var assignment in rows.GroupBy(row => row.Key.Assignment).ToArray())
        {
            HashSet<string> present = [.. assignment.Select(row => row.Values[number])];
            foreach (string id in students.Ids.Where(id => !present.Contains(Csv.Text(id))))
            {
                string name = students.Names.Count > 0 ? Submission.PseudonymOf(id) : id;
                if (!part.Has(name))
                    continue;
                Student student = students[id];
                string[] who = [student.Id, student.LastName, student.FirstName, student.Email];
                string first = Csv.Text(assignment.Key), points = assignment.First().Values[max];
                yield return (
                    new(name, assignment.Key),
                    [first, "", "", .. who.Select(Csv.Text), "", "", "", points]
                );
            }
        }
    }

    /// <summary>The result in PrairieLearn's format. PrairieLearn shows it to the student.</summary>
    private static string ResultOf(SubmissionGrade grade)
    {
        GradedSubmission submission = grade.Submission;
        var result = new
        {
            score = grade.Score is { } score ? Math.Clamp(score.Of(submission.MaxPoints), 0, 1) : 0,
            gradable = submission.Problem is null,
            format_errors = new[] { submission.StudentProblem }.OfType<string>(),
            message = string.Join('\n', submission.StudentNotes.Append(grade.Comment).Where(text => text.Length > 0)),
            output = "",
            tests = grade.Tasks.Select(task => new
            {
                name = task.Task.Name,
                description = "",
                points = task.Points.Rounded,
                max_points = task.Task.Points.Rounded,
                message = string.Join("\n", StudentSentences.Of(task)),
                output = "",
                images = Array.Empty<string>(),
            }),
        };
        return JsonSerializer.Serialize(result, _layout) + "\n";
    }

    private static XElement Suite(SubmissionGrade grade)
    {
        string name = $"{grade.Submission.Assignment}/{grade.Submission.Student}";
        XElement[] cases = grade.Submission.Problem is { } problem
            ? [Case(name, "notebook", new XElement("error", new XAttribute("message", problem)))]
            : [.. grade.Tasks.Select(task => Case(name, task.Task.Name, Outcome(task)))];
        return new XElement(
            "testsuite",
            new XAttribute("name", name),
            Counts(cases),
            cases
        );
    }

    private static XElement? Outcome(TaskGrade task) =>
        task.IsUnmarked ? new XElement("skipped", new XAttribute("message", "not yet marked by hand"))
        : task.Points >= task.Task.Points ? null
        : new XElement(
            "failure",
            new XAttribute(
                "message",
                $"{task.Points} of {task.Task.Points} points. {string.Join(" ", StudentSentences.Of(task))}"
            )
        );

    private static XElement Case(string suite, string name, XElement? outcome) =>
        new("testcase", new XAttribute("classname", suite), new XAttribute("name", name), outcome);

    /// <summary>How many cases there are, and how many with each outcome.</summary>
    private static XAttribute[] Counts(XElement[] cases) =>
        [
            new("tests", cases.Length),
            new("failures", cases.Elements("failure").Count()),
            new("errors", cases.Elements("error").Count()),
            new("skipped", cases.Elements("skipped").Count()),
        ];

    private IEnumerable<string[]> TimesOf(
        List<SubmissionKey> submissions,
        IReadOnlyDictionary<SubmissionKey, (TimeSpan Duration, TimeSpan Cpu)> durations
    )
    {
        Dictionary<SubmissionKey, string[]> before = [];
        string path = Path.Combine(store.Path, Times);
        try
        {
            before = Csv.Read(path, TimesColumns.Split(','))
                .GroupBy(row => new SubmissionKey(row["student_id"], row["assignment"]))
                .ToDictionary(rows => rows.Key, rows => new[] { rows.First()["seconds"], rows.First()["cpu_seconds"] });
        }
        catch (FormatException)
        {
            _damaged.Add($"{path} was damaged. It is written again, without the times of earlier runs.");
        }
        foreach (SubmissionKey key in submissions)
        {
            SubmissionKey written = new(Csv.Text(key.Student), Csv.Text(key.Assignment));
            string[] times = durations.TryGetValue(key, out var took)
                ? [Seconds(took.Duration), Seconds(took.Cpu)]
                : before.GetValueOrDefault(written, ["", ""]);
            yield return [written.Assignment, written.Student, .. times];
        }
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);
}
