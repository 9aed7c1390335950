namespace NeuralNotebooks.Engine.Tests;

public abstract class CSharpSessionTests(SessionOptions host) : SessionTests(host)
{
    [Fact]
    public async Task Output_is_shown_while_the_cell_runs()
    {
        Shown cell = await Session.Run(
            "Console.Write(\"early\"); System.Threading.Thread.Sleep(500); Console.Write(\"late\");");

        Assert.Equal("earlylate", cell.Console);
        Assert.Equal(2, cell.Outputs.Count);
    }

    [Fact]
    public async Task Large_output_is_complete()
    {
        Shown cell = await Session.Run("for (int i = 0; i < 200_000; i++) Console.WriteLine(\"line ä😀 \" + i);");

        string[] lines = cell.Console.Split('\n');
        Assert.Equal(200_001, lines.Length);
        Assert.Equal("line ä😀 199999", lines[^2]);
    }

    [Fact]
    public async Task Lines_of_several_threads_stay_whole()
    {
        Shown cell = await Session.Run(
            "System.Threading.Tasks.Parallel.For(0, 2000, i => Console.WriteLine(\"0123456789\"));");
        Assert.All(cell.Console.TrimEnd('\n').Split('\n'), line => Assert.Equal("0123456789", line));
    }

    [Fact]
    public async Task Waiting_for_a_key_says_that_there_is_no_keyboard()
    {
        Assert.SkipUnless(Console.IsInputRedirected, "Console.ReadKey would wait for a key of this terminal.");
        (await Session.Run("Console.ReadKey()")).Traceback.ShouldContain("reads from the keyboard");
    }

    [Fact]
    public async Task Two_sessions_in_a_process_do_not_interfere()
    {
        using var other = new TestSession(Host);
        await Session.Run("record Point(int X); int value = 1; Point At() => new(value);");
        await other.Run("record Point(string Name); string value = \"other\"; Point At() => new(value);");
        await Session.Run("value = 2;");

        Assert.Equal("2", await Session.Value("At().X"));
        Assert.Equal("other", await other.Value("At().Name"));
    }

    [Fact]
    public async Task A_sink_that_throws_gets_its_exception_back_and_the_session_goes_on()
    {
        using var own = new CSharpSession(Host);
        await Assert.ThrowsAsync<IOException>(() =>
            own.ExecuteAsync("int x = 5;\nx", new(1), new BrokenSink(), CancellationToken.None)
        );
        var shown = new Shown();
        await own.ExecuteAsync("x", new(2), shown, CancellationToken.None);
        Assert.Equal("5", shown.Plain);
    }

    private sealed class BrokenSink : IOutputSink
    {
        public void Emit(OutputEvent shown) => throw new IOException();
    }
}

public sealed class CSharpSessionTestsOnAThread() : CSharpSessionTests(Hosts.WithThreads)
{
    [Fact]
    public async Task Large_output_comes_in_few_pieces()
    {
        Shown cell = await Session.Run("for (int i = 0; i < 200_000; i++) Console.WriteLine(i);");

        Assert.True(cell.Outputs.Count < 1000, $"{cell.Outputs.Count} pieces");
    }
}

public sealed class CSharpSessionTestsInPlace() : CSharpSessionTests(Hosts.WithoutThreads);
