using NeuralNotebooks.Engine;

namespace NeuralNotebooks.Site.Tests;

public sealed class ControlPagesTests : CourseTests
{
    private const string Slider =
        "<div data-nn-control=\"a\" data-nn-field=\"{&quot;kind&quot;:&quot;range&quot;}\">a = 1</div>";

    [Fact]
    public void A_page_holds_what_its_cells_show_at_the_positions_of_a_control_and_one_script()
    {
        string page = PageOf([.. Cells("</script><b>two</b>"), .. Cells("three")]);

        page.ShouldContain("\\u003C/script\\u003E\\u003Cb\\u003Etwo");
        page.ShouldContain("\"cell-2\":", "\"values\":[\"1\",\"2\"]");
        Assert.Equal(3, page.Split("data-nn-positions=\"\"").Length);
        Assert.Equal(2, page.Split("<script type=\"module\">").Length);
    }

    [Fact]
    public void A_page_without_positions_has_the_words()
    {
        string page = PageOf(Code("Slider", Shown(MimeBundle.Html, Slider)));

        page.ShouldContain("a = 1");
        Assert.DoesNotContain("type=\"module\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [Cases(
        "no JSON",
        "{}",
        "{\"controls\":[{\"name\":\"a\",\"values\":[\"1\",\"2\"]}],\"shown\":[]}",
        "{\"controls\":[{\"name\":\"a\",\"values\":[1]}],\"shown\":[{}]}"
    )]
    public void Positions_that_cannot_be_read_are_left_out(string positions)
    {
        DisplayData slider = Shown(MimeBundle.Html, Slider);
        slider.Data.Add(Positions.MimeType, positions);

        Assert.DoesNotContain("data-nn-positions", PageOf(Code("Slider", slider)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_site_of_untrusted_notebooks_has_no_positions()
    {
        string page = Course.With("01-page.ipynb", Cells("two")).Build(new() { IsUntrusted = true })
            .Read("01-page.html");

        Assert.DoesNotContain("data-nn-positions", page, StringComparison.Ordinal);
        Assert.DoesNotContain("type=\"module\"", page, StringComparison.Ordinal);
    }

    /// <summary>A cell with a slider, and one that shows something else at its second position.</summary>
    private static Cell[] Cells(string second)
    {
        DisplayData slider = Shown(MimeBundle.Html, Slider);
        CodeCell[] cells = [Code("Slider", slider), Code("a", Shown(MimeBundle.Html, "one"))];
        Notebook At(string html)
        {
            var at = new Notebook();
            at.Cells.Add(new CodeCell(cells[0].Id, ""));
            var reader = new CodeCell(cells[1].Id, "");
            reader.Outputs.Add(Shown(MimeBundle.Html, html));
            at.Cells.Add(reader);
            return at;
        }
        slider.Data.Add(Positions.MimeType, new Positions([("a", ["1", "2"])], [At("one"), At(second)]).ToJson());
        return cells;
    }
}
