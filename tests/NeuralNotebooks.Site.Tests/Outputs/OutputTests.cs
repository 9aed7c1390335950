namespace NeuralNotebooks.Site.Tests;

public sealed class OutputTests
{
    [Theory]
    [Cases("\u001b[31mred <\u001b[0m", "[31mred &lt;[0m", "10 %\r50 %\r\ndone", "10 %\n50 %\ndone")]
    public void Without_scripts_the_characters_of_console_text_are_readable(string written, string readable)
    {
        string attribute = Html.Escape(JsonSerializer.Serialize(written)), shown =
            $" data-nn-written=\"{attribute}\">{readable}</";
        foreach (Output output in (Output[])[
            new StreamOutput(StreamName.Stdout, written), new ErrorOutput("E", written, []),
            new ErrorOutput("E", "", [new(written)]), new DisplayData(MimeBundle.Plain(written), [], null)])
            Assert.Contains(shown, $"{OutputMarkup.Of([output], Scopes.Of("a.ipynb"))}");
    }
}
