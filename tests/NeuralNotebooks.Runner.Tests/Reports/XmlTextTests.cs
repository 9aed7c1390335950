namespace NeuralNotebooks.Runner.Tests;

public sealed class XmlTextTests
{
    [Fact]
    public void A_text_beside_a_value_is_an_error_since_it_would_be_lost()
    {
        int count = 3;
        Assert.Equal("<a>3</a>", XmlText.Element($"<a>{count}</a>").ToString());
        FormatException thrown = Assert.Throws<FormatException>(() => XmlText.Element($"<a>{count} cells</a>"));
        thrown.Message.ShouldContain("{0} cells");
    }
}
