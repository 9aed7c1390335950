namespace NeuralNotebooks.Runner.Tests;

public sealed class NotebookRunnerTests : FolderedTests
{
    private const string Threads = "Environment.GetEnvironmentVariable(\"NN_NUM_THREADS\")";

    /// <summary>An environment variable that is set already is not changed.</summary>
    private static readonly string? _threads = Environment.GetEnvironmentVariable("NN_NUM_THREADS");

    [Fact]
    public async Task A_notebook_runs_in_its_own_folder_in_utf8_with_the_environment_it_is_given()
    {
        string path = Folder.Notebook(
            "sub/where.ipynb",
            "Environment.CurrentDirectory",
            "Environment.GetEnvironmentVariable(\"NN_QUICK\") + Environment.GetEnvironmentVariable(\"NN_FULL\")",
            "Console.WriteLine(\"Σ = ½ € 😀\");",
            "#!import kit.csx",
            "fromKit",
            Threads);
        string kit = Folder.File("kit.csx", "int fromKit = 7;");
        var options = new RunOptions { Quick = true, Full = true, KitScript = kit };
        var events = new Events();

        NotebookRun run = await Runs.Of(path, options, events);

        Assert.Equal(RunStatus.Passed, run.Status);
        string?[] results = [.. run.Cells.Select(Runs.Shown)];
        results[0].ShouldEndWith("sub");
        Assert.Equal("11", results[1]);
        Assert.Equal("Σ = ½ € 😀\n", results[2]);
        Assert.Equal("7", results[4]);
        Assert.Equal(_threads ?? "<null>", results[5]);

        int[] numbers = [1, 2, 3, 4, 5, 6];
        Assert.Equal(new NotebookStarted(path, 6), events.All.First());
        Assert.Equal(numbers, events.All.OfType<CellStarted>().Select(started => started.Number));
        Assert.Equal(numbers, events.All.OfType<CellFinished>().Select(finished => finished.Cell.Number));
        Assert.Same(run, Assert.IsType<NotebookFinished>(events.All.Last()).Run);
        Assert.Equal(numbers, run.Executed!.CodeCells.Select(cell => cell.ExecutionCount ?? 0));
        Assert.True(run.PeakMemory > 10_000_000);
    }

    [Fact]
    public async Task A_notebook_runs_under_the_locale_of_the_environment_it_is_given()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows takes no locale from the environment.");
        Assert.SkipUnless(
            CultureInfo.GetCultures(CultureTypes.SpecificCultures).Any(culture => culture.Name == "de-DE"),
            "Needs ICU with de-DE.");
        NotebookRun run = await Folder.Run(
            new RunOptions { Environment = new Dictionary<string, string> { ["LC_ALL"] = "de_DE.UTF-8" } },
            "0.5.ToString()",
            "System.Globalization.CultureInfo.CurrentCulture.Name");

        Assert.Equal(["0,5", "de-DE"], run.Cells.Select(Runs.Shown));
    }

    [Fact]
    public async Task Tasks_that_a_cell_has_left_waiting_do_not_hold_up_a_restore()
    {
        Nightly.Only();
        // The pool starts one or two threads a second: with it, the second cell would take a quarter of an hour.
        string path = Folder.Notebook(
            "waiting.ipynb",
            "var on = new System.Threading.ManualResetEventSlim(); for (int i = 0; i < 2000; i++) "
                + "Task.Run(() => on.Wait());",
            "1 + 1",
            "#r \"nuget: No.Such.Package\"");
        Folder.File("NuGet.config", "<configuration><packageSources><clear /></packageSources></configuration>");

        NotebookRun run = await Runs.Of(path, new() { CellTimeout = TimeSpan.FromMinutes(2) });

        Assert.Equal("2", run.Cells[1].Shown());
        run.Error!.Message.ShouldContain("The package No.Such.Package could not be added.");
    }

    /// <summary>The compiler warms up while the first cell is compiled. If they did not share the framework's types,
    /// about every second process would fail here.</summary>
    [Fact]
    public async Task Side_by_side_notebooks_share_the_cores_and_a_second_cell_knows_the_types_of_the_first()
    {
        int count = Nightly.IsOn ? 6 : 2;
        string[] paths =
        [
            .. Enumerable.Range(0, count).Select(i => Folder.Notebook(
                $"types-{i}.ipynb",
                $"#r \"{typeof(NotebookRunnerTests).Assembly.Location}\"\nusing Many = System.Linq.Enumerable;\n"
                    + "var counts = new Dictionary<string, int> { [\"a\"] = 1 };",
                "foreach (var (word, count) in counts.OrderBy(pair => pair.Value)) word.Display();",
                "Many.Sum(new[] { 0.5, 1.5 })",
                Threads)),
        ];

        IReadOnlyList<NotebookRun> runs = await new NotebookRunner(new RunOptions { Jobs = count })
            .RunAsync(paths, null, Cancellation);

        string share = _threads ?? $"{Math.Max(1, Environment.ProcessorCount / count)}";
        Assert.All(runs, run => Assert.Equal((RunStatus.Passed, null), (run.Status, run.Error?.Message)));
        Assert.All(runs, run => Assert.Equal(share, run.Cells[^1].Shown()));
    }

    [Fact]
    public void A_refused_thread_is_not_called_a_lack_of_memory()
    {
        var options = new RunOptions { MemoryMegabytes = 4096 };

        string much = WorkerExit.MemorySentence(options, 4000L << 20);
        string little = WorkerExit.MemorySentence(options, 160L << 20);

        Assert.Equal("The cell needed more memory than a notebook may use: 4096 MB (--memory).", much);
        little.ShouldContain("(ulimit -u, ulimit -v)");
    }

    [Fact]
    public async Task A_cell_with_the_tag_of_an_expected_error_may_fail_and_one_in_another_language_fails_by_name()
    {
        string path = Folder.File(
            "tagged.cs",
            "// %% tags=[\"raises-exception\"]\nnew byte[int.MaxValue]\n// %%\n1 + 1\n"
                + "// %% language=\"kql\"\n// let x = 1");

        NotebookRun run = await Runs.Of(path);

        Assert.Equal([CellStatus.Passed, CellStatus.Passed, CellStatus.Failed], run.Cells.Select(cell => cell.Status));
        Assert.IsType<ErrorOutput>(run.Cells[0].Outputs[^1]);
        Assert.Equal("2", run.Cells[1].Shown());
        Assert.Equal((RunStatus.Failed, 3), (run.Status, run.Error!.Cell));
        run.Error.Message.ShouldContain("kql");
    }

    [Fact]
    public async Task A_cell_that_may_fail_fails_if_no_further_cell_can_run_after_it()
    {
        string path = Folder.File(
            "full.cs", "// %% tags=[\"raises-exception\"]\nthrow new OutOfMemoryException();\n// %%\n1 + 1");

        NotebookRun run = await Runs.Of(path, new() { MemoryMegabytes = 120 });

        Assert.Equal([CellStatus.Failed, CellStatus.NotRun], run.Cells.Select(cell => cell.Status));
        Assert.Equal((RunStatus.Failed, 1), (run.Status, run.Error!.Cell));
    }

    [Fact]
    public async Task The_limit_of_a_notebook_stops_the_cell_that_is_running_then()
    {
        NotebookRun run = await Folder.Run(
            new RunOptions { NotebookTimeout = TimeSpan.FromSeconds(2.5), CellTimeout = null },
            "System.Threading.Thread.Sleep(System.Threading.Timeout.Infinite);",
            "1");

        Assert.Equal(RunStatus.TimedOut, run.Status);
        Assert.Equal("The notebook was stopped in this cell, after 2.5 seconds (--timeout).", run.Error!.Message);
    }

    [Fact]
    public async Task A_cancelled_run_ends_its_process_and_reports_what_had_passed()
    {
        string path = Folder.Notebook("cancelled.ipynb", "Environment.ProcessId", "while (true) { }", "1");
        using var source = new CancellationTokenSource();
        var events = new Events(e =>
        {
            if (e is CellStarted { Number: 2 })
                source.Cancel();
        });

        NotebookRun run = await new NotebookRunner(new RunOptions()).RunAsync(path, events, source.Token);

        Assert.Equal((RunStatus.Cancelled, null), (run.Status, run.Error));
        Assert.Equal([CellStatus.Passed, CellStatus.NotRun, CellStatus.NotRun], run.Cells.Select(cell => cell.Status));
        int id = int.Parse(run.Cells[0].Shown()!, CultureInfo.InvariantCulture);
        Assert.Throws<ArgumentException>(() => System.Diagnostics.Process.GetProcessById(id));
        Assert.Null(new ExecutedNotebooks(Folder.Path, [path]).Write(run));
    }

    [Fact]
    public async Task Side_by_side_the_last_notebooks_begin_first_and_results_come_in_the_order_of_the_paths()
    {
        string[] paths = [.. Enumerable.Range(1, 5).Select(i => Folder.At($"{i}.ipynb"))];
        var ends = new Events();

        IReadOnlyList<NotebookRun> runs = await new NotebookRunner(new RunOptions { Jobs = 2 }).RunAsync(
            paths, ends, Cancellation);
        Assert.Equal(paths, runs.Select(run => run.Path));

        Assert.InRange(ends.All.Select(end => end.Path).ToList().IndexOf(paths[0]), 3, 4);
    }

    [Fact]
    public async Task Side_by_side_those_begin_first_that_took_longest_in_the_last_run()
    {
        string[] paths = [.. "abcde".Select(name => Folder.Notebook($"{name}.ipynb", "1"))];
        // The longest one ends with the shortest one, so that the others run one after the other.
        Folder.Notebook("b.ipynb", "while (!File.Exists(\"d.txt\")) Thread.Sleep(10);");
        Folder.Notebook("d.ipynb", "File.WriteAllText(\"d.txt\", \"\");");
        var executed = new ExecutedNotebooks(Folder.At("out"), paths);
        WriteRun(paths[0], seconds: 4);
        WriteRun(paths[1], seconds: 30);
        WriteRun(paths[2], seconds: 5);
        WriteRun(paths[3], seconds: 0.5);
        var started = new Events();

        await new NotebookRunner(new RunOptions { Jobs = 2, LastSeconds = executed.LastSeconds }).RunAsync(
            paths, started, Cancellation);

        // The last one has not been run yet. The first two begin at the same time.
        string[] order = [.. started.All.OfType<NotebookStarted>().Select(e => e.Path)];
        Assert.Equal([paths[1], paths[4]], order[..2].Order(StringComparer.Ordinal));
        Assert.Equal([paths[2], paths[0], paths[3]], order[2..]);

        void WriteRun(string path, double seconds)
        {
            Notebook notebook = Notebook.Read(path);
            DateTimeOffset start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
            notebook.CodeCells.Single().SetTimes(start, start.AddSeconds(seconds));
            executed.Write(new NotebookRun(path, RunStatus.Passed, default, [], null, notebook, 0));
        }
    }

    private sealed class Events(Action<RunEvent>? then = null) : IProgress<RunEvent>
    {
        public ConcurrentQueue<RunEvent> All { get; } = new();

        public void Report(RunEvent value)
        {
            All.Enqueue(value);
            then?.Invoke(value);
        }
    }
}
