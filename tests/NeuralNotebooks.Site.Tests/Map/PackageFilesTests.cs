using System.IO.Compression;

namespace NeuralNotebooks.Site.Tests;

public sealed class PackageFilesTests : CourseTests
{
    private const string Key = "0123456789abcdef";
    private static readonly string _assembly = typeof(PackageFilesTests).Assembly.Location;

    [Fact]
    public void A_live_page_names_the_packages_that_its_notebook_had_restored_and_their_files_are_published_once()
    {
        Restored();
        Course.With("01-a.ipynb", Installed(Key)).With("02-b.ipynb", Installed(Key)).Build(Live());

        JsonNode a = PackagesOf("01-a.html"), file = Assert.Single(a["files"]!.AsArray())!;
        Assert.Equal(a.ToJsonString(), PackagesOf("02-b.html").ToJsonString());
        Assert.Equal(["Inner", "Outer"], a["packages"]!.AsArray().Select(package => (string?)package!["id"]));
        JsonNode inner = a["packages"]![0]!, outer = a["packages"]![1]!;
        Assert.Equal("Inner", (string?)outer["needs"]![0]);
        Assert.Equal((string?)file["path"], (string?)inner["files"]![0]);
        Assert.Equal("package", (string?)file["kind"]);
        Assert.Equal((true, false), ((bool)inner["isNative"]!, (bool)outer["isNative"]!));
        Assert.Equal((false, true), ((bool)inner["hasExtension"]!, (bool)outer["hasExtension"]!));

        byte[] sent = File.ReadAllBytes(Path.Combine(Course.Site, "live", (string)file["name"]!));
        Assert.Equal((sent.Length, ContentHash.Integrity(sent)), ((int)file["size"]!, (string)file["hash"]!));
        using var content = new MemoryStream();
        using (var packed = new GZipStream(new MemoryStream(sent), CompressionMode.Decompress))
            packed.CopyTo(content);
        Assert.Equal(File.ReadAllBytes(_assembly), content.ToArray());
        JsonNode offline = JsonNode.Parse(Course.Read("live/site.json"))!["packages"]![0]!;
        Assert.Equal((string?)file["name"], (string?)offline["name"]);
        Assert.Equal((string?)file["hash"], (string?)offline["hash"]);
        Assert.Empty(Course.Report.Problems);
    }

    [Theory]
    [Cases("fedcba9876543210", "../0123456789abcdef", "")]
    public void Packages_that_are_not_on_this_machine_are_a_problem_of_the_cell(string key)
    {
        Restored();
        Course.With("01-a.ipynb", Installed(key)).Build(Live());

        SiteProblem problem = Assert.Single(Course.Report.Problems);
        Assert.Equal("cell 1", problem.Place);
        problem.Message.ShouldContain("its packages are not on this machine");
        Course.Read("01-a.html").ShouldNotContain("\"packages\":{");
    }

    [Fact]
    public void A_page_that_is_not_live_has_no_packages()
    {
        Restored();
        Course.With("01-a.ipynb", Installed(Key)).Build(Live() with { LiveBundle = null });

        Course.Read("01-a.html").ShouldNotContain("\"packages\":{");
        Assert.False(Course.Has("live"));
    }

    private SiteOptions Live() =>
        new() { LiveBundle = Course.Bundle(), PackageCache = Path.Combine(Course.Source, "cache") };

    private JsonNode PackagesOf(string page) => Course.Model(page)["packages"]!;

    private static CodeCell Installed(string key)
    {
        var message = new DisplayData(MimeBundle.Plain("Outer, 1.0.0"), new() { ["nn_packages"] = key }, null);
        return Code("#r \"nuget: Outer\"", message);
    }

    /// <summary>Writes what a restore leaves: two packages, one with native files, and one with an extension.</summary>
    private void Restored()
    {
        string inner = Course.SourceFile("packages/inner/1.0.0/lib/net10.0/Inner.dll", "");
        File.Copy(_assembly, inner, overwrite: true);
        Course.SourceFile("packages/inner/1.0.0/runtimes/win-x64/native/inner.dll", "");
        Course.SourceFile("packages/outer/1.0.0/interactive-extensions/dotnet/extension.dib", "");
        Course.SourceFile($"cache/{Key}/obj/project.assets.json", $$"""
            {
              "targets": { "net10.0/linux-x64": {
                "Inner/1.0.0": { "runtime": { "lib/net10.0/Inner.dll": {} } },
                "Outer/1.0.0": { "dependencies": { "Inner": "1.0.0" } }
              } },
              "libraries": { "Inner/1.0.0": { "path": "inner/1.0.0" }, "Outer/1.0.0": { "path": "outer/1.0.0" } },
              "packageFolders": { {{JsonValue.Create(Path.Combine(Course.Source, "packages")).ToJsonString()}}: {} }
            }
            """);
    }
}
