namespace NeuralNotebooks.Engine.Tests;

/// <summary>Exceptions whose own code misbehaves are errors of their cell like any other.</summary>
public abstract class HostileExceptionTests(SessionOptions host) : IDisposable
{
    private readonly TestSession _session = new(host);

    public void Dispose()
    {
        _session.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task An_exception_whose_message_throws_is_an_error_that_says_so()
    {
        Shown cell = await _session.Run(
            "class Bad : Exception { public override string Message => throw new NotSupportedException(); "
                + "}\nthrow new Bad();"
        );

        Assert.Equal(CellOutcome.RuntimeError, cell.Outcome);
        Assert.Equal("Bad", cell.Result.Error!.Name);
        Assert.Equal("(no message: reading it threw System.NotSupportedException)", cell.Result.Error.Message);
        Assert.Equal(new CellLocation(1, 2), cell.Result.Location);
        Assert.Same(cell.Result.Error, cell.Outputs[^1]);
        Assert.Equal("1", (await _session.Run("1")).Plain);
    }

    [Fact]
    public async Task A_getter_that_throws_an_exception_whose_message_throws_takes_only_its_own_place()
    {
        Shown cell = await _session.Run("""
            class Bad : Exception { public override string Message => throw new Exception("message"); }
            class Value { public int A => throw new Bad(); public Exception B => new Bad(); public int C => 3; }
            new Value()
            """);

        Assert.Equal("", cell.Traceback);
        Assert.Contains("C: 3", cell.Plain, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exception_whose_message_is_null_has_an_empty_one()
    {
        Shown cell = await _session.Run(
            "class Mute : Exception { public override string Message => null; }\nthrow new Mute();"
        );

        Assert.Equal("Mute", cell.Result.Error!.Name);
        Assert.Equal("", cell.Result.Error.Message);
    }

    [Fact]
    public async Task An_exception_whose_message_never_ends_can_be_interrupted()
    {
        Shown cell = await _session.RunUntilShortlyAfterStart(
            "class Endless : Exception { public override string Message { get { while (true) { } } } "
                + "}\nthrow new Endless();"
        );

        Assert.Equal(CellOutcome.Interrupted, cell.Outcome);
        Assert.Equal("1", (await _session.Run("1")).Plain);
    }

    [Fact]
    public async Task A_long_message_is_cut_off()
    {
        Shown cell = await _session.Run("throw new Exception(new string('x', 100_000_000));");

        Assert.InRange(cell.Result.Error!.Message.Length, 1_000, 200_000);
        Assert.EndsWith("…", cell.Result.Error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Exception e = new(); for (int i = 0; i < 20_000; i++) e = new Exception(\"\", e); throw e;")]
    [InlineData("throw new AggregateException(Enumerable.Range(0, 20_000).Select(i => new Exception(\"\")));")]
    [InlineData("void Dive(int depth) { if (depth == 0) throw new Exception(); Dive(depth - 1); }\nDive(20_000);")]
    public async Task A_long_chain_of_causes_or_calls_is_cut_off(string code)
    {
        Shown cell = await _session.Run(code);

        Assert.Equal(CellOutcome.RuntimeError, cell.Outcome);
        Assert.InRange(cell.Result.Error!.Traceback.Count, 20, 250);
        Assert.Equal("   …", cell.Result.Error.Traceback[^1]);
    }

    [Fact]
    public async Task A_path_that_no_file_can_have_is_an_error_of_the_cell()
    {
        Shown cell = await _session.Run("#!import \0nothing");

        Assert.NotEqual(CellOutcome.Succeeded, cell.Outcome);
        Assert.Equal("1", (await _session.Run("1")).Plain);
    }
}

public sealed class HostileExceptionTestsOnAThread() : HostileExceptionTests(Hosts.WithThreads);

public sealed class HostileExceptionTestsInPlace() : HostileExceptionTests(Hosts.WithoutThreads);
