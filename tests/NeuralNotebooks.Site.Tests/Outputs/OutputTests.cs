using NeuralNotebooks.Engine;

namespace NeuralNotebooks.Site.Tests;

public sealed class OutputTests
{
    [Theory]
    [Cases(
        "\u001b[1;32mgreen\u001b[0m", "green",
        "10 %\r50 %\r100 %\ndone", "100 %\ndone",
        "long line\rshort", "shortline",
        "windows\r\nlines\r\n", "windows\nlines\n",
        "10 %\r\u001b[Kdone", "done",
        "\u001b]8;;http://x\u0007link\u001b]8;;\u0007", "link"
    )]
    public void Console_text_is_shown_as_a_terminal_would_finally_show_it(string written, string shown) =>
        Assert.Equal(shown, TerminalText.Of(written).Plain);

    [Theory]
    [Cases(
        "\u001b[1;32mgreen\u001b[0m <", "<span class=\"ansi-bold ansi-green-fg\">green</span> &lt;",
        "\u001b[31ma\nb\u001b[39mc", "<span class=\"ansi-red-fg\">a\nb</span>c",
        "\u001b[93;41ma\u001b[49mb", "<span class=\"ansi-yellow-intense-fg ansi-red-bg\">a</span>"
            + "<span class=\"ansi-yellow-intense-fg\">b</span>",
        "\u001b[38;5;196ma\u001b[mb", "<span style=\"color:#ff0000\">a</span>b",
        "\u001b[38;5;2ma", "<span class=\"ansi-green-fg\">a</span>",
        "\u001b[48;2;1;2;255ma", "<span style=\"background:#0102ff\">a</span>",
        "\u001b[4;7ma\u001b[24mb", "<span class=\"ansi-underline ansi-inverse\">a</span>"
            + "<span class=\"ansi-inverse\">b</span>",
        "\u001b[31m10 %\r\u001b[32m9", "<span class=\"ansi-green-fg\">9</span><span class=\"ansi-red-fg\">0 %</span>",
        "\u001b[38;5ma\u001b[?25lb", "ab"
    )]
    public void Colours_of_a_terminal_are_shown(string written, string html)
    {
        PageScope scope = Scopes.Of("a.ipynb");

        Assert.Equal(html, TerminalText.Of(written).ToHtml(..));
        Assert.Contains(html, OutputMarkup.Of([new StreamOutput(StreamName.Stdout, written + "\n")], scope));
        Assert.Contains(html, OutputMarkup.Of([new ErrorOutput("E", "no", [written])], scope));
        Assert.Contains(html, OutputMarkup.Of([new ExecuteResult(MimeBundle.Plain(written), [], 1)], scope));
    }

    [Theory]
    [Cases(
        "DirectiveError", "There is no file x.", "cell 2, line 1: error: There is no file x.\n    1 | #!import x",
        "cell 2, line 1\n    1 | #!import x",
        "CS0029", "Cannot convert.", "cell 2, line 1: error CS0029: Cannot convert.\n    1 | int x",
        "cell 2, line 1\n    1 | int x",
        "Exception", "oh", "Exception: oh\n   at cell 3, line 1", "   at cell 3, line 1",
        "Exception", "oh", "   at cell 3, line 1", "   at cell 3, line 1"
    )]
    public void The_message_of_an_error_is_shown_once(string name, string message, string trace, string details)
    {
        string html = OutputMarkup.Of([new ErrorOutput(name, message, trace.Split('\n'))], Scopes.Of("a.ipynb"));

        Assert.Contains($"<pre>{Html.Escape(details)}</pre>", html);
    }
}
