namespace NeuralNotebooks.Site.Tests;

public sealed class FigureFilesTests
{
    private const string Network =
        "<script data-nn-plotlyjs=\"4.0.0\" src=\"https://example.org/plotly.js\"></script>";

    private const string One = "<script data-nn-function=\"nn1\">a</script>",
        Other = "<script data-nn-function=\"nn2\">b</script>",
        Call = "<script>nn1()</script>";

    private const string Foreign =
        "<script>Plotly.newPlot('data-nn-plotlyjs')</script><script data-other=\"data-nn-plotlyjs\">x</script>";

    private readonly FigureFiles _figures = new();
    private readonly HashSet<string> _loaded = [];

    [Theory]
    [Cases(
        "a<script data-nn-plotlyjs=\"4.0.0\">lib</script>b", "ab", "4.0.0",
        "a<script type=\"text/javascript\" data-nn-plotlyjs=\"4.0.0\" >lib</script>b", "ab", "4.0.0",
        "a<SCRIPT charset='utf-8' data-nn-plotlyjs=\"4.0.0\">lib</SCRIPT>b", "ab", "4.0.0",
        "<script data-nn-plotlyjs=\"../../x\">lib</script>", "", "..-..-x"
    )]
    public void An_inlined_library_becomes_a_file_among_the_assets(string html, string expected, string version)
    {
        string file = $"assets/plotly-{version}.76b5a357391276b2.js";
        Assert.Equal(expected, _figures.Extract(html, _loaded));
        Assert.Equal([file], _loaded);
        Assert.Equal([KeyValuePair.Create(file, "lib")], _figures.Files);
    }

    /// <summary>The case has the outputs of a page, separated by "|". A library from the network and a function stay in
    /// the first output that has them.</summary>
    [Theory]
    [Cases(
        Foreign + "|" + Foreign, Foreign + "|" + Foreign,
        Network + "<p>1</p>|" + Network + "<p>2</p>", Network + "<p>1</p>|<p>2</p>",
        One + Call + "|" + One + Call + Other, One + Call + "|" + Call + Other
    )]
    public void Other_scripts_stay_where_they_are_first(string outputs, string expected)
    {
        Assert.Equal(expected, string.Join('|', outputs.Split('|').Select(html => _figures.Extract(html, _loaded))));
        string first = outputs.Split('|')[0];
        Assert.Equal(first, _figures.Extract(first, new HashSet<string>()));
        Assert.Empty(_figures.Files);
    }

    [Fact]
    public void A_large_script_that_draws_a_figure_is_moved_to_a_file()
    {
        string small = Call, large = $"<script type=\"text/javascript\">nn1({new string('1', 5000)})</script>";
        const string host = "<div data-nn-picture=\"k\"></div>";

        string page = _figures.Extract(host + small + large, _loaded);

        (string name, string script) = Assert.Single(_figures.Files);
        Assert.StartsWith("assets/drawings/", name, StringComparison.Ordinal);
        Assert.Equal(large[(large.IndexOf('>') + 1)..^"</script>".Length], script);
        Assert.Equal(
            $"{host}{small}<script type=\"text/plain\" data-nn-drawing=\"{name}\"></script>",
            page);
        Assert.Equal(large, _figures.Extract(large, _loaded));
        Assert.Empty(_loaded);
    }

    [Fact]
    public void Two_versions_are_two_files_and_so_are_two_libraries_under_one_version()
    {
        _figures.Extract(
            "<script data-nn-plotlyjs=\"3.1\">a</script><script data-nn-plotlyjs=\"4.0\">b</script><script "
                + "data-nn-plotlyjs=\"4.0\">c</script>",
            _loaded
        );
        Assert.Equal(["a", "b", "c"], _figures.Files.Select(file => file.Value).Order(StringComparer.Ordinal));
        Assert.Equal(
            _loaded.Order(StringComparer.Ordinal),
            _figures.Files.Select(file => file.Key).Order(StringComparer.Ordinal)
        );
    }
}
