using System.Net;
using System.Text.RegularExpressions;

namespace NeuralNotebooks.Site.Tests;

public sealed partial class CSharpHighlighterTests
{
    [Theory]
    [InlineData("Value x = new(3.0, \"x\");", "t:Value k:new n:3.0 s:\"x\"")]
    [InlineData("var w = Matrix.Of(W.Rows, A1.Columns);   // shapes", "k:var t:Matrix c:// shapes")]
    [InlineData("Matrix<double> Z = W * X + b;", "t:Matrix k:double")]
    [InlineData("$\"loss {value:F4}!\"", "s:$\" s:loss  s:F4 s:! s:\"")]
    [InlineData("#!import kit.csx", "d:#!import kit.csx")]
    [InlineData("#r \"a.dll\"\nint a = 1;", "d:#r \"a.dll\"\n k:int n:1")]
    [InlineData("record Point(double X) { }\nPoint p = new(1);", "k:record t:Point k:double t:Point k:new n:1")]
    [InlineData("List<Value> all = [];\nforeach (Value v in all) { }", "t:List t:Value k:foreach t:Value k:in")]
    [InlineData("int Network = 1; Network.ToString();", "k:int n:1")]
    [InlineData("using Chart = Plotly.NET.CSharp.Chart;", "k:using")]
    [InlineData("x is { Length: > 0 } and not null", "k:is n:0 k:and k:not k:null")]
    [InlineData("try { } catch (ArgumentException e) { }", "k:try k:catch t:ArgumentException")]
    [InlineData("Node n = x as Node; n is Node", "t:Node k:as t:Node k:is t:Node")]
    [InlineData("class A { public static A operator +(A a) => a; }",
        "k:class t:A k:public k:static t:A k:operator t:A")]
    public void Tokens_have_their_colours(string code, string expected)
    {
        string html = CSharpHighlighter.Highlight(code);
        Assert.Equal(
            expected,
            string.Join(
                ' ',
                Coloured().Matches(html).Select(m => m.Groups[1].Value + ":" + WebUtility.HtmlDecode(m.Groups[2].Value))
            )
        );
    }

    [Theory]
    [Cases(
        "if (a < b && c > d) { x[\"<&>\"] = 'q'; }\r\n\t// ümlaut < 1",
        "this is not C# at all } ) \" unclosed",
        "#!unknown magic\n%%another\nint x = 1;",
        "#if false\nnot compiled <b>\n#endif\nint y;",
        ""
    )]
    public void No_character_is_lost_or_added(string code) =>
        Assert.Equal(code, WebUtility.HtmlDecode(Tag().Replace(CSharpHighlighter.Highlight(code), "")));

    [GeneratedRegex("""<span class="(\w)">(.*?)</span>""", RegexOptions.Singleline)]
    private static partial Regex Coloured();

    [GeneratedRegex("""</?span[^>]*>""")]
    private static partial Regex Tag();
}
