namespace NeuralNotebooks.Site.Tests;

public sealed class OutputTests
{
    [Theory]
    [Cases(
        "\u001b[1;32mgreen\u001b[0m", "green",
        "10 %\r50 %\r100 %\ndone", "100 %\ndone",
        "long line\rshort", "shortline",
        "windows\r\nlines\r\n", "windows\nlines\n",
        "\u001b]8;;http://x\u0007link\u001b]8;;\u0007", "link"
    )]
    public void Terminal_text_is_what_a_terminal_finally_shows(string written, string shown) =>
        Assert.Equal(shown, TerminalText.Plain(written));
}
