namespace NeuralNotebooks.Cli.Tests;

public sealed class OverwritingTests : FolderedTests
{
    private string Output => Folder.At("out");

    private string Result => Path.Combine(Output, "notebooks", "lesson.ipynb");

    [Theory]
    [FactsOf("Running/Overwriting")]
    public Task Runs(string fact) => DialogueTests.Check("Running/Overwriting", fact);

    [Fact]
    public void Two_runs_into_one_folder_keep_the_results_of_both()
    {
        WrittenResults one = new(new OutputFolder(Output)),
            other = new(new OutputFolder(Output));
        string a = Folder.File("out/notebooks/a.ipynb", "a"),
            b = Folder.File("out/notebooks/b.ipynb", "b");
        one.Add(a, a);
        other.Add(b, b);

        WrittenResults later = new(new OutputFolder(Output));
        Assert.True(later.MayReplace(a) && later.MayReplace(b));
    }

    [Fact]
    public async Task Runs_of_one_notebook_at_the_same_time_all_end_well()
    {
        string lesson = Folder.Prose("lesson.ipynb", "Text");

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
        "out/.nn-results.json", ExitCode.Failed,
        "out/notebooks/lesson.ipynb", ExitCode.Usage,
        "report.json", ExitCode.Usage
    )]
    public async Task A_pipe_where_a_result_belongs_is_named_and_not_waited_for(string name, int exitCode)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no named pipes in folders.");
        string lesson = Folder.Prose("lesson.ipynb", "Text"),
            pipe = Folder.At(name);
        Directory.CreateDirectory(Path.GetDirectoryName(pipe)!);
        Programs.Run("mkfifo", pipe);
        string report = Folder.At("report.json");

        string[] args = ["run", lesson, "-o", Output, "--report", report];
        InvokedCommand command = await Task.Run(() => InvokedCommand.Of(args))
            .WaitAsync(TimeSpan.FromMinutes(2), Cancellation);

        Assert.Equal(exitCode, command.ExitCode);
        Assert.All(command.Error.Trim().Split('\n'), line => line.ShouldContain(pipe));
    }
}
