namespace NeuralNotebooks.Engine.Tests;

/// <summary>These tests run alone: the cell that runs is state of the process, which sessions change.</summary>
[Collection(nameof(CurrentCellTests))]
[CollectionDefinition(nameof(CurrentCellTests), DisableParallelization = true)]
public class CurrentCellTests
{
    /// <summary>Of these, <c>InterruptPoint</c> has what a check in a loop reads; others warm up and count.</summary>
    [Fact]
    public void Few_types_have_state_that_all_sessions_of_the_process_share() =>
        Assert.Equal(
            ["CurrentCell", "InterruptPoint", "ScriptCompiler", "WarmUp"],
            from type in typeof(CSharpSession).Assembly.GetTypes()
            where !type.Name.Contains('<')
                && type.Namespace == "NeuralNotebooks.Engine"
                && type.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)
                    .Any(field => !(field.IsInitOnly || field.IsLiteral || field.Name.StartsWith('<')))
            orderby type.Name
            select type.Name);

    [Fact]
    public async Task Loops_are_as_fast_as_before_when_nothing_of_a_stopped_cell_is_left()
    {
        using var session = new TestSession(Hosts.WithThreads);
        await session.Run("1");
        int before = InterruptPoint.State.Stopped; // Other tests may have left code that never stops.
        await session.RunUntilShortlyAfterStart("while (true) { }");
        Assert.True(InterruptPoint.State.IsWatching);

        for (int i = 0; i < 2 || (InterruptPoint.State.Stopped > before && i < 100); i++)
        {
            GC.Collect();
            await session.Run("1"); // The stopped cell is no longer the latest one, but its thread may still end.
        }

        (int stopped, bool polls, bool isWatching) = InterruptPoint.State;
        Assert.InRange(stopped, 0, before);
        Assert.Equal(stopped > 0 || polls, isWatching);
    }

    [Fact]
    public async Task Code_belongs_to_its_cell_after_the_end_and_to_none_where_the_flow_is_suppressed()
    {
        using CellExecution first = new(new(1), new DirectOutputs(new Shown()), _ => ""),
            second = new(new(2), new DirectOutputs(new Shown()), _ => "");
        CurrentCell.Enter(first);
        var later = new TaskCompletionSource();
        Task<CellExecution?> flowing = Task.Run(async () =>
        {
            await later.Task;
            return CurrentCell.OfCaller;
        });
        Task<CellExecution?> suppressed;
        using (ExecutionContext.SuppressFlow())
            suppressed = Task.Run(() => CurrentCell.OfCaller);
        CurrentCell.Enter(second);
        first.Dispose();
        later.SetResult();

        Assert.Same(first, await flowing);
        Assert.Null(await suppressed);
        Assert.Same(second, CurrentCell.Running);
        second.Dispose();
        Assert.Null(CurrentCell.Running);
    }
}
