namespace NeuralNotebooks.Cli.Tests;

public sealed class OverwritingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Output => _folder.At("out");

    private string Result => Path.Combine(Output, "notebooks", "lesson.ipynb");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_result_that_was_edited_since_is_not_replaced()
    {
        string result = Path.Combine(Output, "notebooks", "lesson.ipynb");
        await RunLesson();
        InvokedCommand again = await RunLesson();
        File.AppendAllText(result, "\n");

        InvokedCommand afterTheEdit = await RunLesson();

        Assert.Equal(ExitCode.Passed, again.ExitCode);
        Assert.Equal(ExitCode.Usage, afterTheEdit.ExitCode);
        afterTheEdit.Error.ShouldContain("was edited since");
        File.ReadAllText(result).ShouldEndWith("\n\n");
    }

    [Fact]
    public void Two_runs_into_one_folder_keep_the_results_of_both()
    {
        WrittenResults one = new(new OutputFolder(Output)),
            other = new(new OutputFolder(Output));
        string a = _folder.File("out/notebooks/a.ipynb", "a"),
            b = _folder.File("out/notebooks/b.ipynb", "b");
        one.Add(a, a);
        other.Add(b, b);

        WrittenResults later = new(new OutputFolder(Output));
        Assert.True(later.MayReplace(a) && later.MayReplace(b));
    }

    [Fact]
    public void A_result_that_the_program_itself_has_changed_may_be_replaced()
    {
        WrittenResults results = new(new OutputFolder(Output));
        string result = _folder.File("out/notebooks/a.ipynb", "a");
        results.Add(result, _folder.File("lessons/a.ipynb", "a"));
        IReadOnlyDictionary<string, string> sources = results.SourceFolders;
        _folder.File("out/notebooks/a.ipynb", "a with stills");
        Assert.False(results.MayReplace(result));

        results.Renew(result);

        Assert.True(results.MayReplace(result));
        Assert.Equal(sources, results.SourceFolders);
    }

    [Fact]
    public async Task Runs_of_one_notebook_at_the_same_time_all_end_well()
    {
        string lesson = _folder.Prose("lesson.ipynb", "Text");

        InvokedCommand[] commands = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => Task.Run(() => InvokedCommand.Of("run", lesson, "-o", Output)))
        );

        Assert.All(commands, command => Assert.Equal((ExitCode.Passed, ""), (command.ExitCode, command.Error)));
        Assert.True(File.Exists(Path.Combine(Output, "lesson.html")));
        Assert.True(new WrittenResults(new OutputFolder(Output)).MayReplace(Result));
    }

    [Fact]
    public void A_run_that_waits_too_long_for_another_one_says_so()
    {
        var folder = new OutputFolder(Output);
        using IDisposable other = folder.Lock();

        Fails.As<IOException>(
            $"Another run is writing to {Output}: run again when it has ended.", () => folder.Lock(TimeSpan.Zero));
    }

    [Theory]
    [Cases(
        "null",
        """{ "notebooks/lesson.ipynb": null }""",
        """{ "notebooks/lesson.ipynb": { "Hash": null, "Source": null } }""",
        """{ "a\u0000": { "Hash": "1", "Source": "b" }, "c": { "Hash": "1", "Source": "d\u0000" } }""",
        "[1, 2]"
    )]
    public async Task A_list_of_results_that_somebody_has_damaged_is_written_anew(string content)
    {
        _folder.File(Path.Combine("out", WrittenResults.Inventory), content);

        InvokedCommand command = await RunLesson();

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
        string lesson = _folder.Prose("lesson.ipynb", "Text"),
            pipe = _folder.At(name);
        Directory.CreateDirectory(Path.GetDirectoryName(pipe)!);
        using (var mkfifo = System.Diagnostics.Process.Start("mkfifo", pipe))
            await mkfifo.WaitForExitAsync(TestContext.Current.CancellationToken);

        string report = _folder.At("report.json");

        string[] args = ["run", lesson, "-o", Output, "--report", report];
        InvokedCommand command = await Task.Run(() => InvokedCommand.Of(args))
            .WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);

        Assert.Equal(exitCode, command.ExitCode);
        Assert.All(command.Error.Trim().Split('\n'), line => line.ShouldContain(pipe));
    }

    [Fact]
    public async Task Results_of_a_version_without_a_list_are_recognized_by_the_pages_of_their_site()
    {
        await RunLesson();
        File.Delete(Path.Combine(Output, WrittenResults.Inventory));

        Assert.Equal(ExitCode.Passed, (await RunLesson()).ExitCode);
    }

    [Fact]
    public async Task A_result_that_differs_from_an_existing_notebook_only_in_case_counts_as_the_same_file()
    {
        string lesson = _folder.Prose("Notebooks/lesson.ipynb", "Text");
        Directory.CreateDirectory(_folder.At("notebooks"));
        // As on a case-insensitive file system.
        File.WriteAllText(_folder.At("notebooks/lesson.ipynb"), File.ReadAllText(lesson));

        InvokedCommand command = await InvokedCommand.Of("run", lesson, "-o", _folder.Path);

        Assert.Equal(ExitCode.Usage, command.ExitCode);
        command.Error.ShouldContain("would overwrite a notebook of this run");
    }

    [Fact]
    public async Task A_notebook_is_not_overwritten_through_a_link_to_its_folder()
    {
        string lesson = _folder.Prose("course/lesson.ipynb", "Text");
        Directory.CreateDirectory(Output);
        SymbolicLink.Create(Path.Combine(Output, "notebooks"), Path.GetDirectoryName(lesson)!);
        string before = File.ReadAllText(lesson);

        InvokedCommand command = await InvokedCommand.Of("run", lesson, "-o", Output);

        Assert.Equal(ExitCode.Usage, command.ExitCode);
        Assert.Equal(before, File.ReadAllText(lesson));
    }

    private Task<InvokedCommand> RunLesson() =>
        InvokedCommand.Of("run", _folder.Prose("lesson.ipynb", "Text"), "-o", Output);
}
