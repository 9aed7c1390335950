namespace NeuralNotebooks.Engine.Tests;

public abstract class CellErrorTests(SessionOptions host) : IDisposable
{
    private readonly TestSession _session = new(host);

    public void Dispose()
    {
        _session.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_compile_error_names_cell_and_line_and_shows_the_line_with_a_caret()
    {
        Shown cell = await _session.Run("int a = 1;\n\nint b = a + unknown;");

        Assert.Equal(CellOutcome.CompileError, cell.Outcome);
        Assert.Equal(new CellLocation(1, 3), cell.Result.Location);
        Assert.Equal("CS0103", cell.Result.Error!.Name);
        Assert.Equal("""
            cell 1, line 3: error CS0103: The name 'unknown' does not exist in the current context
                 3 | int b = a + unknown;
                   |             ^^^^^^^
            """.ReplaceLineEndings("\n"), cell.Traceback);
        Assert.Same(cell.Result.Error, cell.Outputs[^1]);
    }

    [Fact]
    public async Task The_caret_is_under_the_error_even_after_tabs() =>
        Assert.Contains(
            "\n       | \t\t^^^^^^^",
            (await _session.Run("\t\tunknown;")).Traceback,
            StringComparison.Ordinal
        );

    [Fact]
    public async Task Of_a_long_line_an_error_shows_what_is_around_it()
    {
        string data = string.Concat(Enumerable.Repeat("1, ", 30_000));

        Shown cell = await _session.Run($"int[] a = [{data}unknown, {data}];");

        string[] lines = cell.Traceback.Split('\n');
        Assert.InRange(lines[1].Length, 100, 200);
        Assert.Equal("unknown", lines[1].Substring(lines[2].IndexOf('^', StringComparison.Ordinal), 7));
    }

    [Theory]
    [InlineData(
        "double Slope(double z)\n{\n    return z(1-z);\n}",
        "CS0149",
        "z(1-z) calls z like a function: for a product, write z * (1-z)"
    )]
    [InlineData(
        "double x = 3;\n2(x + 1)",
        "CS0149",
        "2(x + 1) calls 2 like a function: for a product, write 2 * (x + 1)"
    )]
    [InlineData(
        "double z = 3;\nz(1 - z)",
        "CS1955",
        "z(1 - z) calls z like a function: for a product, write z * (1 - z)"
    )]
    public async Task A_missing_product_sign_is_named_below_the_compilers_message(
        string code,
        string number,
        string advice
    )
    {
        Shown cell = await _session.Run(code);

        Assert.Equal(number, cell.Result.Error!.Name);
        Assert.Contains($"error {number}: {cell.Result.Error.Message}\n", cell.Traceback, StringComparison.Ordinal);
        Assert.Equal(advice, cell.Result.Error.Traceback[3]);
    }

    [Fact]
    public async Task A_call_that_is_not_a_product_gets_only_the_compilers_message()
    {
        Shown cell = await _session.Run("int n = 3; void Show() { var m = 2; m(); }");

        Assert.Equal("CS0149", cell.Result.Error!.Name);
        Assert.DoesNotContain("for a product", cell.Traceback, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_compile_error_changes_nothing()
    {
        await _session.Run("int x = 1;");
        await _session.Run("x = 2; int y = 3; z");
        Assert.Equal("1", (await _session.Run("x")).Plain);
        Assert.Equal(CellOutcome.CompileError, (await _session.Run("y")).Outcome);
    }

    [Fact]
    public async Task What_had_run_before_an_exception_is_kept()
    {
        await _session.Run("int x = 1;");
        Assert.Equal(
            CellOutcome.RuntimeError,
            (await _session.Run("x = 2; int y = 3; throw new Exception(); int z = 4;")).Outcome
        );
        Assert.Equal("5", (await _session.Run("x + y")).Plain);
        Assert.Equal("0", (await _session.Run("z")).Plain);
    }

    [Fact]
    public async Task An_exception_in_the_very_first_cell_keeps_its_declarations()
    {
        await _session.Run("int x = 1; throw new Exception();");
        Assert.Equal("1", (await _session.Run("x")).Plain);
    }

    [Theory]
    [InlineData("int zero = 0;\nnew[] { 1, 2 }.Select(n => n / zero)", "System.DivideByZeroException")]
    [InlineData(
        "class Own\n{ public string ToHtml() => throw new NotSupportedException(); }\nnew Own()",
        "System.NotSupportedException"
    )]
    [InlineData(
        "class Own\n{ public string ToHtml() => throw new NotSupportedException(); }\ndisplay(new Own());",
        "System.NotSupportedException"
    )]
    public async Task What_a_value_throws_while_it_is_shown_is_the_cells_error(string code, string exception)
    {
        Shown cell = await _session.Run(code);

        Assert.Equal(CellOutcome.RuntimeError, cell.Outcome);
        Assert.Equal(exception, cell.Result.Error!.Name);
        Assert.Equal(new CellLocation(1, 2), cell.Result.Location);
        Assert.Equal("1", (await _session.Run("1")).Plain);
    }

    [Fact]
    public async Task The_stack_is_that_of_the_cells_only()
    {
        await _session.Run("double Share(int parts)\n{\n    return 1 / parts;\n}");
        Shown cell = await _session.Run("\nvar half = Share(0);");

        Assert.Equal("System.DivideByZeroException", cell.Result.Error!.Name);
        Assert.Equal(new CellLocation(2, 2), cell.Result.Location);
        Assert.Equal("""
            cell 2, line 2: System.DivideByZeroException: Attempted to divide by zero.
               at Share(Int32 parts) in cell 1, line 3
                 3 |     return 1 / parts;
               at cell 2, line 2
            """.ReplaceLineEndings("\n"), cell.Traceback);
    }

    [Fact]
    public async Task Frames_of_lambdas_types_async_methods_and_libraries_are_named_as_in_the_source()
    {
        Shown cell = await _session.Run("""
            class Worker
            {
                public async Task<int> RunAsync(string text)
                {
                    await Task.Yield();
                    return new[] { text }.Select(t => int.Parse(t)).Single();
                }
            }
            await new Worker().RunAsync("no number")
            """);

        string[] frames =
        [
            .. cell
                .Result.Error!.Traceback.Where(line => line.StartsWith("   at ", StringComparison.Ordinal))
                .Select(line => line[6..]),
        ];
        Assert.Contains(frames, f => f.StartsWith("System.Number.", StringComparison.Ordinal));
        Assert.Contains("Worker.lambda in RunAsync in cell 1, line 6", frames);
        Assert.Contains("Worker.RunAsync(…) in cell 1, line 6", frames);
        Assert.Equal("cell 1, line 9", frames[^1]);
        Assert.DoesNotContain(
            frames,
            f =>
                f.Contains("d__", StringComparison.Ordinal)
                || f.Contains("Submission", StringComparison.Ordinal)
                || f.Contains("Awaiter", StringComparison.Ordinal)
                || f.Contains("CodeAnalysis", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Inner_exceptions_are_shown_with_their_own_frames()
    {
        Shown cell = await _session.Run("""
            try { int.Parse("x"); }
            catch (Exception e) { throw new InvalidOperationException("outer", e); }
            """);

        Assert.Contains(
            "cell 1, line 2: System.InvalidOperationException: outer",
            cell.Traceback,
            StringComparison.Ordinal
        );
        Assert.Contains("\nCaused by System.FormatException: ", cell.Traceback, StringComparison.Ordinal);
        Assert.Contains("at cell 1, line 1", cell.Traceback, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exception_type_of_the_notebook_has_its_plain_name() =>
        Assert.Equal("Mine", (await _session.Run("class Mine : Exception { }\nthrow new Mine();")).Result.Error!.Name);

    [Fact]
    public async Task Many_errors_are_cut()
    {
        Shown cell = await _session.Run(string.Join('\n', Enumerable.Range(0, 30).Select(i => $"a{i}();")));
        Assert.Equal("… and 20 more errors", cell.Result.Error!.Traceback[^1]);
    }

    [Fact]
    public async Task Unobserved_failures_of_parallel_work_show_each_cause()
    {
        Shown cell = await _session.Run(
            "System.Threading.Tasks.Parallel.For(0, 4, i => { throw new ArgumentException(\"item\"); });"
        );
        Assert.Equal("System.AggregateException", cell.Result.Error!.Name);
        Assert.Contains(
            "Caused by System.ArgumentException: item\n   at lambda in cell 1, line 1",
            cell.Traceback,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_exception_that_nobody_awaits_is_the_cells_error()
    {
        Shown cell = await _session.Run(
            "async void Fail() { await Task.Yield(); throw new ArgumentException(\"async void\"); }\nFail(); "
                + "await Task.Delay(1000);"
        );
        Assert.Equal(CellOutcome.RuntimeError, cell.Outcome);
        Assert.Equal("async void", cell.Result.Error!.Message);
    }
}

public sealed class CellErrorTestsOnAThread() : CellErrorTests(Hosts.WithThreads);

public sealed class CellErrorTestsInPlace() : CellErrorTests(Hosts.WithoutThreads);
