namespace NeuralNotebooks.Engine.Tests;

/// <summary>What the leftover tasks, threads and timers of a cell show: it belongs to that cell, whatever runs
/// then.</summary>
public abstract class BetweenCellsTests(SessionOptions host) : IDisposable
{
    private const string UntilToldSo = "var told = new TaskCompletionSource();\n";

    private readonly TestSession _session = new(host);

    public void Dispose()
    {
        _session.Dispose();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData("var left = Task.Run(async () => { await told.Task; Show(); });")]
    [InlineData("async Task Later() { await told.Task; Show(); }\nvar left = Later();")]
    [InlineData(
        "var ended = new TaskCompletionSource(); var left = ended.Task;\nnew System.Threading.Thread(() => { "
            + "told.Task.Wait(); Show(); ended.SetResult(); }).Start();"
    )]
    [InlineData("var left = told.Task.ContinueWith(_ => Show());")]
    public async Task What_is_shown_while_a_later_cell_runs_is_shown_by_the_cell_that_began_it(string leftBehind)
    {
        Shown first = await _session.Run(
            UntilToldSo
                + "var console = Console.Out;\nvoid Show() { Console.Write(\"late \"); "
                + "Console.Error.Write(\"error \"); display(\"value\"); console.Write(\"end\"); }\n"
                + leftBehind
                + "\nConsole.Write(\"first \");"
        );
        Shown second = await _session.Run(
            "Console.Write(\"second \"); told.SetResult(); await left; Console.Write(\"end\");"
        );

        Assert.Equal("first late !error [value]end", first.Order);
        Assert.Equal("second end", second.Order);
    }

    [Fact]
    public async Task What_is_shown_while_no_cell_runs_arrives_immediately()
    {
        var told = new TaskCompletionSource();
        var arrived = new TaskCompletionSource();
        AppDomain.CurrentDomain.SetData("told", told);
        Shown first = await _session.Run(
            "Console.Write(\"first \"); Task.Run(async () => { await "
                + "(Task)((TaskCompletionSource)AppDomain.CurrentDomain.GetData(\"told\")).Task; "
                + "Console.Write(\"late\"); });"
        );
        first.OnText = text =>
        {
            if (text.EndsWith("late", StringComparison.Ordinal))
                arrived.SetResult();
        };
        told.SetResult();
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

        Assert.Equal("first late", first.Order);
        Assert.Equal("next", (await _session.Run("Console.Write(\"next\");")).Order);
    }

    [Fact]
    public async Task A_display_is_updated_by_a_task_of_its_cell()
    {
        Shown first = await _session.Run(
            UntilToldSo
                + "var place = display(\"before\"); var left = Task.Run(async () => { await told.Task; "
                + "place.Update(\"after\"); });"
        );
        Shown second = await _session.Run("told.SetResult(); await left;");

        Assert.Equal("after", Assert.Single(first.Updates).Value.Text(MimeBundle.PlainText));
        Assert.Empty(second.Updates);
    }

    [Fact]
    public async Task Late_text_is_neither_lost_nor_buffered_without_limit()
    {
        Shown first = await _session.Run(
            UntilToldSo
                + "var left = Task.Run(async () => { await told.Task; for (int i = 0; i < 3_000; i++) "
                + "Console.Write(new string('x', 1000)); });"
        );
        await _session.Run("told.SetResult(); await left;");

        Assert.Equal(3_000_000, first.Console.Length);
    }

    [Fact]
    public async Task An_interrupt_stops_the_running_cell_and_not_what_an_earlier_one_has_started()
    {
        await _session.Run(
            "int turns = 0; bool on = true; var left = Task.Run(() => { while (on) "
                + "System.Threading.Interlocked.Increment(ref turns); });"
        );
        Shown interrupted = await _session.RunUntilShortlyAfterStart("while (true) { }");
        Shown after = await _session.Run(
            "int before = turns; while (turns == before) { }\non = false; await left; left.Status"
        );

        Assert.Equal(CellOutcome.Interrupted, interrupted.Outcome);
        Assert.Equal("RanToCompletion", after.Plain);
    }
}

public sealed class BetweenCellsTestsOnAThread() : BetweenCellsTests(Hosts.WithThreads);

public sealed class BetweenCellsTestsInPlace() : BetweenCellsTests(Hosts.WithoutThreads);
