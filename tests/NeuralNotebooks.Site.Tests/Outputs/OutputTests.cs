namespace NeuralNotebooks.Site.Tests;

public sealed class OutputTests
{
    [Theory]
    [InlineData("\u001b[1;32mgreen\u001b[0m", "green")]
    [InlineData("10 %\r50 %\r100 %\ndone", "100 %\ndone")]
    [InlineData("long line\rshort", "shortline")]
    [InlineData("windows\r\nlines\r\n", "windows\nlines\n")]
    [InlineData("\u001b]8;;http://x\u0007link\u001b]8;;\u0007", "link")]
    public void Terminal_text_is_what_a_terminal_finally_shows(string written, string shown) =>
        Assert.Equal(shown, TerminalText.Plain(written));
}
