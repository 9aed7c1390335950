using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using NeuralNotebooks.Engine;

namespace NeuralNotebooks.Site.Tests;

public sealed class LivePagesTests : CourseTests
{
    [Theory]
    [Cases(
        "01-page.html", "01-page.html", "A live notebook can be edited and run, and knows which cells may fail",
        "index.html", "index.html", "A live front page starts the course, and links to the playground",
        "playground.html", null, "The playground is a live notebook with one empty cell"
    )]
    public void A_live_page_differs_from_one_that_is_not_live(string page, string? notLive, string fact)
    {
        var mayFail = new CodeCell("b", "throw new E();", new() { ["tags"] = new JsonArray("raises-exception") });
        var shows = new CodeCell("c", "x") { Outputs = { Shown("text/html", "<p data-nn-verdict=\"not-yet\">?</p>") } };
        Cell[] cells = [new CodeCell("a", "int x = 1;"), mayFail, shows];
        Course.With("01-page.ipynb", cells).Build();
        string? before = notLive is null ? null : Course.Whole(notLive);
        Live(cells);

        ApprovedTexts.Check(
            "Pages/Live",
            fact,
            Differences(Course.Whole(page), from: before ?? Course.Whole("01-page.html"))
        );
    }

    [Fact]
    public void The_bundle_is_under_live_and_a_list_has_the_files_that_a_browser_caches()
    {
        Live(Code("1"));
        Assert.True(
            Course.Has("live/boot.json")
                && Course.Has("live/abc.bin")
                && Course.Has("assets/live.js")
                && Course.Has("sw.js")
        );
        string[] kept =
        [
            .. JsonNode.Parse(Course.Read("live/site.json"))!["files"]!
                .AsArray()
                .Select(name => name!.GetValue<string>()),
        ];
        Assert.Contains("01-page.html", kept);
        Assert.Contains("notebooks/01-page.ipynb", kept);
        Assert.DoesNotContain(kept, name => name.StartsWith("live/", StringComparison.Ordinal));
    }

    [Theory]
    [Cases(
        "the data", true,
        "other data", false,
        null, false
    )]
    public void Data_that_the_bundle_does_not_have_comes_from_the_course_or_is_reported_as_missing(
        string? there,
        bool found
    )
    {
        string bundle = Course.Bundle();
        string name = NameOf("the data", "raw.bin");
        File.WriteAllText(
            Path.Combine(bundle, "boot.json"),
            $$"""
            {"version":"1","data":[
                {"for":"Mnist","path":"/course/data/mnist/a.gz","name":"{{name}}","hash":"","raw":true}]}
            """
        );
        if (there is not null)
            Course.SourceFile("data/mnist/a.gz", there);

        Course.With("01-page.ipynb", Code("Mnist.Load()")).With("02-page.ipynb", Code("1"));
        Course.Build(new() { LiveBundle = bundle });

        JsonNode boot = JsonNode.Parse(Course.Read("live/boot.json"))!;
        Assert.Equal(found ? 1 : 0, boot["data"]!.AsArray().Count);
        Assert.Equal(found, Course.Has("live/" + name));
        Assert.Equal(found ? null : "data/mnist", (string?)boot["without"]!["Mnist"]);
        const string missing =
            "01-page.ipynb, the live page: it has no Mnist: put data/mnist into the course's folder, and build the "
            + "site again";
        Assert.Equal(found ? [] : [missing], Course.Report.Problems.Select(problem => problem.ToString()));
    }

    [Fact]
    public void A_file_that_the_tool_has_outside_its_bundle_is_compressed_for_the_site_once()
    {
        string bundle = Course.Bundle("artifacts/live");
        string name = NameOf("the compiler", "copy.bin");
        File.WriteAllText(
            Path.Combine(bundle, "boot.json"),
            $$"""
            {"version":"1","dotnet":{"resources":{"assembly":
                [{"virtualPath":"a.dll","path":"/course/a.dll","name":"{{name}}","hash":"","size":0}]} } }
            """
        );
        Course.SourceFile("a.dll", "the compiler");
        Course.With("01-page.ipynb", Code("1"));

        Course.Build(new() { LiveBundle = bundle });
        JsonNode entry = JsonNode.Parse(Course.Read("live/boot.json"))!["dotnet"]!["resources"]!["assembly"]![0]!;
        string packed = Path.Combine(Course.Site, "live", (string)entry["name"]!);
        byte[] first = File.ReadAllBytes(packed);
        Assert.Equal("the compiler", Unpacked(first));
        Assert.Equal(first.Length, (int)entry["size"]!);
        Assert.Equal("sha256-" + Convert.ToBase64String(SHA256.HashData(first)), (string?)entry["hash"]);

        // The file is compressed again only if it is damaged. Its name contains a hash of the compressed bytes, since
        // browsers cache it by name.
        File.WriteAllBytes(packed, first[..^9]);
        Course.Build(new() { LiveBundle = bundle });
        Assert.Equal(first, File.ReadAllBytes(packed));
        byte[] otherwise = [.. first[..8], 2, .. first[9..]];
        string byAnother = $"{name[..20]}.{Convert.ToHexStringLower(SHA256.HashData(otherwise))[..20]}.bin";
        File.Move(packed, Path.Combine(Course.Site, "live", byAnother));
        File.WriteAllBytes(Path.Combine(Course.Site, "live", byAnother), otherwise);
        Course.Build(new() { LiveBundle = bundle });
        Assert.Equal(otherwise, File.ReadAllBytes(Path.Combine(Course.Site, "live", byAnother)));

        File.Delete(Path.Combine(Course.Site, "live", byAnother));
        Course.SourceFile("a.dll", "another compiler");
        IOException problem = Assert.Throws<FileNotFoundException>(() => Course.Build(new() { LiveBundle = bundle }));
        Assert.Equal(
            $"{bundle}: the file a.dll of live pages is missing or has changed; install the tool again.",
            problem.Message);
    }

    private static string NameOf(string content, string extension) =>
        $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))[..20]}.{extension}";

    private static string Unpacked(byte[] packed)
    {
        using var reader = new StreamReader(new GZipStream(new MemoryStream(packed), CompressionMode.Decompress));
        return reader.ReadToEnd();
    }

    [Fact]
    public void Untrusted_notebooks_are_not_live()
    {
        Course.With("01-page.ipynb", Code("1")).Build(new() { LiveBundle = Course.Bundle(), IsUntrusted = true });
        Course.Read("01-page.html").ShouldNotContain("data-nn-cell");
        Assert.False(Course.Has("live/boot.json"));
    }

    private void Live(params Cell[] cells) =>
        Course.With("01-page.ipynb", cells).Build(new() { LiveBundle = Course.Bundle() });
}
