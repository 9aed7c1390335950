namespace NeuralNotebooks.Cli.Tests;

public sealed class KernelCommandTests
{
    [Fact]
    public async Task List_shows_what_Jupyter_finds() =>
        Assert.Equal(ExitCode.Passed, (await InvokedCommand.Of("kernel", "list")).ExitCode);
}
