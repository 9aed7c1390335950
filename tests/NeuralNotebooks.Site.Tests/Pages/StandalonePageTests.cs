using System.Security.Cryptography;

namespace NeuralNotebooks.Site.Tests;

public class StandalonePageTests
{
    [Fact]
    public void Allows_its_own_style_sheet_and_nothing_else()
    {
        string page = StandalonePage.Of("A & B", "<main>x</main>", ".a { color: red }\r\n");
        var document = XDocument.Parse(page[(page.IndexOf('\n') + 1)..]);

        string sheet = document.Descendants("style").Single().Value;
        string policy = document
            .Descendants("meta")
            .Single(meta => meta.Attribute("http-equiv") is not null)
            .Attribute("content")!
            .Value;

        Assert.Equal(
            $"default-src 'none'; style-src "
                + $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(sheet)))}'; "
                + "style-src-attr 'unsafe-inline'; base-uri 'none'; form-action 'none'",
            policy);
        Assert.Equal("A & B", document.Descendants("title").Single().Value);
        Assert.DoesNotContain('\r', page);
    }
}
