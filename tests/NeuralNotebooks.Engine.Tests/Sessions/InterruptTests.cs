namespace NeuralNotebooks.Engine.Tests;

public sealed class InterruptTests : IDisposable
{
    private readonly TestSession _session = new();

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("while (true) { try { while (true) { } } catch { } }")]
    [InlineData("System.Threading.Thread.Sleep(-1);")]
    [InlineData("while (true) { try { System.Threading.Thread.Sleep(1000); } catch { } }")]
    [InlineData("await Task.Delay(-1);")]
    [InlineData("await Task.Run(() => System.Threading.Thread.Sleep(30_000));")]
    [InlineData("System.Threading.Tasks.Parallel.For(0, 2, i => { var end = DateTime.Now.AddSeconds(30); while (DateTime.Now < end) { } });")]
    [InlineData("while (true) Console.WriteLine(\"x\");")]
    [InlineData("for (;;);")]
    [InlineData("do x = 2; while (true);")]
    [InlineData("foreach (int i in Enumerable.Repeat(1, int.MaxValue)) for (int j = 0; j < 2; j++) x = 2;")]
    [InlineData("IEnumerable<int> Endless() { while (true) yield return 1; }\nEndless().Count()")]
    public async Task A_cell_is_stopped_and_the_session_goes_on(string code)
    {
        await _session.Run("int x = 1;");
        Shown cell = await _session.RunUntilShortlyAfterStart("x = 2;\n" + code);

        Assert.Equal(CellOutcome.Interrupted, cell.Outcome);
        Assert.Equal("Interrupted", cell.Result.Error!.Name);
        Assert.Equal("2", (await _session.Run("x")).Plain);
    }

    [Theory]
    [InlineData("for (int i = 0; i < 3; i++)\n    // a comment\n    if (i > 0) continue; else x += 1;\nx", "2")]
    [InlineData("int i = 0; while (i < 3) { i++; }\ni", "3")]
    [InlineData("int i = 0; do i++; while (i < 3);\ni", "3")]
    [InlineData("var s = \"\"; foreach (var c in \"abc\")\n{\n    s = c + s;\n}\ns", "cba")]
    [InlineData("for (int i = 0; i < 2; i++) for (int j = 0; j < 2; j++) x++;\nx", "5")]
    public async Task The_points_at_which_a_cell_can_stop_change_nothing_else(string code, string expected)
    {
        await _session.Run("int x = 1;");
        Assert.Equal(expected, (await _session.Run(code)).Plain);
        Shown error = await _session.Run(code.Replace('\n', ' ').Replace("// a comment", "", StringComparison.Ordinal) + " + unknown;");
        Assert.Contains("unknown", error.Traceback, StringComparison.Ordinal);
        Assert.DoesNotContain("InterruptPoint", error.Traceback, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Continuations_of_a_stopped_cell_do_not_run()
    {
        await _session.Run("int x = 1; var awaited = new TaskCompletionSource();");
        await _session.RunUntilShortlyAfterStart("await awaited.Task; x = 2;");
        await _session.Run("awaited.SetResult(); await Task.Delay(50);");
        Assert.Equal("1", (await _session.Run("x")).Plain);
    }

    [Fact]
    public async Task An_interrupt_before_the_start_runs_nothing()
    {
        Shown cell = await _session.RunUntil("int x = 1;", new CancellationToken(canceled: true));
        Assert.Equal(CellOutcome.Interrupted, cell.Outcome);
        Assert.Equal(CellOutcome.CompileError, (await _session.Run("x")).Outcome);
    }

    [Fact]
    public async Task A_cancellation_of_the_cells_own_is_an_ordinary_exception()
        => Assert.Equal(CellOutcome.RuntimeError, (await _session.Run("throw new OperationCanceledException();")).Outcome);
}
