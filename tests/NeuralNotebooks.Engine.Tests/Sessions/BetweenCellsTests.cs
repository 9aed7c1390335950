namespace NeuralNotebooks.Engine.Tests;

/// <summary>What is written after a cell's end. The console is one per process, so no other session runs beside these.</summary>
[Collection(RunsAlone.Name)]
public sealed class BetweenCellsTests : IDisposable
{
    private readonly TestSession session = new();

    public void Dispose() => session.Dispose();

    [Fact]
    public async Task Text_that_a_task_writes_after_its_cell_is_shown_by_the_next_cell()
    {
        await session.Run("var written = new TaskCompletionSource(); _ = Task.Run(async () => { await Task.Delay(200); Console.Write(\"late \"); written.SetResult(); });");
        Assert.Equal("late next", (await session.Run("await written.Task; Console.Write(\"next\");")).Console);
    }

    [Fact]
    public async Task Text_that_is_written_while_no_cell_runs_is_shown_once()
    {
        var cellEnded = new TaskCompletionSource();
        AppDomain.CurrentDomain.SetData("between cells", cellEnded);
        await session.Run("var console = Console.Out; var ended = (TaskCompletionSource)AppDomain.CurrentDomain.GetData(\"between cells\");\n"
            + "AppDomain.CurrentDomain.SetData(\"between cells\", Task.Run(async () => { await ended.Task; console.Write(\"late \"); }));");
        cellEnded.SetResult();
        await (Task)AppDomain.CurrentDomain.GetData("between cells")!;

        Assert.Equal("late next", (await session.Run("Console.Write(\"next\");")).Console);
        Assert.Equal("last", (await session.Run("Console.Write(\"last\");")).Console);
    }
}

/// <summary>Tests that run one after the other, when all others have ended.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class RunsAlone
{
    public const string Name = "alone";
}
