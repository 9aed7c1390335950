[assembly: AssemblyFixture(typeof(NeuralNotebooks.Classroom.Tests.JudgeFixture))]

namespace NeuralNotebooks.Classroom.Tests;

/// <summary>Made-up assignments, and a judge that asks submissions to them. All tests share it, so its compilers stay
/// warm.</summary>
public class JudgeFixture : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    public JudgeFixture()
        : this(IsolationKind.None)
    {
    }

    protected JudgeFixture(IsolationKind isolation) => (Isolation, Judge) = (isolation, new Judge(isolation));

    public JudgeOptions Options { get; } = new() { KitScript = Repository.At("notebooks/kit.csx") };

    public IsolationKind Isolation { get; }

    public Judge Judge { get; }

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
            new CodeCell("given", cell),
            CellRole.Given,
            null,
            null
        ));
        IEnumerable<SourceCell> taskCells = tasks.Select(task => new SourceCell(
            new CodeCell(task.Name, task.Reference),
            CellRole.Task,
            task.Name,
            task.Name
        ));
        return new AssignmentSource(
            path,
            "A1",
            new Notebook(),
            [.. givenCells, .. taskCells],
            [.. tasks.Select(task => task.ToTask())]
        );
    }

    /// <summary>The answers of a cell to a task that is its source's only one.</summary>
    public Task<TaskAnswers> AskAsync(TestTask task, string cell, JudgeOptions? options = null) =>
        AskAsync(options ?? Options, Source([], task), (task.Name, cell));

    /// <summary>The answers to the last task of the source that has probes.</summary>
    public Task<TaskAnswers> AskAsync(AssignmentSource source, params (string? Task, string Code)[] cells) =>
        AskAsync(Options, source, cells);

    public Task<TaskAnswers> AskAsync(
        JudgeOptions options,
        AssignmentSource source,
        params (string? Task, string Code)[] cells
    ) =>
        AskAsync(
            options,
            source,
            new Work("ada", [.. cells.Select((cell, i) => new WorkCell(i + 1, cell.Code, cell.Task))])
        );

    public async Task<TaskAnswers> AskAsync(JudgeOptions options, AssignmentSource source, Work work)
        => (await Judge.AnswerAsync(source, work, options, TestContext.Current.CancellationToken))[^1];
}

/// <summary>A task in a test.</summary>
public sealed record TestTask(string Name, string Reference, IReadOnlyList<string> Probes)
{
    public string Declarations { get; init; } = "";

    public IReadOnlyList<string> Forbidden { get; init; } = [];

    public IReadOnlyList<string> Allowed { get; init; } = [];

    /// <summary>The indices of the probes whose answers students see.</summary>
    public IReadOnlyList<int> Shown { get; init; } = [];

    public AssignmentTask ToTask() =>
        new(
            Name,
            1m,
            false,
            false,
            Reference,
            "",
            Declarations,
            [.. Probes.Select((probe, i) => new Probe($"probe {i}", probe, 1m, null, Shown.Contains(i)))],
            [],
            Forbidden,
            Allowed
        );
}
