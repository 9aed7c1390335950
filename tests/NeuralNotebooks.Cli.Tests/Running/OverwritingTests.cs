namespace NeuralNotebooks.Cli.Tests;

public sealed class OverwritingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Output => Path.Combine(_folder.Path, "out");

    private string Result => Path.Combine(Output, "notebooks", "lesson.ipynb");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("out/notebooks/lesson.ipynb")]
    [InlineData("out/notebooks/lesson.failed.ipynb")]
    public async Task A_file_that_no_run_wrote_is_not_replaced_by_a_result(string name)
    {
        string mine = _folder.File(name, "my own work");
        string lesson = _folder.Notebook("copy/lesson.ipynb", "1 + 1");

        InvokedCommand command = await InvokedCommand.Of("run", lesson, "-o", Output);

        Assert.Equal(ExitCode.Usage, command.ExitCode);
        Assert.Contains($"{mine} is not a result of an earlier run", command.Error, StringComparison.Ordinal);
        Assert.Equal("my own work", File.ReadAllText(mine));
    }

    [Fact]
    public async Task A_result_that_was_edited_since_is_not_replaced()
    {
        string lesson = _folder.Notebook("lesson.ipynb", "1 + 1"),
            result = Path.Combine(Output, "notebooks", "lesson.ipynb");
        await InvokedCommand.Of("run", lesson, "-o", Output);
        InvokedCommand again = await InvokedCommand.Of("run", lesson, "-o", Output);
        File.AppendAllText(result, "\n");

        InvokedCommand afterTheEdit = await InvokedCommand.Of("run", lesson, "-o", Output);

        Assert.Equal(ExitCode.Passed, again.ExitCode);
        Assert.Equal(ExitCode.Usage, afterTheEdit.ExitCode);
        Assert.Contains("was edited since", afterTheEdit.Error, StringComparison.Ordinal);
        Assert.EndsWith("\n\n", File.ReadAllText(result), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_runs_into_one_folder_keep_the_results_of_both()
    {
        WrittenResults one = new(new OutputFolder(Output)), other = new(new OutputFolder(Output));
        string a = _folder.File("out/notebooks/a.ipynb", "a"), b = _folder.File("out/notebooks/b.ipynb", "b");
        one.Add(a, a);
        other.Add(b, b);

        WrittenResults later = new(new OutputFolder(Output));
        Assert.True(later.MayReplace(a) && later.MayReplace(b));
    }

    [Fact]
    public async Task Runs_of_one_notebook_at_the_same_time_all_end_well()
    {
        string lesson = _folder.Notebook("lesson.ipynb", "1 + 1");

        InvokedCommand[] commands = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => Task.Run(() => InvokedCommand.Of("run", lesson, "-o", Output))));

        Assert.All(commands, command => Assert.Equal((ExitCode.Passed, ""), (command.ExitCode, command.Error)));
        Assert.True(File.Exists(Path.Combine(Output, "lesson.html")));
        Assert.True(new WrittenResults(new OutputFolder(Output)).MayReplace(Result));
    }

    [Fact]
    public void A_run_that_waits_too_long_for_another_one_says_so()
    {
        var folder = new OutputFolder(Output);
        using IDisposable other = folder.Lock();

        IOException refused = Assert.Throws<IOException>(() => folder.Lock(TimeSpan.Zero));

        Assert.Equal($"Another run is writing to {Output}: run again when it has ended.", refused.Message);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("""{ "notebooks/lesson.ipynb": null }""")]
    [InlineData("""{ "notebooks/lesson.ipynb": { "Hash": null, "Source": null } }""")]
    [InlineData("""{ "a\u0000": { "Hash": "1", "Source": "b" }, "c": { "Hash": "1", "Source": "d\u0000" } }""")]
    [InlineData("[1, 2]")]
    public async Task A_list_of_results_that_somebody_has_damaged_is_written_anew(string content)
    {
        _folder.File(Path.Combine("out", WrittenResults.Inventory), content);
        string lesson = _folder.Notebook("lesson.ipynb", "1 + 1");

        InvokedCommand command = await InvokedCommand.Of("run", lesson, "-o", Output);

        Assert.Equal((ExitCode.Passed, ""), (command.ExitCode, command.Error));
        Assert.True(new WrittenResults(new OutputFolder(Output)).MayReplace(Result));
    }

    [Theory]
    [InlineData("out/.nn-results.json", ExitCode.CellFailed)]
    [InlineData("out/notebooks/lesson.ipynb", ExitCode.Usage)]
    [InlineData("report.json", ExitCode.Usage)]
    public async Task A_pipe_where_a_result_belongs_is_named_and_not_waited_for(string name, int exitCode)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no named pipes in folders.");
        string lesson = _folder.Notebook("lesson.ipynb", "1 + 1"), pipe = Path.Combine(_folder.Path, name);
        Directory.CreateDirectory(Path.GetDirectoryName(pipe)!);
        using (var mkfifo = System.Diagnostics.Process.Start("mkfifo", pipe))
            await mkfifo.WaitForExitAsync(TestContext.Current.CancellationToken);

        string report = Path.Combine(_folder.Path, "report.json");

        string[] args = ["run", lesson, "-o", Output, "--report", report];
        InvokedCommand command = await Task.Run(() => InvokedCommand.Of(args))
            .WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);

        Assert.Equal(exitCode, command.ExitCode);
        Assert.All(command.Error.Trim().Split('\n'), line => Assert.Contains(pipe, line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Results_of_a_version_without_a_list_are_recognized_by_the_pages_of_their_site()
    {
        string lesson = _folder.Notebook("lesson.ipynb", "1 + 1");
        await InvokedCommand.Of("run", lesson, "-o", Output);
        File.Delete(Path.Combine(Output, WrittenResults.Inventory));

        Assert.Equal(ExitCode.Passed, (await InvokedCommand.Of("run", lesson, "-o", Output)).ExitCode);
    }

    [Theory]
    [InlineData("report.json", """{ "grades": [1, 2] }""")]
    [InlineData("report.xml", "<project />")]
    [InlineData("report.trx", "not XML")]
    public async Task A_file_that_is_not_a_report_is_not_replaced_by_one(string name, string content)
    {
        string mine = _folder.File(name, content), lesson = _folder.Notebook("lesson.ipynb", "1 + 1");

        InvokedCommand command = await InvokedCommand.Of("run", lesson, "-o", Output, "--report", mine);

        Assert.Equal(ExitCode.Usage, command.ExitCode);
        Assert.Contains($"{mine} is not a report of an earlier run", command.Error, StringComparison.Ordinal);
        Assert.Equal(content, File.ReadAllText(mine));
    }

    [Fact]
    public async Task A_report_replaces_the_report_of_an_earlier_run()
    {
        string lesson = _folder.Notebook("lesson.ipynb", "1 + 1");
        string[] args =
        [
            "run",
            lesson,
            "-o",
            Output,
            .. ((string[])[".trx", ".xml", ".json"]).SelectMany(ending =>
                (string[])["--report", Path.Combine(_folder.Path, "report" + ending)]
            ),
        ];

        Assert.Equal(ExitCode.Passed, (await InvokedCommand.Of(args)).ExitCode);
        Assert.Equal(ExitCode.Passed, (await InvokedCommand.Of(args)).ExitCode);
    }

    [Fact]
    public async Task A_result_that_differs_from_an_existing_notebook_only_in_case_counts_as_the_same_file()
    {
        string lesson = _folder.Notebook("Notebooks/lesson.ipynb", "1 + 1");
        Directory.CreateDirectory(Path.Combine(_folder.Path, "notebooks"));
        // As on a case-insensitive file system.
        File.WriteAllText(Path.Combine(_folder.Path, "notebooks", "lesson.ipynb"), File.ReadAllText(lesson));

        InvokedCommand command = await InvokedCommand.Of("run", lesson, "-o", _folder.Path);

        Assert.Equal(ExitCode.Usage, command.ExitCode);
        Assert.Contains("would overwrite a notebook of this run", command.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_notebook_is_not_overwritten_through_a_link_to_its_folder()
    {
        string lesson = _folder.Notebook("course/lesson.ipynb", "1 + 1");
        Directory.CreateDirectory(Output);
        SymbolicLink.Create(Path.Combine(Output, "notebooks"), Path.GetDirectoryName(lesson)!);
        string before = File.ReadAllText(lesson);

        InvokedCommand command = await InvokedCommand.Of("run", lesson, "-o", Output);

        Assert.Equal(ExitCode.Usage, command.ExitCode);
        Assert.Equal(before, File.ReadAllText(lesson));
    }
}
