namespace NeuralNotebooks.Cli.Tests;

public sealed class RunCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Output => _folder.At("out");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(new byte[] { 0xE9 }, true)]
    [InlineData(new byte[] { 0xC3, 0xA9 }, false)]
    public async Task A_notebook_that_is_not_in_UTF_8_gets_a_note(byte[] letter, bool isNoted)
    {
        string path = _folder.Notebook("latin.ipynb", "\"@\"");
        byte[] bytes = File.ReadAllBytes(path);
        int at = Array.IndexOf(bytes, (byte)'@');
        File.WriteAllBytes(path, [.. bytes[..at], .. letter, .. bytes[(at + 1)..]]);

        InvokedCommand command = await InvokedCommand.Of("run", path, "--output", Output);

        Assert.Equal(ExitCode.Passed, command.ExitCode);
        Assert.Equal(isNoted, command.Output.Contains($"note: {path} is not in UTF-8"));
    }
}
