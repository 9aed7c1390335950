namespace NeuralNotebooks.Cli.Tests;

public class CommandLineTests
{
    [Fact]
    public async Task Seconds_are_written_with_a_point_whatever_the_language()
    {
        using IDisposable comma = DecimalComma.Begin();

        InvokedCommand command = await InvokedCommand.Of(
            "run", "--timeout", "2.5", "missing.ipynb", "--output", Path.Combine(Path.GetTempPath(), "nn-none"));

        Assert.Equal(3, command.ExitCode);
    }
}
