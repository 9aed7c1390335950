namespace NeuralNotebooks.Site.Tests;

public sealed class PlotlyScriptsTests
{
    private readonly PlotlyScripts _library = new();
    private readonly HashSet<string> _loaded = [];

    [Theory]
    [Cases(
        "a<script data-nn-plotlyjs=\"4.0.0\">lib</script>b",
        "a<script type=\"text/javascript\" data-nn-plotlyjs=\"4.0.0\" >lib</script>b",
        "a<SCRIPT charset='utf-8' data-nn-plotlyjs=\"4.0.0\">lib</SCRIPT>b"
    )]
    public void An_inlined_library_becomes_a_file(string html)
    {
        Assert.Equal("ab", _library.Extract(html, _loaded));
        Assert.Equal(["assets/plotly-4.0.0.min.js"], _loaded);
        Assert.Equal([KeyValuePair.Create("assets/plotly-4.0.0.min.js", "lib")], _library.Files);
    }

    [Fact]
    public void Other_scripts_stay_where_they_are()
    {
        const string html =
            "<script>Plotly.newPlot('data-nn-plotlyjs')</script><script data-other=\"data-nn-plotlyjs\">x</script>";
        Assert.Same(html, _library.Extract(html, _loaded));
        Assert.Empty(_loaded);
    }

    [Fact]
    public void Two_versions_are_two_files_and_so_are_two_libraries_under_one_version()
    {
        _library.Extract(
            "<script data-nn-plotlyjs=\"3.1\">a</script><script data-nn-plotlyjs=\"4.0\">b</script><script "
                + "data-nn-plotlyjs=\"4.0\">c</script>",
            _loaded
        );
        Assert.Equal(3, _loaded.Count);
        Assert.Equal(["a", "b", "c"], _library.Files.Select(file => file.Value).Order(StringComparer.Ordinal));
        Assert.Equal(
            _loaded.Order(StringComparer.Ordinal),
            _library.Files.Select(file => file.Key).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void A_library_from_a_network_stays_once_in_a_page()
    {
        const string element = "<script data-nn-plotlyjs=\"4.0.0\" src=\"https://example.org/plotly.js\"></script>";
        Assert.Equal(element + "<p>1</p>", _library.Extract(element + "<p>1</p>", _loaded));
        Assert.Equal("<p>2</p>", _library.Extract(element + "<p>2</p>", _loaded));
        Assert.Empty(_library.Files);
    }

    [Fact]
    public void Equal_functions_are_kept_once_per_page_beside_different_ones()
    {
        const string one = "<script data-nn-function=\"nn1\">a</script>",
            other = "<script data-nn-function=\"nn2\">b</script>",
            call = "<script>nn1()</script>";
        Assert.Equal(one + call, _library.Extract(one + call, _loaded));
        Assert.Equal(call + other, _library.Extract(one + call + other, _loaded));
        Assert.Equal(one + call, _library.Extract(one + call, new HashSet<string>()));
        Assert.Empty(_library.Files);
    }

    [Fact]
    public void A_version_cannot_lead_out_of_the_assets()
    {
        _library.Extract("<script data-nn-plotlyjs=\"../../x\">lib</script>", _loaded);
        Assert.Equal(["assets/plotly-..-..-x.min.js"], _loaded);
    }
}
