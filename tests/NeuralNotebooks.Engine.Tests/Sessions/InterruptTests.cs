namespace NeuralNotebooks.Engine.Tests;

public abstract class InterruptTests(SessionOptions host) : SessionTests(host)
{
    /// <summary>The interrupt point as a library finds it.</summary>
    protected const string InterruptPoint = "(Action)((IReadOnlyDictionary<string, Delegate>)"
        + "AppContext.GetData(\"NeuralNotebooks.Host\"))[\"InterruptPoint\"]";

    private const string Endless =
        "Enumerable.Repeat(1, int.MaxValue).SelectMany(_ => Enumerable.Repeat(1, int.MaxValue))";

    [Theory]
    [Cases(
        "while (true) { }",
        "while (true) { try { while (true) { } } catch { } }",
        Endless + ".Select(i => Math.Sin(i)).Sum()",
        Endless + ".Select(i => { x = 2; return i; }).Count(delegate (int i) { return i < 0; })",
        "System.Threading.Tasks.Parallel.ForEach(" + Endless + ", i => { x = 2; });",
        "System.Threading.Tasks.Parallel.ForEach(" + Endless + ", i => GC.KeepAlive(i));",
        "(from i in " + Endless + " select i.ToString()).Max()",
        "while (true) { try { System.Threading.Thread.Sleep(1000); } catch { } }",
        "await Task.Delay(-1);",
        "await Task.Run(() => System.Threading.Thread.Sleep(30_000));",
        "Parallel.For(0, 2, i => { var end = DateTime.Now.AddSeconds(30); while (DateTime.Now < end) { } });",
        "while (true) Console.WriteLine(\"x\");",
        "for (;;);",
        "for (int i = 0; i < 2; i += 0) x = 2;",
        "for (int i = 0; i < 2; i++) i = 0;",
        "for (long i = 0, n = long.MaxValue; i < n; i++) x = 2;",
        "do x = 2; while (true);",
        "foreach (int i in Enumerable.Repeat(1, int.MaxValue)) for (int j = 0; j < 2; j++) x = 2;",
        "IEnumerable<int> Endless() { while (true) yield return 1; }\nEndless().Count()",
        "{ again: goto again; }",
        "switch (x) { case 2: goto case 3; case 3: goto case 2; }",
        "void Jump() { start: if (x == 2) goto start; }\nJump();",
        Endless + ".Where(i => i < 0).Count()",
        "Enumerable.Repeat(1L, int.MaxValue).SelectMany(_ => Enumerable.Repeat(1L, int.MaxValue)).Sum(i => i * 2)",
        "(from i in " + Endless + " from j in " + Endless + " where j < 0 select i).Count()",
        "ParallelEnumerable.Range(0, int.MaxValue).SelectMany(_ => " + Endless + ").Where(i => i < 0).Count()",
        Daily = 17)]
    public async Task A_cell_is_stopped_and_the_session_goes_on(string code)
    {
        await Session.Run("int x = 1;");
        Shown cell = await Session.RunUntilShortlyAfterStart("x = 2;\n" + code);

        Assert.Equal(CellOutcome.Interrupted, cell.Outcome);
        Assert.Equal("Interrupted", cell.Result.Error!.Name);
        Assert.Equal("2", await Session.Value("x"));
    }

    [Fact]
    public async Task A_library_finds_the_interrupt_point_and_stops_with_the_cell()
    {
        Shown cell = await Session.RunUntilShortlyAfterStart(
            "int turns = 0;\nnew System.Threading.Tasks.TaskFactory();\nvar point = "
                + $"{InterruptPoint};\npoint();\nvoid Loop() {{ "
                + "point(); turns++; System.Threading.Thread.Sleep(1); Loop(); }\nLoop();");

        Assert.Equal(CellOutcome.Interrupted, cell.Outcome);
        Assert.Equal("True", await Session.Value("turns > 0"));
    }

    [Fact]
    public async Task Continuations_of_a_stopped_cell_do_not_run()
    {
        await Session.Run("int x = 1; var awaited = new TaskCompletionSource();");
        await Session.RunUntilShortlyAfterStart("await awaited.Task; x = 2;");
        await Session.Run("awaited.SetResult(); await Task.Delay(50);");
        Assert.Equal("1", await Session.Value("x"));
    }

    [Fact]
    public async Task An_interrupt_before_the_start_runs_nothing()
    {
        Shown cell = await Session.RunUntil("int x = 1;", new CancellationToken(canceled: true));
        Assert.Equal(CellOutcome.Interrupted, cell.Outcome);
        Assert.Equal(CellOutcome.CompileError, (await Session.Run("x")).Outcome);
    }

    [Theory]
    [Cases(
        "try { while (true) { } } finally { for (int i = 0; i < 3; i++) { x++; Console.Write(x); } }",
        "using var cleaning = new Cleaning(() => { while (x < 4) x++; Console.Write(x); });\nwhile (true) { }",
        "try { while (true) Console.Write(\"\"); } finally { foreach (int i in new[] { 2, 3, 4 }) x = i; }",
        "try { while (true) { } } finally { await Task.Yield(); x = 4; }")]
    public async Task What_an_interrupted_cell_does_to_clean_up_is_done(string code)
    {
        await Session.Run(
            "int x = 1; class Cleaning(Action clean) : IDisposable { public void Dispose() => clean(); }");
        Shown cell = await Session.RunUntilShortlyAfterStart($"async Task Run() {{ {code} }}\nawait Run();");

        Assert.Equal(CellOutcome.Interrupted, cell.Outcome);
        Assert.Equal("4", await Session.Value("x"));
    }

    [Fact]
    public async Task What_an_interrupt_has_spoiled_for_good_says_so()
    {
        await Session.Run("class Endless { public static int Number = Find(); static int Find() { while (true) ; } }");
        await Session.RunUntilShortlyAfterStart("Endless.Number");

        Shown again = await Session.Run("Endless.Number");
        again.Traceback.ShouldContain("run the cell that declares it again");
        again.Result.Error!.Message.ShouldContain("run the cell that declares it again");
    }
}

public sealed class InterruptTestsOnAThread() : InterruptTests(Hosts.WithThreads)
{
    /// <summary>A wait that swallows every interrupt, as a library may.</summary>
    private const string Stubborn = "void Wait() { try { ((System.Threading.ManualResetEventSlim)"
        + "AppDomain.CurrentDomain.GetData(\"on\")).Wait(); } catch { Wait(); } }\nConsole.Write(\"started\"); Wait();";

    [Theory]
    [Cases(
        "timer = new System.Threading.Timer(_ => { beats++; for (;;) { } }, null, 0, 100);",
        "async void Forever() { while (true) { beats++; await Task.Yield(); } }\nForever();",
        "new System.Threading.Thread(() => { while (true) beats++; }).Start();")]
    public async Task Cells_after_an_interrupted_one_run_whatever_it_has_left_behind(string leftBehind)
    {
        await Session.Run("long beats = 0; System.Threading.Timer timer = null;");
        Shown interrupted = await Session.RunUntilShortlyAfterStart($"{leftBehind}\nwhile (true) {{ }}");

        Assert.Equal(CellOutcome.Interrupted, interrupted.Outcome);
        for (int i = 0; i < 3; i++)
            Assert.Equal("2", await Session.Value("System.Threading.Thread.Sleep(100); 1 + 1"));
        await Session.Run("timer?.Dispose();");
    }

    [Fact]
    public async Task A_thread_whose_flow_was_suppressed_is_not_stopped_by_the_interrupt_of_another_cell()
    {
        await Session.Run(
            "int turns = 0; bool on = true; var left = new System.Threading.Thread(() => { while (on) "
                + "turns++; }); left.UnsafeStart();");
        await Session.RunUntilShortlyAfterStart("while (true) { }");
        Shown after = await Session.Run(
            "int before = turns; while (turns == before) { }\non = false; left.Join(60_000)");

        Assert.Equal("True", after.Plain);
    }

    [Fact]
    public async Task A_value_is_formatted_while_a_cell_of_another_session_is_being_interrupted()
    {
        using var on = new ManualResetEventSlim();
        AppDomain.CurrentDomain.SetData("on", on);
        using var interrupt = new CancellationTokenSource();
        var stopping = new TaskCompletionSource();
        interrupt.Token.Register(stopping.SetResult);
        Task<Shown> interrupted = Session.RunUntil(Stubborn, interrupt.Token);
        await interrupt.CancelAsync();
        await stopping.Task;

        Assert.Equal("[ 1, 2 ]", ValueFormatter.Format(new[] { 1, 2 }, CurrentCell.Running).Text(MimeBundle.PlainText));
        on.Set();
        await interrupted;
    }

    [Fact]
    public async Task A_thread_of_a_stopped_cell_stops_although_another_cell_has_been_stopped_since()
    {
        await Session.Run("var told = new System.Threading.ManualResetEventSlim();");
        await Session.RunUntilShortlyAfterStart(
            "var busy = new System.Threading.Thread(() => { told.Wait(); try { while (true) { } } catch "
                + "(OperationCanceledException) { } }); busy.Start();\nwhile (true) { }");
        await Session.RunUntilShortlyAfterStart("while (true) { }");

        Assert.Equal("False", await Session.Value("told.Set(); busy.Join(60_000); busy.IsAlive"));
    }

    [Fact]
    public async Task A_cell_that_goes_on_after_an_interrupt_says_that_a_restart_is_needed()
    {
        using var on = new ManualResetEventSlim();
        AppDomain.CurrentDomain.SetData("on", on);
        using var interrupt = new CancellationTokenSource();
        var shown = new Shown
        {
            OnOutput = interrupt.Cancel,
            OnText = text =>
            {
                if (text.Contains("Restart"))
                    on.Set();
            },
        };
        using var own = new CSharpSession(Hosts.WithThreads);

        // The wait ends when the message has arrived.
        await own.ExecuteAsync(Stubborn, new(1), shown, interrupt.Token);

        Assert.Equal(StreamName.Stderr, shown.Outputs.OfType<StreamOutput>().Last().Name);
    }
}

public sealed class InterruptTestsInPlace() : InterruptTests(Hosts.WithoutThreads)
{
    [Theory]
    [Cases(
        "while (true) { }",
        "while (true) System.Threading.Thread.Sleep(20);",
        "await Task.Yield(); while (true) Console.Write(\"x\");",
        $"var point = {InterruptPoint}; for (;;) {{ try {{ "
            + "point(); } catch (OperationCanceledException) { } }")]
    public async Task A_polled_host_stops_the_cell_and_keeps_its_variables(string code)
    {
        int asked = 0;
        using var session = new TestSession(Hosts.WithoutThreads with { InterruptRequested = () => ++asked == 2 });
        Shown cell = await session.Run("int x = 2; " + code);

        Assert.Equal(CellOutcome.Interrupted, cell.Outcome);
        Assert.Equal(2, asked);
        Assert.Equal("2", await session.Value("x"));
    }
}
