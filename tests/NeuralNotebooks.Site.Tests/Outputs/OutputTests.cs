using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using NeuralNotebooks.Engine;
using static NeuralNotebooks.Site.Tests.TemporaryCourse;

namespace NeuralNotebooks.Site.Tests;

public sealed class OutputTests
{
    [Fact]
    public void Text_is_escaped_and_html_goes_in_as_it_is()
    {
        XElement output = Output(
            new StreamOutput(StreamName.Stdout, "<script>alert(1)</script> & \"q\"\n"),
            Shown("text/html", "<b class=\"x\">bold</b>"),
            Shown("text/plain", "<i>")
        );
        Assert.Equal(["<script>alert(1)</script> & \"q\"", "<i>"], output.Elements("pre").Select(pre => pre.Value));
        Assert.Equal("bold", output.Descendants("b").Single().Value);
        Assert.Empty(output.Descendants("script"));
    }

    [Fact]
    public void The_richest_form_of_a_value_is_shown()
    {
        var bundle = new MimeBundle
        {
            { "text/plain", "plain" },
            { "image/svg+xml", "<svg/>" },
            { "text/html", "<b>html</b>" },
        };
        XElement output = Output(new ExecuteResult(bundle, [], 1));
        Assert.Equal("html", output.Value);
        Assert.Empty(output.Descendants("img"));
    }

    [Fact]
    public void An_svg_is_an_image_whose_title_is_its_alternative_text()
    {
        const string svg =
            "<svg xmlns=\"http://www.w3.org/2000/svg\"><title>A circuit</title><desc>Of two "
            + "gates.</desc><style>.x { fill: red }</style></svg>";
        XElement image = Output(Shown("image/svg+xml", svg)).Descendants("img").Single();
        Assert.Equal("A circuit. Of two gates.", (string?)image.Attribute("alt"));
        string data = (string)image.Attribute("src")!;
        Assert.Equal(
            svg,
            Encoding.UTF8.GetString(Convert.FromBase64String(data["data:image/svg+xml;base64,".Length..]))
        );
    }

    [Fact]
    public void A_png_keeps_its_size_and_its_text()
    {
        var bundle = new MimeBundle { { "image/png", "iVBORw0\nKGgo=\n" }, { "text/plain", "a digit" } };
        var metadata = new JsonObject
        {
            ["image/png"] = new JsonObject { ["width"] = 112, ["height"] = 112 },
        };
        XElement image = Output(new DisplayData(bundle, metadata, null)).Descendants("img").Single();
        Assert.Equal("data:image/png;base64,iVBORw0KGgo=", (string?)image.Attribute("src"));
        Assert.Equal(
            ("112", "112", "a digit"),
            ((string?)image.Attribute("width"), (string?)image.Attribute("height"), (string?)image.Attribute("alt"))
        );
    }

    [Fact]
    public void Pieces_of_one_stream_are_one_block_and_the_streams_stay_in_order()
    {
        XElement output = Output(
            new StreamOutput(StreamName.Stdout, "a"),
            new StreamOutput(StreamName.Stdout, "b\n"),
            new StreamOutput(StreamName.Stderr, "oh\n"),
            new StreamOutput(StreamName.Stdout, "c\n")
        );
        Assert.Equal(["ab", "oh", "c"], output.Elements("pre").Select(pre => pre.Value));
        ((string?)output.Elements("pre").ElementAt(1).Attribute("class")).ShouldContain("stderr");
    }

    [Fact]
    public void An_error_shows_its_name_its_message_and_its_trace_and_marks_its_cell()
    {
        string page = PageOf(
            Code(
                "W * X",
                Failure(
                    "System.ArgumentException",
                    "W is 2×4 & X is <3×5>",
                    "\u001b[31mcell 1, line 1\u001b[0m",
                    "   at …"
                )
            )
        );
        XElement figure = Xml(page).Descendants("figure").Single();
        Assert.Equal("cell failed", (string?)figure.Attribute("class"));
        Assert.Equal("System.ArgumentException", figure.Descendants("strong").Single().Value);
        figure.Value.ShouldContain("W is 2×4 & X is <3×5>");
        figure.Descendants("pre").Last().Value.ShouldEndWith("cell 1, line 1\n   at …");
    }

    [Fact]
    public void Markdown_and_formulas_may_be_outputs()
    {
        XElement output = Output(Shown("text/markdown", "*so*"), Shown("text/latex", "$$x^2$$"));
        Assert.Equal("so", output.Descendants("em").Single().Value);
        Assert.Single(output.Elements("div"), div => (string?)div.Attribute("class") == "formula");
    }

    [Fact]
    public void A_cell_without_text_and_output_leaves_no_trace() =>
        Assert.Empty(Xml(PageOf(Text("# T"), Code("  \n"), Text("End."))).Descendants("figure"));

    [Fact]
    public void A_cell_in_another_language_is_not_coloured_as_CSharp()
    {
        var cell = new CodeCell(
            "x",
            "int = new",
            new JsonObject { ["polyglot_notebook"] = new JsonObject { ["kernelName"] = "pwsh" } }
        );
        Assert.Empty(Xml(PageOf(cell)).Descendants("code").Single().Elements());
    }

    [Theory]
    [InlineData("\u001b[1;32mgreen\u001b[0m", "green")]
    [InlineData("10 %\r50 %\r100 %\ndone", "100 %\ndone")]
    [InlineData("long line\rshort", "shortline")]
    [InlineData("windows\r\nlines\r\n", "windows\nlines\n")]
    [InlineData("\u001b]8;;http://x\u0007link\u001b]8;;\u0007", "link")]
    public void Terminal_text_is_what_a_terminal_finally_shows(string written, string shown) =>
        Assert.Equal(shown, TerminalText.Plain(written));

    private static XElement Output(params Output[] outputs) =>
        Xml(PageOf(Code("x", outputs))).Descendants("div").Single(div => (string?)div.Attribute("class") == "output");
}
