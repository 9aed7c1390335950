namespace NeuralNotebooks.Engine.Tests;

/// <summary>Outputs of tasks, threads and timers after the end of their cell belong to that cell.</summary>
public abstract class BetweenCellsTests(SessionOptions host) : SessionTests(host)
{
    private const string UntilToldSo = "var told = new TaskCompletionSource();\n";

    [Fact]
    public async Task What_is_shown_while_no_cell_runs_arrives_immediately()
    {
        var told = new TaskCompletionSource();
        var arrived = new TaskCompletionSource();
        AppDomain.CurrentDomain.SetData("told", told);
        Shown first = await Session.Run(
            "Console.Write(\"first \"); Task.Run(async () => { await "
                + "(Task)((TaskCompletionSource)AppDomain.CurrentDomain.GetData(\"told\")).Task; "
                + "Console.Write(\"late\"); });");
        first.OnText = text =>
        {
            if (text.EndsWith("late", StringComparison.Ordinal))
                arrived.SetResult();
        };
        told.SetResult();
        await arrived.Task.WaitAsync(TestContext.Current.CancellationToken);

        Assert.Equal("first late", first.Order);
        Assert.Equal("next", (await Session.Run("Console.Write(\"next\");")).Order);
    }

    [Fact]
    public async Task Late_text_is_neither_lost_nor_buffered_without_limit()
    {
        Shown first = await Session.Run(
            UntilToldSo
                + "var left = Task.Run(async () => { await told.Task; for (int i = 0; i < 3_000; i++) "
                + "Console.Write(new string('x', 1000)); });");
        await Session.Run("told.SetResult(); await left;");

        Assert.Equal(3_000_000, first.Console.Length);
    }

    [Fact]
    public async Task What_an_async_void_method_throws_later_is_shown_by_the_cell_that_has_called_it()
    {
        var arrived = new TaskCompletionSource();
        var first = new Shown { OnOutput = arrived.SetResult };
        const string code = UntilToldSo
            + "async void Fail() { await told.Task; throw new InvalidOperationException(\"lost\"); }\nFail();";
        CellResult ended = await Session.Session.ExecuteAsync(code, new(7), first, CancellationToken.None);
        Shown next = await Session.Run("told.SetResult();");
        await arrived.Task.WaitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(CellOutcome.Succeeded, ended.Outcome);
        Assert.Equal("#System.InvalidOperationException", first.Order);
        Assert.StartsWith("cell 7, line 2", Assert.IsType<ErrorOutput>(first.Outputs[0]).Traceback[0].Text);
        Assert.Equal(CellOutcome.Succeeded, next.Outcome);
        Assert.Equal("", next.Order);
    }

    [Fact]
    public async Task An_interrupt_stops_the_running_cell_and_not_what_an_earlier_one_has_started()
    {
        await Session.Run(
            "int turns = 0; bool on = true; var left = Task.Run(() => { while (on) "
                + "System.Threading.Interlocked.Increment(ref turns); });");
        Shown interrupted = await Session.RunUntilShortlyAfterStart("while (true) { }");
        Shown after = await Session.Run(
            "int before = turns; while (turns == before) { }\non = false; await left; left.Status");

        Assert.Equal(CellOutcome.Interrupted, interrupted.Outcome);
        Assert.Equal("RanToCompletion", after.Plain);
    }
}

public sealed class BetweenCellsTestsOnAThread() : BetweenCellsTests(Hosts.WithThreads);

public sealed class BetweenCellsTestsInPlace() : BetweenCellsTests(Hosts.WithoutThreads);
