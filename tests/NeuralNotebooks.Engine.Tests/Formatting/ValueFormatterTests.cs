namespace NeuralNotebooks.Engine.Tests;

public class ValueFormatterTests
{
    [Fact]
    public void A_string_is_text_even_when_it_looks_like_markup()
    {
        MimeBundle bundle = ValueFormatter.Format("<svg/>");
        Assert.Equal(["text/plain"], bundle.Types);
        Assert.Equal("<svg/>", bundle.Text(MimeBundle.PlainText));
    }

    [Fact]
    public void Html_is_html() =>
        Assert.Equal("<b>x</b>", ValueFormatter.Format(NotebookFunctions.HTML("<b>x</b>")).Text(MimeBundle.Html));

    [Fact]
    public void Numbers_do_not_depend_on_the_users_culture()
    {
        using IDisposable comma = DecimalComma.Begin();
        MimeBundle bundle = ValueFormatter.Format(
            new
            {
                Half = 0.5,
                Many = new[] { 1.5 },
                Own = new Own(2.5),
            }
        );
        foreach (string type in bundle.Types)
            bundle.Text(type).ShouldNotContain(",5");
    }

    [Fact]
    public void A_type_with_the_attribute_shows_itself_alone_and_within_others()
    {
        MimeBundle bundle = ValueFormatter.Format(new Attributed());
        Assert.Equal("<i>attributed</i>", bundle.Text(MimeBundle.Html));
        Assert.Equal("an attributed", bundle.Text(MimeBundle.PlainText));
        ValueFormatter
            .Format(new[] { new Attributed() })
            .Text(MimeBundle.Html)
            .ShouldContain("<td><i>attributed</i></td>");
        Assert.Equal("<i>attributed</i>", ValueFormatter.Format(new Derived()).Text(MimeBundle.Html));
    }

    [Fact]
    public void Preferred_mime_types_are_emitted() =>
        Assert.Equal(["image/svg+xml", "text/plain"], ValueFormatter.Format(new Drawn()).Types);

    [Fact]
    public void A_type_with_ToHtml_shows_itself() =>
        Assert.Equal("<i>2.5</i>", ValueFormatter.Format(new Own(2.5)).Text(MimeBundle.Html));

    [Fact]
    public void A_chart_of_Plotly_NET_is_drawn_from_its_JSON_and_the_first_brings_plotly_js()
    {
        string[] shown =
        [
            .. new[] { "first </script>", "second" }.Select(title =>
                ValueFormatter.Format(new Plotly.NET.GenericChart.Chart(title)).Text(MimeBundle.Html)!
            ),
        ];

        shown[0].ShouldStartWith("<script data-nn-plotlyjs=");
        shown[0].ShouldContain("""{"data":[],"layout":{"title":{"text":"first \u003c/script>"}},"config":{}}""");
        shown[1].ShouldNotContain("data-nn-plotlyjs");
    }

    [Fact]
    public void What_a_formatter_throws_is_not_hidden() =>
        Assert.Equal("broken", Assert.Throws<NotSupportedException>(() => ValueFormatter.Format(new Broken())).Message);

    [Fact]
    public void A_ToString_that_throws_is_reported_in_its_place() =>
        ValueFormatter.Format(new Mute()).Text(MimeBundle.Html).ShouldContain("System.NotSupportedException: mute");

    [AttributeUsage(AttributeTargets.Class)]
    internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
    {
        public Type FormatterSourceType => formatterSourceType;

        public string[]? PreferredMimeTypes { get; set; }
    }

    internal sealed class Source
    {
        public IEnumerable<object> CreateTypeFormatters() =>
            [new Formatter("text/html", "<i>attributed</i>"), new Formatter("image/svg+xml", "<svg/>")];
    }

    internal sealed class Formatter(string mimeType, string text)
    {
        public string MimeType => mimeType;

        public bool Format(object instance, TextWriter writer)
        {
            writer.Write(text);
            return true;
        }
    }

    [TypeFormatterSource(typeof(Source))]
    internal class Attributed
    {
        public override string ToString() => "an attributed";
    }

    internal sealed class Derived : Attributed;

    [TypeFormatterSource(typeof(Source), PreferredMimeTypes = ["image/svg+xml"])]
    internal sealed class Drawn;

    internal sealed record Own(double Value)
    {
        public string ToHtml() => $"<i>{Value}</i>";
    }

    internal sealed class Broken
    {
        public string ToHtml() => throw new NotSupportedException("broken");
    }

    internal sealed class Mute
    {
        public int Value => 1;

        public override string ToString() => throw new NotSupportedException("mute");
    }
}
