namespace NeuralNotebooks.Engine.Tests;

public sealed class RepresentationTests
{
    [Theory]
    [Cases(
        "text/plain text/html", "text/html text/plain",
        "text/plain image/png image/svg+xml text/markdown", "image/svg+xml text/markdown text/plain",
        "text/latex text/plain", "text/latex text/plain",
        "application/json", "text/plain", "image/tiff", "")]
    public void What_a_page_can_show_comes_best_first(string types, string shown)
    {
        var bundle = new MimeBundle();
        foreach (string type in types.Split(' '))
            bundle.Add(type, "PHN2Zy8+");

        Assert.Equal(shown, string.Join(' ', Representation.Of(bundle).Select(found => found.Type)));
    }
}
