namespace NeuralNotebooks.Engine.Tests;

public abstract class CellErrorTests(SessionOptions host) : SessionTests(host)
{
    [Fact]
    public async Task Of_a_long_line_an_error_shows_what_is_around_it()
    {
        string data = string.Concat(Enumerable.Repeat("1, ", 30_000));

        Shown cell = await Session.Run($"int[] a = [{data}unknown, {data}];");

        string[] lines = cell.Traceback.Split('\n');
        Assert.InRange(lines[1].Length, 100, 200);
        Assert.Equal("unknown", lines[1].Substring(lines[2].IndexOf('^', StringComparison.Ordinal), 7));
    }

    [Fact]
    public async Task Unobserved_failures_of_parallel_work_show_each_cause() =>
        (
            await Session.Run(
                "System.Threading.Tasks.Parallel.For(0, 4, i => { throw new ArgumentException(\"item\"); });")
        ).Traceback.ShouldContain(
            "System.AggregateException", "Caused by System.ArgumentException: item\n   at lambda in cell 1, line 1");

    [Fact]
    public async Task An_exception_whose_message_never_ends_can_be_interrupted()
    {
        Shown cell = await Session.RunUntilShortlyAfterStart(
            "class Endless : Exception { public override string Message { get { while (true) { } } } "
                + "}\nthrow new Endless();");

        Assert.Equal(CellOutcome.Interrupted, cell.Outcome);
        Assert.Equal("1", await Session.Value("1"));
    }

    [Fact]
    public async Task A_long_message_is_cut_off()
    {
        string message = (await Session.Run("throw new Exception(new string('x', 100_000_000));"))
            .Result
            .Error!
            .Message;

        Assert.InRange(message.Length, 1_000, 200_000);
        message.ShouldEndWith("…");
    }

    [Theory]
    [Cases(
        "Exception e = new(); for (int i = 0; i < 20_000; i++) e = new Exception(\"\", e); throw e;",
        "throw new AggregateException(Enumerable.Range(0, 20_000).Select(i => new Exception(\"\")));",
        "void Dive(int depth) { if (depth == 0) throw new Exception(); Dive(depth - 1); }\nDive(20_000);")]
    public async Task A_long_chain_of_causes_or_calls_is_cut_off(string code)
    {
        IReadOnlyList<TracebackLine> traceback = (await Session.Run(code)).Result.Error!.Traceback;

        Assert.InRange(traceback.Count, 20, 250);
        Assert.Equal("   …", traceback[^1].Text);
    }

    [Fact]
    public async Task A_path_that_no_file_can_have_is_an_error_of_the_cell()
    {
        Assert.NotEqual(CellOutcome.Succeeded, (await Session.Run("#!import \0nothing")).Outcome);
        Assert.Equal("1", await Session.Value("1"));
    }
}

public sealed class CellErrorTestsOnAThread() : CellErrorTests(Hosts.WithThreads);

public sealed class CellErrorTestsInPlace() : CellErrorTests(Hosts.WithoutThreads);
