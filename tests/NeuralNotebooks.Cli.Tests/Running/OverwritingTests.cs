namespace NeuralNotebooks.Cli.Tests;

public sealed class OverwritingTests : FolderedTests
{
    private string Output => Folder.At("out");

    [Theory]
    [FactsOf("Running/Overwriting")]
    public Task Runs(string fact) => DialogueTests.Check("Running/Overwriting", fact);

    [Fact]
    public async Task A_pipe_where_a_result_belongs_is_named_and_not_waited_for()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no named pipes in folders.");
        string lesson = Folder.Prose("lesson.ipynb", "Text"), pipe = Folder.At("out/notebooks/lesson.ipynb");
        Directory.CreateDirectory(Path.GetDirectoryName(pipe)!);
        Programs.Run("mkfifo", pipe);

        InvokedCommand command = await Task.Run(() => InvokedCommand.Of("run", lesson, "-o", Output))
            .WaitAsync(TimeSpan.FromMinutes(2), Cancellation);

        Assert.Equal(ExitCode.Usage, command.ExitCode);
        Assert.All(command.Error.Trim().Split('\n'), line => line.ShouldContain(pipe));
    }
}
