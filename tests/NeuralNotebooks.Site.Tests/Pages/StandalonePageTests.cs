using System.Security.Cryptography;

namespace NeuralNotebooks.Site.Tests;

public class StandalonePageTests
{
    [Fact]
    public void Allows_its_own_style_sheet_and_nothing_else()
    {
        string page = StandalonePage.Of("A & B", $"<main>x</main>", ".a { color: red }\r\n");
        XElement document = Xml(page);

        string sheet = document.Descendants("style").Single().Value;
        string hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(sheet)));
        XElement policy = document.Descendants("meta").Single(meta => meta.Attribute("http-equiv") is not null);

        Assert.Equal(
            $"default-src 'none'; style-src 'sha256-{hash}'; style-src-attr 'unsafe-inline'; base-uri 'none'; "
                + "form-action 'none'",
            (string?)policy.Attribute("content"));
        Assert.Equal("A & B", document.Descendants("title").Single().Value);
        Assert.DoesNotContain('\r', page);
    }
}
