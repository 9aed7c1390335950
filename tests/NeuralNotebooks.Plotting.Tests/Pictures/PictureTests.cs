using Plotly.NET.CSharp;
using Chart = Plotly.NET.CSharp.Chart;

namespace NeuralNotebooks.Plotting.Tests;

public class PictureTests
{
    private static readonly double[] _x = [0, 1], _y = [2.5, 3];

    private static GenericChart Line(double[]? y = null) =>
        Chart.Line<double, double, string>(_x, y ?? _y, Name: "loss");

    [Fact]
    public void A_chart_becomes_a_figure_with_a_label_a_caption_and_its_data()
    {
        Page page = Page.Of(Picture.Of(Line(), "Loss rises.").WithTitle("Loss").WithCaption("Seen at once."));

        Assert.Equal(("Loss rises.", "Seen at once."), (page.Label, page.Caption));
        Assert.Equal("", Page.Of(Picture.Of(Line())).Caption);
        Assert.Equal(2.5, page.Traces[0].Number("y[0]"));
    }

    [Fact]
    public void The_place_of_a_figure_has_its_words_until_a_script_draws_it()
    {
        string html = Picture.Of(Line(), "Loss <rises>.").ToHtml();

        html.ShouldContain(
            ">Loss &lt;rises&gt;. <em>(A script draws this picture.", "restart its kernel and run all cells");
        html.ShouldContain("}</script><script>window.nnFigures?.show()</script></figure>");
    }

    [Fact]
    public void Title_caption_and_label_are_text_not_markup()
    {
        string html = Picture.Of(Line(), "a \"quoted\" </script>").WithTitle("<b>bold</b> & more")
            .WithCaption("<img src=x>").ToHtml();

        html.ShouldContain(
            "&lt;b&gt;bold&lt;/b&gt; &amp; more",
            "&lt;img src=x&gt;",
            "aria-label=\"a &quot;quoted&quot; &lt;/script&gt;\"");
        html.ShouldNotContain("<img");
    }

    [Fact]
    public void A_series_name_cannot_close_the_script_element()
    {
        string html =
            Picture.Of(Chart.Line<double, double, string>(_x, _y, Name: "</script><script>alert(1)")).ToHtml();

        html.ShouldNotContain("</script><script>alert");
        Assert.Equal("</script><script>alert(1)", new Page(html).Traces[0].Text("name"));
    }

    [Fact]
    public void The_page_decides_on_the_width_and_the_chart_on_its_height()
    {
        Page asked = Page.Of(Picture.Of(Line().WithSize(800, 333))), unasked = Page.Of(Picture.Of(Line()));

        Assert.Equal(333, asked.Layout.Number("height"));
        Assert.Equal(420, unasked.Layout.Number("height"));
        Assert.False(asked.Layout.TryGetProperty("width", out _));
    }

    [Fact]
    public void A_picture_keeps_the_figure_that_its_chart_had()
    {
        GenericChart chart = Line();
        Picture picture = Picture.Of(chart);
        chart.WithTitle("later");

        Assert.False(Page.Of(picture).Layout.TryGetProperty("title", out _));
    }

    [Fact]
    public void Frames_have_a_labelled_slider_that_begins_at_the_last_and_one_frame_has_none()
    {
        Picture picture = Picture.OfFrames([("epoch 0", Line()), ("epoch 1", Line()), ("epoch <2>", Line())]);
        string html = picture.ToHtml();
        Page page = new(html);

        Assert.Equal(3, page.Drawing.GetProperty("frames").GetArrayLength());
        Assert.Equal((2, "epoch 1"), (page.Drawing.Number("start"), page.Drawing.Text("frames[1].name")));
        html.ShouldContain(
            "<input type=\"range\" min=\"0\" max=\"2\" value=\"2\"", "aria-valuetext=\"epoch &lt;2&gt;\"");
        picture.AlternativeText.ShouldContain("3 frames, from epoch 0 to epoch <2>");
        Picture.OfFrames([("a", Line()), ("b", Line([7, 8]))], start: 0).AlternativeText.ShouldContain("from 2.5 at 0");
        Picture.OfFrames([("only", Line())]).ToHtml().ShouldNotContain("type=\"range\"");
    }

    [Fact]
    public void A_drawing_is_written_to_the_page_unchanged()
    {
        string html = Picture.OfSvg("<svg viewBox=\"0 0 1 1\"></svg>", "A dot.").ToHtml();

        html.ShouldContain("<svg viewBox=\"0 0 1 1\"></svg>");
        Assert.Equal("A dot.", new Page(html).Label);
        html.ShouldNotContain("<script");
    }
}
