namespace NeuralNotebooks.Cli.Tests;

public sealed class RunCommandTests : FolderedTests
{
    [Fact]
    public async Task A_notebook_that_is_not_in_UTF_8_gets_a_note()
    {
        string latin = WithLetter("latin.ipynb", 0xE9), utf8 = WithLetter("utf8.ipynb", 0xC3, 0xA9);

        InvokedCommand command = await InvokedCommand.Of("run", latin, utf8, "--output", Folder.At("out"));

        Assert.Equal(ExitCode.Passed, command.ExitCode);
        command.Error.ShouldContain($"note: {latin} is not in UTF-8");
        command.Error.ShouldNotContain($"note: {utf8}");
    }

    private string WithLetter(string name, params byte[] letter)
    {
        string path = Folder.Prose(name, "@");
        File.WriteAllBytes(path, [.. File.ReadAllBytes(path).SelectMany(b => b == (byte)'@' ? letter : [b])]);
        return path;
    }
}
