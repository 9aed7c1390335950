namespace NeuralNotebooks.Engine.Tests;

public abstract class CSharpSessionTests(SessionOptions host) : IDisposable
{
    private readonly TestSession _session = new(host);

    public void Dispose()
    {
        _session.Dispose();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData("1 + 1", "2")]
    [InlineData("\"text\"", "text")]
    [InlineData("var x = 3;\nx", "3")]
    [InlineData("Math.Sqrt(16)", "4")]
    [InlineData("await Task.FromResult(5)", "5")]
    [InlineData("await Task.Delay(1);\n7", "7")]
    [InlineData("(string)null", "<null>")]
    [InlineData("enum Colour { Red }\nColour.Red", "Red")]
    [InlineData("int Twice(int x) => 2 * x;\nTwice(21)", "42")]
    [InlineData("unsafe { int* p = null; }\nsizeof(int)", "4")]
    [InlineData("string? s = null; s ?? \"none\"", "none")]
    [InlineData("// comment only at the end\n1 // one", "1")]
    [InlineData("return 8;", "8")]
    [InlineData("if (1 < 2) return 8;\n9", "8")]
    public async Task The_last_expression_without_semicolon_is_the_result(string code, string expected)
    {
        Shown cell = await _session.Run(code);

        Assert.Equal(CellOutcome.Succeeded, cell.Outcome);
        Assert.Equal(expected, cell.Plain);
        Assert.Equal(1, Assert.IsType<ExecuteResult>(Assert.Single(cell.Outputs)).ExecutionCount);
    }

    [Theory]
    [InlineData("1 + 1;", false)]
    [InlineData("", true)]
    [InlineData("// nothing", true)]
    [InlineData("var x = 1;", true)]
    [InlineData("void F() { }", true)]
    [InlineData("await Task.CompletedTask", true)]
    [InlineData("System.GC.KeepAlive(1)", true)]
    [InlineData("int i = 0;\ni = 5;", true)]
    [InlineData("return;", true)]
    [InlineData("int F() { return 8; }\nF();", true)]
    public async Task A_statement_has_no_result(string code, bool compiles)
    {
        Shown cell = await _session.Run(code);

        Assert.Equal(compiles, cell.Result.Succeeded);
        Assert.Empty(cell.Outputs.OfType<ExecuteResult>());
    }

    [Fact]
    public async Task A_cell_sees_what_earlier_cells_declared_and_may_redeclare_it()
    {
        await _session.Run("using System.Globalization; int x = 1; int F() => 1; record Point(int X);");
        Assert.Equal("2", (await _session.Run("F() + x")).Plain);
        await _session.Run(
            "string x = \"again\"; string F() => x + CultureInfo.InvariantCulture.Name; record Point(string Name);"
        );
        Assert.Equal("again!", (await _session.Run("F() + new Point(\"!\").Name")).Plain);
    }

    [Fact]
    public async Task Console_text_and_displays_come_in_the_order_in_which_they_were_made()
    {
        Shown cell = await _session.Run("""
            Console.Write("a"); display(1); Console.Error.Write("b"); Console.WriteLine("c"); "x".Display(); Console.Write('d');
            HTML("<b>h</b>").Display();
            2
            """);

        Assert.Equal("a[1]!bc\n[x]d[<b>h</b>]=2", cell.Order);
    }

    [Fact]
    public async Task What_was_shown_is_kept_when_the_cell_throws() =>
        Assert.Equal(
            "before[1]#System.Exception",
            (await _session.Run("Console.Write(\"before\"); display(1); throw new Exception();")).Order
        );

    [Fact]
    public async Task Output_is_shown_while_the_cell_runs()
    {
        Shown cell = await _session.Run(
            "Console.Write(\"early\"); System.Threading.Thread.Sleep(500); Console.Write(\"late\");"
        );

        Assert.Equal("earlylate", cell.Console);
        Assert.Equal(2, cell.Outputs.Count);
    }

    [Fact]
    public async Task Large_output_is_complete()
    {
        Shown cell = await _session.Run("for (int i = 0; i < 200_000; i++) Console.WriteLine(\"line ä😀 \" + i);");

        string[] lines = cell.Console.Split('\n');
        Assert.Equal(200_001, lines.Length);
        Assert.Equal("line ä😀 199999", lines[^2]);
    }

    [Fact]
    public async Task Lines_of_several_threads_stay_whole()
    {
        Shown cell = await _session.Run(
            "System.Threading.Tasks.Parallel.For(0, 2000, i => Console.WriteLine(\"0123456789\"));"
        );
        Assert.All(cell.Console.TrimEnd('\n').Split('\n'), line => Assert.Equal("0123456789", line));
    }

    [Fact]
    public async Task A_display_is_updated_in_its_own_cell_and_from_a_later_one()
    {
        Shown first = await _session.Run("var shown = display(1); shown.Update(2);");
        string id = Assert.IsType<DisplayData>(Assert.Single(first.Outputs)).DisplayId!;
        Assert.Equal("2", first.Updates[id].Text(MimeBundle.PlainText));

        Shown second = await _session.Run("shown.Update(\"three\")");
        Assert.Empty(second.Outputs);
        Assert.Equal("three", second.Updates[id].Text(MimeBundle.PlainText));
    }

    [Theory]
    [InlineData("display(1)", "1")]
    [InlineData("1.Display()", "1")]
    public async Task A_display_without_a_semicolon_shows_its_value_and_not_its_handle(string code, string expected)
    {
        Shown cell = await _session.Run(code);
        Assert.Equal(expected, Assert.IsType<DisplayData>(Assert.Single(cell.Outputs)).Data.Text(MimeBundle.PlainText));
    }

    [Theory]
    [InlineData("Console.ReadLine()")]
    [InlineData("Console.Read()")]
    [InlineData("Console.ReadKey()")]
    [InlineData("Console.In.ReadToEnd()")]
    [InlineData("await Console.In.ReadLineAsync()")]
    public async Task Reading_from_the_keyboard_says_that_there_is_none(string code)
    {
        Assert.SkipWhen(
            code.Contains("ReadKey", StringComparison.Ordinal) && !Console.IsInputRedirected,
            "Console.ReadKey would wait for a key of this terminal."
        );
        Shown cell = await _session.Run(code);
        Assert.Equal(CellOutcome.RuntimeError, cell.Outcome);
        Assert.Contains("reads from the keyboard", cell.Result.Error!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Console.SetOut(System.IO.TextWriter.Null); Console.SetError(System.IO.TextWriter.Null);")]
    [InlineData("Console.Out.Close(); Console.Error.Dispose();")]
    [InlineData(
        "var own = new System.IO.StringWriter(); Console.SetOut(own); own.Dispose(); "
            + "Console.SetIn(System.IO.TextReader.Null);"
    )]
    [InlineData("Console.OutputEncoding = System.Text.Encoding.ASCII;")]
    public async Task A_cell_that_breaks_the_console_breaks_it_only_for_itself(string code)
    {
        Assert.True((await _session.Run(code)).Result.Succeeded);
        Assert.Equal("ä!é", (await _session.Run("Console.Write(\"ä\"); Console.Error.Write(\"é\");")).Order);
    }

    [Fact]
    public async Task A_task_that_a_cell_does_not_await_goes_on()
    {
        await _session.Run(
            "int n = 0; async Task Count() { for (int i = 0; i < 3; i++) { await Task.Delay(20); n++; } "
                + "}\nvar counting = Count();"
        );
        Assert.Equal("3", (await _session.Run("await counting; n")).Plain);
    }

    [Fact]
    public async Task Two_sessions_in_a_process_do_not_interfere()
    {
        using var other = new TestSession(host);
        await _session.Run("record Point(int X); int value = 1; Point At() => new(value);");
        await other.Run("record Point(string Name); string value = \"other\"; Point At() => new(value);");
        await _session.Run("value = 2;");

        Assert.Equal("2", (await _session.Run("At().X")).Plain);
        Assert.Equal("other", (await other.Run("At().Name")).Plain);
    }

    [Fact]
    public async Task Usings_alone_are_a_cell_and_apply_to_later_ones()
    {
        Assert.True((await _session.Run("int x = 1;")).Result.Succeeded);
        Assert.True((await _session.Run("using System.Globalization;")).Result.Succeeded);
        Assert.Equal("1", (await _session.Run("x.ToString(CultureInfo.InvariantCulture)")).Plain);
    }

    [Fact]
    public async Task A_package_is_refused_with_a_message_where_there_are_none()
    {
        Shown cell = await _session.Run("\n#r \"nuget: Some.Package, 1.0.0\"");

        Assert.Equal(CellOutcome.CompileError, cell.Outcome);
        Assert.Equal(new CellLocation(1, 2), cell.Result.Location);
        Assert.Equal(
            "The package Some.Package could not be added. Packages are not available here. Run the notebook "
                + "with nn run or in Jupyter.",
            cell.Result.Error!.Message
        );
    }

    [Fact]
    public async Task A_sink_that_throws_gets_its_exception_back_and_the_session_goes_on()
    {
        using var own = new CSharpSession(host);
        await Assert.ThrowsAsync<IOException>(() =>
            own.ExecuteAsync("int x = 5;\nx", 1, new BrokenSink(), CancellationToken.None)
        );
        var shown = new Shown();
        await own.ExecuteAsync("x", 2, shown, CancellationToken.None);
        Assert.Equal("5", shown.Plain);
    }

    private sealed class BrokenSink : IOutputSink
    {
        public void Emit(Output output) => throw new IOException();

        public void Update(string displayId, MimeBundle data) => throw new IOException();

        public void Clear(bool wait)
        {
        }
    }
}

public sealed class CSharpSessionTestsOnAThread() : CSharpSessionTests(Hosts.WithThreads)
{
    [Fact]
    public async Task Large_output_comes_in_few_pieces()
    {
        using var session = new TestSession();
        Shown cell = await session.Run("for (int i = 0; i < 200_000; i++) Console.WriteLine(i);");

        Assert.True(cell.Outputs.Count < 1000, $"{cell.Outputs.Count} pieces");
    }
}

public sealed class CSharpSessionTestsInPlace() : CSharpSessionTests(Hosts.WithoutThreads);
