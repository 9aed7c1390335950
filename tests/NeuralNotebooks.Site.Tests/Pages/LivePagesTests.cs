namespace NeuralNotebooks.Site.Tests;

public sealed class LivePagesTests : CourseTests
{
    [Theory]
    [Cases(
        "01-page.html", "A live notebook can be edited and run, and knows which cells may fail",
        "index.html", "A live front page starts the notebooks, and links to the playground",
        "playground.html", "The playground is a live notebook with one empty cell")]
    public void A_live_page_shows(string page, string fact)
    {
        var mayFail = new CodeCell("b", "throw new E();", new() { ["tags"] = new JsonArray("raises-exception") });
        var shows = new CodeCell("c", "x") { Outputs = { Verdict("?") } };
        Live(new CodeCell("a", "int x = 1;"), mayFail, shows);
        string text = Course.Whole(page);

        ApprovedTexts.Check(
            "Pages/Live", fact, $" {Part(text, "<head>", "</head>")}\n {Part(text, "<main", "</main>")}\n");
    }

    [Fact]
    public void The_bundle_is_under_live_and_a_list_has_the_files_that_a_browser_caches()
    {
        Live(Code("1"));
        Assert.All(
            ["live/boot.json", "live/abc.bin", "assets/live.js", "sw.js"], name => Assert.True(Course.Has(name), name));
        string[] kept =
        [
            .. JsonNode.Parse(Course.Read("live/site.json"))!["files"]!.AsArray()
                .Select(name => name!.GetValue<string>()),
        ];
        Assert.Contains("01-page.html", kept);
        Assert.Contains("notebooks/01-page.ipynb", kept);
        Assert.DoesNotContain(kept, name => name.StartsWith("live/", StringComparison.Ordinal));
    }

    [Fact]
    public void What_an_author_removes_can_run_but_is_not_shown()
    {
        Live(
            Tagged(["remove-input"], "1", Shown("text/plain", "one")),
            Tagged(["remove-output", "remove-stderr"], "2", Shown("text/plain", "two")));

        Course.Read("01-page.html").ShouldContain(
            "<div hidden=\"hidden\">\n<pre class=\"code\"><code class=\"language-csharp\">1</code></pre>",
            "<div class=\"output\" data-nn-output=\"\"><pre class=\"value\">one</pre></div>",
            "<div class=\"output remove-output remove-stderr\" data-nn-output=\"\"></div>");
    }

    [Theory]
    [Cases("fsharp", true, "pwsh", true, "csharp", false, "html", false, "javascript", false, "mermaid", true)]
    public void A_cell_in_a_language_that_a_page_does_not_run_has_a_note(string language, bool hasNote)
    {
        var kernel = new JsonObject { ["kernelName"] = language };
        var cell = new CodeCell("a", "x", new() { ["polyglot_notebook"] = kernel });
        const string note = "does not run here";

        Course.With("01-page.ipynb", cell).Build();
        Course.Read("01-page.html").ShouldNotContain(note);
        Live(cell);
        Assert.Equal(hasNote, Course.Read("01-page.html").Contains($"this cell in {language} {note}"));
    }

    [Theory]
    [Cases(
        "02-b.ipynb", "02-b.html", "notebooks/02-b.ipynb",
        "02-b.failed.ipynb", "02-b.html", "notebooks/02-b.ipynb",
        "index.ipynb", "index-2.html", "notebooks/index-2.ipynb",
        "playground.ipynb", "playground.html", "notebooks/playground.ipynb")]
    public void The_index_and_a_page_find_a_reader_s_work_under_the_same_key(string notebook, string page, string key)
    {
        Course.With($"../site/notebooks/{notebook}", Code("1")).Build(new() { LiveBundle = Course.Bundle() });

        Course.Read("index.html").ShouldContain($"data-nn-of=\"{key}\"");
        Assert.Equal(key, (string?)Course.Model(page)["notebook"]);
        Assert.Equal($"notebooks/{notebook}", (string?)Course.Model(page)["address"]);
    }

    [Fact]
    public void Untrusted_notebooks_are_not_live()
    {
        Course.With("01-page.ipynb", Code("1")).Build(new() { LiveBundle = Course.Bundle(), IsUntrusted = true });
        Course.Read("01-page.html").ShouldNotContain("data-nn-cell");
        Assert.False(Course.Has("live/boot.json"));
    }

    [Theory]
    [Cases("", "{\"version\": ", "{\"version\": 1}", "{}", "[]")]
    public void A_bundle_whose_manifest_is_damaged_is_named(string manifest)
    {
        string damaged = Course.SourceFile("bundle/boot.json", manifest);
        Fails.With<IOException>($"{damaged} is damaged", () => LiveBundle.In(Path.GetDirectoryName(damaged)));
    }

    [Theory, InlineData(false, true), InlineData(true, false)]
    public void Only_the_page_of_a_trusted_notebook_has_a_live_scope(bool isUntrusted, bool expected)
    {
        var context = new SiteContext(["a.ipynb"], new() { IsUntrusted = isUntrusted });
        var scope = PageScope.Of(new NotebookSource("a.ipynb", new(), "a.html"), context, isLive: true);
        Assert.Equal(expected, scope is LiveScope);
    }

    private void Live(params Cell[] cells) =>
        Course.With("01-page.ipynb", cells).Build(new() { LiveBundle = Course.Bundle() });
}
