[assembly: AssemblyFixture(typeof(NeuralNotebooks.Classroom.Tests.JudgeFixture))]

namespace NeuralNotebooks.Classroom.Tests;

/// <summary>Creates assignments, and a judge that all tests share, so that it compiles in the same processes.</summary>
public class JudgeFixture : IAsyncLifetime
{
    private const string Teacher = "teacher: ";
    private readonly TemporaryFolder _folder = new();

    public JudgeFixture()
        : this(IsolationKind.None)
    {
    }

    protected JudgeFixture(IsolationKind isolation) => (Isolation, Judge) = (isolation, new GraderJudge(isolation));

    public JudgeOptions Options { get; } = new() { KitScript = Repository.At("notebooks/kit.csx") };

    public IsolationKind Isolation { get; }

    public GraderJudge Judge { get; }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await Judge.DisposeAsync();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>A source of given cells followed by the tasks' cells.</summary>
    public AssignmentSource Source(string[] given, params TestTask[] tasks)
    {
        string path = _folder.At("A1.ipynb");
        IEnumerable<SourceCell> givenCells = given.Select(cell => new SourceCell(
            new CodeCell("given", cell), CellRole.Given, null, null));
        IEnumerable<SourceCell> taskCells = tasks.Select(task => new SourceCell(
            new CodeCell(task.Name, task.Solution), CellRole.Task, task.Name, task.Name));
        return new AssignmentSource(
            path, "A1", new Notebook(), [.. givenCells, .. taskCells], [.. tasks.Select(task => task.ToTask())]);
    }

    /// <summary>The values of the probes of the only task of a source.</summary>
    internal Task<TaskValues> AskAsync(TestTask task, string cell, JudgeOptions? options = null) =>
        AskAsync(options ?? Options, Source([], task), new TestCell(1, cell, task.Name));

    /// <summary>The values of the last task of the source that has probes.</summary>
    internal async Task<TaskValues> AskAsync(
        JudgeOptions options, AssignmentSource source, params IReadOnlyList<TestCell> cells) =>
        await AskAsync(options, source, TestCell.Submitted("ada", source, cells));

    internal async Task<TaskValues> AskAsync(JudgeOptions options, AssignmentSource source, CodeToJudge code) =>
        (await Judge.EvaluateAllAsync(source, code, options, TestContext.Current.CancellationToken))[^1];

    /// <summary>Checks an approved text. Lines with * are given cells. Lines with @ are tasks: the name, forbidden or
    /// allowed ids, the reference, and the declarations of the hidden region. Lines with &gt; are a student's cells,
    /// and lines with $ are probes of the last task. Below are the values and the notes. If <paramref name="isExact"/>
    /// is true, the details of missing values and the transcript follow.</summary>
    public async Task CheckAsync(string facts, string fact, JudgeOptions options, bool isExact = false)
    {
        StringBuilder said = new();
        List<string> given = [];
        List<TestTask> tasks = [];
        List<TestCell> cells = [];
        char last = '@';
        foreach (Saying saying in ApprovedTexts.Said(facts, fact))
        {
            said.Append(saying.Written);
            if (last == '$' && saying.Kind == '>')
                cells.Clear();
            last = saying.Kind;
            if (last == '*')
                given.Add(saying.Text);
            else if (last == '@')
                tasks.Add(TestTask.Of(saying));
            else if (last == '>')
                cells.Add(CellOf(saying, tasks, cells) with { SourceAbove = given.Count + tasks.Count });
            else
            {
                bool isTeachers = saying.Text.StartsWith(Teacher, StringComparison.Ordinal);
                TestTask asked = tasks[^1].Asked(saying.Text[(isTeachers ? Teacher.Length : 0)..].Split(" & "));
                AssignmentSource source = Source([.. given], [.. tasks[..^1], asked]);
                TaskValues values = await AskAsync(options, source, isTeachers
                    ? TeachersCode.Of(source.Tasks[^1], new("", cells[^1].Code)) with { Student = "ada" }
                    : TestCell.Submitted("ada", source, cells));
                said.AppendJoin("", values.Values.Select(value => Said(value, isExact) + "\n"))
                    .AppendJoin("", values.Notes.Select(note => $"note: {note}\n"))
                    // The rest is a message of the runtime.
                    .Append(isExact ? values.Transcript.Split("Stack overflow")[0] : "");
            }
        }
        ApprovedTexts.Check(facts, fact, WithoutRuntimesWords($"{said}"));
    }

    /// <summary>A text without the runtime's messages about exceptions, which may differ in its next version.</summary>
    public static string WithoutRuntimesWords(string text) =>
        new Exception[] { new ArgumentException(message: null), new DivideByZeroException() }.Aggregate(
            text, (rest, exception) => rest.Replace(exception.Message.TrimEnd('.'), "…"));

    private static string Said(ProbeValue value, bool isExact) =>
        isExact || value is not MissingValue none
            ? ValueText.Of(value)
            : NoValueSentence.Of(none);

    private static TestCell CellOf(Saying saying, List<TestTask> tasks, List<TestCell> cells)
    {
        string? task = tasks.Find(task => saying.First.StartsWith($"[{task.Name}] ", StringComparison.Ordinal))?.Name;
        return new(cells.Count + 1, task is null ? saying.Text : saying.Text[(task.Length + 3)..], task);
    }
}

/// <summary>A code cell of a student in a test.</summary>
/// <param name="Task">The task that it answers; null for a cell that answers none.</param>
internal sealed record TestCell(int Number, string Code, string? Task)
{
    public int SourceAbove { get; init; } = int.MaxValue;

    /// <summary>A submission that consists of cells.</summary>
    public static StudentsCode Submitted(string student, AssignmentSource source, params IReadOnlyList<TestCell> cells)
    {
        SubmittedCell[] all =
        [
            .. cells.Select((cell, i) =>
                new SubmittedCell(new CodeCell($"{i}", cell.Code), cell.Number) { SourceAbove = cell.SourceAbove }),
        ];
        return new(
            student, all,
            cells.Index().Where(cell => cell.Item.Task is not null).GroupBy(cell => cell.Item.Task!)
                .ToDictionary(
                    same => same.Key,
                    same => new Answer(
                        source.Tasks.Single(task => task.Name == same.Key), [all[same.Last().Index]],
                        same.Last().Item.Code, new Dictionary<string, SubmittedImage>())));
    }
}

/// <summary>A task in a test.</summary>
public sealed record TestTask(string Name, string Solution, IReadOnlyList<string> Probes)
{
    public string Declarations { get; init; } = "";

    public IReadOnlyList<string> Forbidden { get; init; } = [];

    public IReadOnlyList<string> Allowed { get; init; } = [];

    /// <summary>The indices of the probes whose values students see.</summary>
    public IReadOnlyList<int> Shown { get; init; } = [];

    internal static TestTask Of(Saying saying)
    {
        string[] rules = saying.First.Split(", "),
            code = saying.Content.Split("\n// HIDDEN\n");
        return new(rules[0], code[0], [])
        {
            Declarations = code.ElementAtOrDefault(1) ?? "",
            Forbidden = Ids("forbidden "),
            Allowed = Ids("allowed "),
        };

        string[] Ids(string word) =>
            [
                .. rules
                    .Where(rule => rule.StartsWith(word, StringComparison.Ordinal))
                    .Select(rule => rule[word.Length..]),
            ];
    }

    /// <summary>A copy with probes, some of which are shown to students.</summary>
    public TestTask Asked(string[] probes) =>
        this with
        {
            Probes = [.. probes.Select(probe => probe.Replace("shown ", ""))],
            Shown = [.. Enumerable.Range(0, probes.Length).Where(i => probes[i].Contains("shown "))],
        };

    public AssignmentTask ToTask() =>
        new(Name, 1m, IsByHand: false, IsText: false)
        {
            Solution = Solution,
            Stub = "",
            Declarations = Declarations,
            Probes = [.. Probes.Select((probe, i) => new Probe($"probe {i}", probe, 1m, null, Shown.Contains(i)))],
            Rules = new(Forbidden, Allowed),
        };
}
