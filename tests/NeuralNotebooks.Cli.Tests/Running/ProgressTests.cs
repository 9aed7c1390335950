using Spectre.Console;

namespace NeuralNotebooks.Cli.Tests;

public class ProgressTests
{
    private static readonly string _notebook = Path.GetFullPath("some [odd] name.ipynb");

    [Fact]
    public async Task Live_progress_shows_notebook_cell_and_result()
    {
        using var output = new AwaitedOutput("cell 2 of 3");
        IAnsiConsole console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = AnsiSupport.Yes,
                Interactive = InteractionSupport.Yes,
                Out = new AnsiConsoleOutput(output),
            });
        console.Profile.Width = 120;

        IReadOnlyList<NotebookRun> runs = await TerminalProgress.ShowAsync(
            console, [_notebook], progress => PlayAsync(progress, untilShown: output.Shown));

        Assert.Equal(RunStatus.Failed, Assert.Single(runs).Status);
        Assert.True(output.Shown.IsCompletedSuccessfully);
        output.ToString().ShouldContain("some [odd] name");
    }

    [Fact]
    public async Task Plain_progress_says_when_a_notebook_begins_and_how_it_ends()
    {
        using var output = new StringWriter();
        Terminal terminal = new(output, TextWriter.Null, IsLive: false);

        await PlainProgress.ShowAsync(terminal, progress => PlayAsync(progress, untilShown: Task.CompletedTask));

        Assert.Equal(
            [
                "running  some [odd] name.ipynb (3 cells)",
                "FAILED   some [odd] name.ipynb in 1.5 s",
                "         some [odd] name.ipynb, cell 2: System.Exception: first␛␍ line",
                "",
            ],
            output.ToString().ReplaceLineEndings("\n").Split('\n'));
    }

    private static async Task<IReadOnlyList<NotebookRun>> PlayAsync(IProgress<RunEvent> progress, Task untilShown)
    {
        var error = new RunError(_notebook, "System.Exception", "first\u001b\r line\nsecond line", Cell: 2);
        var run = new NotebookRun(_notebook, RunStatus.Failed, TimeSpan.FromSeconds(1.5), [], error, null, 0);
        progress.Report(new NotebookStarted(_notebook, 3));
        progress.Report(new CellStarted(_notebook, 1));
        progress.Report(new CellFinished(_notebook, new CellRun(1, "a", CellStatus.Passed, TimeSpan.Zero, [], null)));
        progress.Report(new CellStarted(_notebook, 2));
        await untilShown.WaitAsync(TestContext.Current.CancellationToken);
        progress.Report(new NotebookFinished(run));
        return [run];
    }
}
