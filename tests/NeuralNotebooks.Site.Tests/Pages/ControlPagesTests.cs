using NeuralNotebooks.Engine;

namespace NeuralNotebooks.Site.Tests;

public sealed class ControlPagesTests : CourseTests
{
    [Fact]
    public void A_page_shows_a_control_as_text_with_its_start_value_and_without_a_script()
    {
        const string slider =
            "<div data-nn-control=\"a\" data-nn-field=\"{&quot;kind&quot;:&quot;range&quot;}\">a = 1</div>";

        string page = PageOf(Code("Slider", Shown(MimeBundle.Html, slider)));

        page.ShouldContain(">a = 1</div>");
        Assert.DoesNotContain("type=\"module\"", page, StringComparison.Ordinal);
    }
}
