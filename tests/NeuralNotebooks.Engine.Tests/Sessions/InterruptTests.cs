namespace NeuralNotebooks.Engine.Tests;

public abstract class InterruptTests(SessionOptions host) : IDisposable
{
    private readonly TestSession _session = new(host);

    public void Dispose()
    {
        _session.Dispose();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("while (true) { try { while (true) { } } catch { } }")]
    [InlineData("while (true) { try { System.Threading.Thread.Sleep(1000); } catch { } }")]
    [InlineData("await Task.Delay(-1);")]
    [InlineData("await Task.Run(() => System.Threading.Thread.Sleep(30_000));")]
    [InlineData(
        "System.Threading.Tasks.Parallel.For(0, 2, i => { var end = DateTime.Now.AddSeconds(30); while "
            + "(DateTime.Now < end) { } });"
    )]
    [InlineData("while (true) Console.WriteLine(\"x\");")]
    [InlineData("for (;;);")]
    [InlineData("do x = 2; while (true);")]
    [InlineData("foreach (int i in Enumerable.Repeat(1, int.MaxValue)) for (int j = 0; j < 2; j++) x = 2;")]
    [InlineData("IEnumerable<int> Endless() { while (true) yield return 1; }\nEndless().Count()")]
    [InlineData("{ again: goto again; }")]
    [InlineData("switch (x) { case 2: goto case 3; case 3: goto case 2; }")]
    [InlineData("void Jump() { start: if (x == 2) goto start; }\nJump();")]
    [InlineData(
        "Enumerable.Repeat(1, int.MaxValue).SelectMany(_ => Enumerable.Repeat(1, int.MaxValue)).Where(i => i "
            + "< 0).Count()"
    )]
    [InlineData(
        "Enumerable.Repeat(1L, int.MaxValue).SelectMany(_ => Enumerable.Repeat(1L, int.MaxValue)).Sum(i => i * 2)"
    )]
    [InlineData(
        "(from i in Enumerable.Repeat(1, int.MaxValue) from j in Enumerable.Repeat(1, int.MaxValue) where j "
            + "< 0 select i).Count()"
    )]
    [InlineData(
        "ParallelEnumerable.Range(0, int.MaxValue).SelectMany(_ => Enumerable.Repeat(1, "
            + "int.MaxValue)).Where(i => i < 0).Count()"
    )]
    public async Task A_cell_is_stopped_and_the_session_goes_on(string code)
    {
        await _session.Run("int x = 1;");
        Shown cell = await _session.RunUntilShortlyAfterStart("x = 2;\n" + code);

        Assert.Equal(CellOutcome.Interrupted, cell.Outcome);
        Assert.Equal("Interrupted", cell.Result.Error!.Name);
        Assert.Equal("2", (await _session.Run("x")).Plain);
    }

    [Theory]
    [InlineData("var f = (int i) => i * 2; f(3)", "6")]
    [InlineData("Func<int, object> f = i => null; f(1) ?? \"none\"", "none")]
    [InlineData("Func<int, byte> f = i => 1 + 1; f(0)", "2")]
    [InlineData("Func<int, Func<int, int>> add = i => j => i + j; add(1)(2)", "3")]
    [InlineData("Action<int> set = i => x = i; set(7); x", "7")]
    [InlineData("Action<string> print = s => Console.Write(s); print(\"\"); x", "1")]
    [InlineData("System.Linq.Expressions.Expression<Func<int, bool>> e = i => i < 3; e.ToString()", "i => (i < 3)")]
    [InlineData(
        "string Name(Func<int, int> f, [System.Runtime.CompilerServices.CallerArgumentExpression(\"f\")] "
            + "string text = \"\") => f(1).ToString();\nName(i => i + 1)",
        "2"
    )]
    [InlineData("(from i in new[] { 1, 2, 3 } where i > 1 select i).Sum()", "5")]
    [InlineData("int n = 0; again: if (++n < 3) goto again;\nn", "3")]
    public async Task The_points_in_expressions_and_jumps_change_nothing_else(string code, string expected)
    {
        await _session.Run("int x = 1;");
        Assert.Equal(expected, (await _session.Run(code)).Plain);
    }

    [Fact]
    public async Task A_library_finds_the_interrupt_point_and_stops_with_the_cell()
    {
        Shown cell = await _session.RunUntilShortlyAfterStart(
            "int turns = 0;\nnew System.Threading.Tasks.TaskFactory();\nvar point = "
                + "(Action)AppContext.GetData(\"NeuralNotebooks.InterruptPoint\");\npoint();\nvoid Loop() { "
                + "point(); turns++; System.Threading.Thread.Sleep(1); Loop(); }\nLoop();"
        );

        Assert.Equal(CellOutcome.Interrupted, cell.Outcome);
        Assert.Equal("True", (await _session.Run("turns > 0")).Plain);
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
        Shown error = await _session.Run(
            code.Replace('\n', ' ').Replace("// a comment", "", StringComparison.Ordinal) + " + unknown;"
        );
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

    [Theory]
    [InlineData("try { while (true) { } } finally { for (int i = 0; i < 3; i++) { x++; Console.Write(x); } }")]
    [InlineData("using var cleaning = new Cleaning(() => { while (x < 4) x++; Console.Write(x); });\nwhile (true) { }")]
    [InlineData("try { while (true) Console.Write(\"\"); } finally { foreach (int i in new[] { 2, 3, 4 }) x = i; }")]
    [InlineData("try { while (true) { } } finally { await Task.Delay(1); x = 4; }")]
    public async Task What_an_interrupted_cell_does_to_clean_up_is_done(string code)
    {
        await _session.Run(
            "int x = 1; class Cleaning(Action clean) : IDisposable { public void Dispose() => clean(); }"
        );
        Shown cell = await _session.RunUntilShortlyAfterStart($"async Task Run() {{ {code} }}\nawait Run();");

        Assert.Equal(CellOutcome.Interrupted, cell.Outcome);
        Assert.Equal("4", (await _session.Run("x")).Plain);
    }

    [Fact]
    public async Task What_an_interrupt_has_spoiled_for_good_says_so()
    {
        await _session.Run("class Endless { public static int Number = Find(); static int Find() { while (true) ; } }");
        await _session.RunUntilShortlyAfterStart("Endless.Number");

        Assert.Contains(
            "run the cell that declares it again",
            (await _session.Run("Endless.Number")).Traceback,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_cells_own_cancellation_is_an_ordinary_exception() =>
        Assert.Equal(CellOutcome.RuntimeError, (await _session.Run("throw new OperationCanceledException();")).Outcome);
}

public sealed class InterruptTestsOnAThread() : InterruptTests(Hosts.WithThreads)
{
    [Fact]
    public async Task A_sleeping_cell_is_woken()
    {
        using var session = new TestSession();
        Shown cell = await session.RunUntilShortlyAfterStart("System.Threading.Thread.Sleep(-1);");

        Assert.Equal(CellOutcome.Interrupted, cell.Outcome);
    }

    [Theory]
    [InlineData("timer = new System.Threading.Timer(_ => { beats++; for (;;) { } }, null, 0, 100);")]
    [InlineData("async void Forever() { while (true) { beats++; await Task.Yield(); } }\nForever();")]
    [InlineData("new System.Threading.Thread(() => { while (true) beats++; }).Start();")]
    public async Task Cells_after_an_interrupted_one_run_whatever_it_has_left_behind(string leftBehind)
    {
        using var session = new TestSession();
        await session.Run("long beats = 0; System.Threading.Timer timer = null;");
        Shown interrupted = await session.RunUntilShortlyAfterStart($"{leftBehind}\nwhile (true) {{ }}");

        Assert.Equal(CellOutcome.Interrupted, interrupted.Outcome);
        for (int i = 0; i < 3; i++)
            Assert.Equal("2", (await session.Run("System.Threading.Thread.Sleep(100); 1 + 1")).Plain);
        await session.Run("timer?.Dispose();");
    }

    [Fact]
    public async Task A_thread_whose_flow_was_suppressed_is_not_stopped_by_the_interrupt_of_another_cell()
    {
        using var session = new TestSession();
        await session.Run(
            "int turns = 0; bool on = true; var left = new System.Threading.Thread(() => { while (on) "
                + "turns++; }); left.UnsafeStart();"
        );
        await session.RunUntilShortlyAfterStart("while (true) { }");
        Shown after = await session.Run(
            "int before = turns; while (turns == before) { }\non = false; left.Join(60_000)"
        );

        Assert.Equal("True", after.Plain);
    }

    [Fact]
    public async Task A_value_is_formatted_while_a_cell_of_another_session_is_being_interrupted()
    {
        using var session = new TestSession();
        using var on = new ManualResetEventSlim();
        AppDomain.CurrentDomain.SetData("formatted", on);
        using var interrupt = new CancellationTokenSource();
        var stopping = new TaskCompletionSource();
        interrupt.Token.Register(stopping.SetResult);
        Task<Shown> interrupted = session.RunUntil(
            "void Stubborn(System.Threading.ManualResetEventSlim on) { try { on.Wait(); } catch { "
                + "Stubborn(on); } }\nConsole.Write(\"started\"); "
                + "Stubborn((System.Threading.ManualResetEventSlim)AppDomain.CurrentDomain.GetData(\"formatted\"));",
            interrupt.Token
        );
        await interrupt.CancelAsync();
        await stopping.Task;

        Assert.Equal("[ 1, 2 ]", ValueFormatter.Format(new[] { 1, 2 }).Text(MimeBundle.PlainText));
        on.Set();
        await interrupted;
    }

    [Fact]
    public async Task A_thread_of_a_stopped_cell_stops_although_another_cell_has_been_stopped_since()
    {
        using var session = new TestSession();
        await session.Run("var told = new System.Threading.ManualResetEventSlim();");
        await session.RunUntilShortlyAfterStart(
            "var busy = new System.Threading.Thread(() => { told.Wait(); try { while (true) { } } catch "
                + "(OperationCanceledException) { } }); busy.Start();\nwhile (true) { }"
        );
        await session.RunUntilShortlyAfterStart("while (true) { }");

        Assert.Equal("False", (await session.Run("told.Set(); busy.Join(60_000); busy.IsAlive")).Plain);
    }

    [Fact]
    public async Task A_cell_that_goes_on_after_an_interrupt_says_that_a_restart_is_needed()
    {
        using var session = new TestSession();
        using var on = new ManualResetEventSlim();
        AppDomain.CurrentDomain.SetData("on", on);
        using var interrupt = new CancellationTokenSource();
        var shown = new Shown
        {
            OnOutput = interrupt.Cancel,
            OnText = text =>
            {
                if (text.Contains("Restart", StringComparison.Ordinal))
                    on.Set();
            },
        };
        using var own = new CSharpSession(Hosts.WithThreads);

        // A wait that swallows every interrupt, as a library may; it ends when the message has arrived.
        await own.ExecuteAsync(
            "void Stubborn(System.Threading.ManualResetEventSlim on) { try { on.Wait(); } catch { "
                + "Stubborn(on); } }\nConsole.Write(\"started\"); "
                + "Stubborn((System.Threading.ManualResetEventSlim)AppDomain.CurrentDomain.GetData(\"on\"));",
            1,
            shown,
            interrupt.Token
        );

        Assert.Equal(StreamName.Stderr, shown.Outputs.OfType<StreamOutput>().Last().Name);
    }
}

public sealed class InterruptTestsInPlace() : InterruptTests(Hosts.WithoutThreads)
{
    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("while (true) System.Threading.Thread.Sleep(20);")]
    [InlineData("await Task.Yield(); while (true) Console.Write(\"x\");")]
    [InlineData(
        "var point = (Action)AppContext.GetData(\"NeuralNotebooks.InterruptPoint\"); for (;;) { try { "
            + "point(); } catch (OperationCanceledException) { } }"
    )]
    public async Task A_polled_host_stops_the_cell_and_keeps_its_variables(string code)
    {
        int asked = 0;
        using var session = new TestSession(Hosts.WithoutThreads with { InterruptRequested = () => ++asked == 2 });
        Shown cell = await session.Run("int x = 2; " + code);

        Assert.Equal(CellOutcome.Interrupted, cell.Outcome);
        Assert.Equal(2, asked);
        Assert.Equal("2", (await session.Run("x")).Plain);
    }
}
