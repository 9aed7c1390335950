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

    [Theory]
    [Cases(
        "DirectiveError", "There is no file x.", "cell 2, line 1: error: There is no file x.\n    1 | #!import x",
        "cell 2, line 1\n    1 | #!import x",
        "CS0029", "Cannot convert.", "cell 2, line 1: error CS0029: Cannot convert.\n    1 | int x",
        "cell 2, line 1\n    1 | int x",
        "Exception", "oh", "Exception: oh\n   at cell 3, line 1", "   at cell 3, line 1",
        "Exception", "oh", "   at cell 3, line 1", "   at cell 3, line 1")]
    public void The_message_of_an_error_is_shown_once(string name, string message, string trace, string details)
    {
        string html = OutputMarkup.Of([new ErrorOutput(name, message, trace.Split('\n'))], Scopes.Of("a.ipynb"));

        Assert.Contains($"<pre>{Html.Escape(details)}</pre>", html);
    }
}
