namespace NeuralNotebooks.Classroom.Tests;

/// <summary>Stored results of a class that tests create without grading.</summary>
internal sealed class GradedClass : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public GradedClass() => Store = new(_folder.Path);

    public static StudentList NoStudents { get; } = StudentList.Read("none");

    public string Path => _folder.Path;

    public GradingStore Store { get; }

    public static ProbeValue Number(double value) => new NumberValue(value);

    public static ProbeValue List(params double[] values) => new ListValue([.. values.Select(Number)]);

    /// <summary>A value in JSON, with single quotes.</summary>
    public static ProbeValue Parse(string json) => Of(JsonNode.Parse(json.Replace('\'', '"'))!);

    private static ProbeValue Of(JsonNode json) =>
        json switch
        {
            JsonArray items => new ListValue([.. items.Select(item => Of(item!))]),
            JsonObject parts => Of(parts.First().Key, parts.First().Value!, (int?)parts["line"])
                ?? new RecordValue(parts.ToDictionary(part => part.Key, part => Of(part.Value!))),
            _ => json.GetValueKind() switch
            {
                JsonValueKind.Number => Number((double)json),
                JsonValueKind.String => new TextValue((string)json!),
                _ => new TruthValue((bool)json),
            },
        };

    private static ProbeValue? Of(string type, JsonNode value, int? line) =>
        type switch
        {
            "integer" => new IntegerValue($"{value}"),
            "number" or "float" => new NumberValue(ToDouble(value), IsSingle: type == "float"),
            "matrix" or "floats" => Matrix(value.AsArray(), isSingle: type == "floats"),
            _ when Enum.TryParse(type, out MissingReason reason) => new MissingValue(reason, $"{value}", line ?? 3),
            _ => null,
        };

    private static MatrixValue Matrix(JsonArray rows, bool isSingle)
    {
        int columns = rows[0]!.AsArray().Count;
        return new(
            rows.Count,
            columns,
            [.. from column in Enumerable.Range(0, columns) from row in rows select ToDouble(row![column]!)],
            isSingle);
    }

    private static double ToDouble(JsonNode number) => double.Parse($"{number}", CultureInfo.InvariantCulture);

    public static JudgedTask Task(string name, object[] reference, object[] actual, params MistakeValues[] mistakes)
        => Of(
            name, reference.Length, [.. reference.Select((_, i) => new Probe($"probe {i}", $"Ask({i})", 1))],
            Values(reference), Values(actual)) with
        { Mistakes = mistakes };

    /// <summary>A task from text: expected and the student's values, and optionally a mistake and its values.</summary>
    public static JudgedTask Task(string name, string said, bool isShown = false)
    {
        string[] parts = said.Split(" ~ ");
        JudgedTask task = Task(
            name, Parsed(parts[0]), Parsed(parts[1]),
            parts is [_, _, var sentence, var wrong] ? [Mistake(sentence, Parsed(wrong))] : []);
        return isShown ? Shown(task) : task;

        static object[] Parsed(string values) => [.. values.Split(" & ").Select(Parse)];
    }

    public static MistakeValues Mistake(string sentence, params object[] actual) =>
        new(sentence, Values(actual), "key");

    public static JudgedTask Shown(JudgedTask task) => WithProbes(task, probe => probe with { IsShown = true });

    public static JudgedTask WithProbes(JudgedTask task, Func<Probe, Probe> change) =>
        task with { Probes = [.. task.Probes.Select(graded => graded with { Probe = change(graded.Probe) })] };

    private static ProbeValue[] Values(object[] values) =>
        [
            .. values.Select(value =>
                value switch
                {
                    ProbeValue known => known,
                    string text => new TextValue(text),
                    _ => Number(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
                }
            ),
        ];

    public static JudgedTask ByHand(string name, Points points, string? submitted)
        => Of(name, points, [], [], []) with { Submitted = submitted, IsByHand = true, IsText = true };

    /// <summary>A submission whose first task has these probes, and whose second is marked by hand.</summary>
    public static JudgedSubmission Submission(
        string student, Points points, Probe[] probes, double[] reference, double[] actual)
    {
        JudgedTask gate = Of("gate", points, probes, Values([.. reference]), Values([.. actual]));
        return new(student, "A1", "", points + 2, new("", "", "", ""), null, [], [gate, ByHand("why", 2, "because")]);
    }

    private static JudgedTask Of(
        string name, Points points, Probe[] probes, ProbeValue[] expected, ProbeValue[] actual) =>
        new(
            name, name, points, IsByHand: false, IsText: false, "the solution", "the student's text",
            [.. probes.Select((probe, i) => new JudgedProbe(probe, expected[i], actual[i]))]);

    public JudgedSubmission Add(string student, params JudgedTask[] tasks) => Add(student, null, [], tasks);

    public JudgedSubmission Add(string student, string? problem, SubmissionNote[] notes, params JudgedTask[] tasks)
    {
        var submission = new JudgedSubmission(
            student, "A1", "", Points.Sum(tasks.Select(task => task.Points)), new("", "", "", ""), problem, notes,
            tasks)
        {
            IsProblemOfSubmission = true,
        };
        Store.Write(submission);
        return submission;
    }

    public void File(string name, string text) => _folder.File(name, text);

    public string Read(string name) =>
        Encoding.UTF8.GetString(System.IO.File.ReadAllBytes(System.IO.Path.Combine(Path, name)));

    public string Page(string student) => Read($"feedback/{student}/A1/A1.html");

    /// <summary>The tables of grades, without times.</summary>
    public void WriteTables() => new ResultFiles(Store).Write(Store.List());

    public void WritePages() => FeedbackPages.Write(Path, System.IO.Path.Combine(Path, "feedback"));

    public void Dispose() => _folder.Dispose();
}

public abstract class GradedTests : IDisposable
{
    private protected GradedClass Class { get; } = new();

    public void Dispose()
    {
        Class.Dispose();
        GC.SuppressFinalize(this);
    }
}
