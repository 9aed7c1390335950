namespace NeuralNotebooks.Site.Tests;

public sealed class OutputTests
{
    [Theory]
    [Cases(
        "\u001b[1;32mgreen\u001b[0m <\u001b[38;5m", "green <",
        "10 %\r50 %\r100 %\ndone", "100 %\ndone",
        "long line\rshort", "short",
        "windows\r\nlines\r\n", "windows\nlines\n",
        "10 %\r\u001b[Kdone", "done",
        "a\n10 %\r20 %\r", "a\n20 %",
        "10 %\r\r\nb", "10 %\nb",
        "\u001b]8;;http://x\u0007link\u001b]8;;\u0007", "link")]
    public void Without_scripts_the_last_state_of_console_text_is_shown(string written, string shown) =>
        Assert.Equal(shown, TerminalText.Of(written));

    [Fact]
    public void A_text_with_colours_is_readable_without_the_script_that_shows_them()
    {
        PageScope scope = Scopes.Of("a.ipynb");
        const string written = "\u001b[31mred <\u001b[0m", shown =
            " data-nn-written=\"&quot;\\u001B[31mred \\u003C\\u001B[0m&quot;\">red &lt;</pre>";

        Assert.EndsWith(shown, OutputMarkup.Of([new StreamOutput(StreamName.Stdout, written)], scope));
    }
}
