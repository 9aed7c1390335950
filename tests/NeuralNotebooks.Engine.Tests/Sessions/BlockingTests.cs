namespace NeuralNotebooks.Engine.Tests;

public sealed class BlockingTests() : SessionTests(Hosts.WithThreads)
{
    private const string Later =
        "using System.Threading;\nasync Task<int> F() { await Task.Delay(5); await Task.Yield(); return 7; }\n"
        + "async void After(Action then) { await F(); then(); }\n";

    [Theory]
    [InlineData("F().Result", "7")]
    [InlineData("F().GetAwaiter().GetResult()", "7")]
    [InlineData("var t = F(); t.Wait(); t.Result", "7")]
    [InlineData("Task.WaitAll(F(), F()); \"all\"", "all")]
    [InlineData("Task.WaitAny(F(), Task.Delay(60_000))", "0")]
    [InlineData("Task.Run(() => F()).Result", "7")]
    [InlineData("var t = F(); while (!t.IsCompleted) Thread.Sleep(10); t.Result", "7")]
    [InlineData("var t = F(); while (!t.IsCompleted) { Thread.Sleep(1); Thread.SpinWait(1000); } t.Result", "7")]
    [InlineData("var t = F(); while (!t.IsCompleted) { } t.Result", "7")]
    [InlineData("var t = F(); SpinWait.SpinUntil(() => t.IsCompleted); t.Result", "7")]
    [InlineData("var t = F(); while (!t.IsCompleted) Thread.Yield(); t.Result", "7")]
    [InlineData("async Task<int> G() { await Task.Delay(5); return F().Result + F().Result; }\nG().Result", "14")]
    [InlineData(
        "var all = new Barrier(3);\nasync Task<bool> H() { await Task.Delay(5); return all.SignalAndWait(60_000); }\n"
            + "(await Task.WhenAll(H(), H(), H())).All(ended => ended)",
        "True")]
    [InlineData("var done = new SemaphoreSlim(0);\nAfter(() => done.Release());\ndone.Wait(60_000)", "True")]
    [InlineData("var done = new ManualResetEventSlim();\nAfter(done.Set);\ndone.Wait(60_000)", "True")]
    [InlineData("var done = new ManualResetEvent(false);\nAfter(() => done.Set());\ndone.WaitOne(60_000)", "True")]
    [InlineData(
        "var done = new CountdownEvent(1);\nAfter(() => done.Signal());\ndone.Wait(60_000)", "True")]
    [InlineData(
        "object gate = new(); bool set = false;\nAfter(() => { lock (gate) { set = true; Monitor.Pulse(gate); } });\n"
            + "lock (gate) { while (!set && Monitor.Wait(gate, 60_000)) { } }\nset",
        "True")]
    [InlineData(
        "var done = new TaskCompletionSource();\nAfter(done.SetResult);\nvar thread = new Thread(done.Task.Wait) "
            + "{ IsBackground = true }; thread.Start();\nthread.Join(60_000)",
        "True")]
    [InlineData(
        "var context = SynchronizationContext.Current; var done = new ManualResetEventSlim();\n"
            + "var thread = new Thread(() => { context.Post(_ => done.Set(), null); done.Wait(); }); thread.Start();\n"
            + "thread.Join(60_000)",
        "True")]
    [InlineData(
        "var context = SynchronizationContext.Current; int sent = 0;\nvar thread = new Thread(() => "
            + "{ context.Send(_ => sent++, null); sent++; }); thread.Start();\nthread.Join(60_000);\n"
            + "context.Send(_ => sent++, null);\nsent",
        "3")]
    [InlineData("Thread.CurrentThread.Interrupt(); await Task.Delay(1);\n7", "7")]
    public async Task A_cell_that_blocks_its_thread_gets_what_it_waits_for(string code, string value)
    {
        Shown cell = await Session.Run(Later + code);

        Assert.Equal("", cell.Traceback);
        Assert.Equal(value, cell.Plain);
    }

    [Theory]
    [Cases(
        "async Task<int> Id()\n"
            + "{ await Task.Delay(1); Console.Write('x'); return Environment.CurrentManagedThreadId; }\n"
            + "var ids = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Id()));\nids.Distinct().Count()",
        "1",
        "int n = 0, at = 0; bool met = false;\nasync Task Count()\n{\n    for (int i = 0; i < 50_000; i++)\n    {\n"
            + "        await Task.Yield();\n        met |= ++at > 1; n++; at--;\n    }\n}\n"
            + "await Task.WhenAll(Count(), Count(), Count());\n$\"{n} {met}\"",
        "150000 False")]
    public async Task Without_blocking_all_parts_of_a_cell_run_in_turn_on_one_thread(string code, string value) =>
        Assert.Equal(value, (await Session.Run(code)).Plain);

    [Theory]
    [Cases(
        "Thread.Sleep(-1);", "Task.Delay(-1).Wait();", "new Barrier(2).SignalAndWait();",
        "async Task<int> G() { await Task.Delay(5); await Task.Delay(-1); return 1; }\nG().Result",
        "async Task G() { await Task.Delay(5); Console.Write('b'); while (true) { } }\nG().Wait();",
        "async Task G() { await Task.Delay(5); Console.Write('b'); Thread.Sleep(-1); }\nG().Wait();",
        "async Task G() { await Task.Delay(5); Console.Write('b'); Task.Delay(-1).Wait(); }\nG().Wait();")]
    public async Task An_interrupt_stops_a_cell_that_blocks(string code)
    {
        await Session.Run("using System.Threading; int x = 1;");
        Shown cell = await Session.RunUntilShortlyAfterStart("x = 2;\n" + code);

        Assert.Equal(CellOutcome.Interrupted, cell.Outcome);
        Assert.Equal("2", await Session.Value("x"));
    }

    [Fact]
    public async Task An_exception_of_a_part_on_another_thread_is_the_cells_error()
    {
        Shown cell = await Session.Run(
            "async Task G()\n{\n    await Task.Delay(5);\n    throw new InvalidOperationException(\"late\");\n}\n"
                + "G().Wait();");

        Assert.Equal("System.AggregateException", cell.Result.Error!.Name);
        Assert.Equal(new CellLocation(new(1), 6), cell.Result.Location);
        Assert.Contains("at G(…) in cell 1, line 4", cell.Traceback);
    }
}
