namespace NeuralNotebooks.Site.Tests;

public sealed class CultureTests
{
    [Fact]
    public void A_site_is_the_same_in_every_culture()
    {
        string[] cultures = ["", "de-DE", "tr-TR", "ar-SA"];
        string[] missing =
            [.. cultures.Except(CultureInfo.GetCultures(CultureTypes.AllCultures).Select(culture => culture.Name))];
        Assert.SkipWhen(missing.Length > 0, $"Needs ICU with {string.Join(", ", missing)}.");
        string[] pages = [.. cultures.Select(Page)];
        Assert.All(pages, page => Assert.Equal(pages[0], page));
    }

    private static string Page(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            var sized = new DisplayData(
                new MimeBundle { { "image/png", "AAAA" } }, new JsonObject { ["width"] = 1234.5 }, null);
            return PageOf(
                Text(
                    "# TITLE I\n\n## INDEX I\n\n## Index 2\n\nText with "
                        + "$0.5$.\n\n<DETAILS><SUMMARY>I</SUMMARY>x</DETAILS>"),
                Code("x", sized, Failure("E", "m")));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
