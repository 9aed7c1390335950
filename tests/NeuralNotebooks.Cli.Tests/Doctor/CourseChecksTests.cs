using System.IO.Compression;
using NeuralNotebooks.Engine;

namespace NeuralNotebooks.Cli.Tests;

public sealed class CourseChecksTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly CourseFolders _course;

    public CourseChecksTests()
    {
        _course = new CourseFolders(_folder.Path);
        _folder.Notebook("notebooks/one.ipynb", "1");
        _folder.File("src/NeuralNotebooks/Value.cs", "");
        _folder.File("artifacts/kit/NeuralNotebooks.Course.dll", "");
        _folder.File("artifacts/kit/plotly-cartesian.min.js", "");
        _folder.File("notebooks/kit.csx", $"#r \"{Path.Combine(_course.Kit, "NeuralNotebooks.Course.dll")}\"");
        _folder.File(
            "data/README.md",
            "md5 of the uncompressed files:\n\n    900150983cd24fb0d6963f7d28e17f72  some-ubyte\n"
        );
        Compress("abc");
        Built(TimeSpan.FromMinutes(1));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_complete_course_needs_no_attention() =>
        Assert.All(CourseChecks.All(_course), finding => Assert.True(finding.State == State.Good, $"{finding}"));

    [Fact]
    public void A_kit_older_than_its_sources_must_be_rebuilt()
    {
        Built(-TimeSpan.FromMinutes(1));
        _folder.File("src/NeuralNotebooks/obj/Generated.cs", "");

        AssertBad("kit", "Value.cs", "dotnet build");
    }

    [Fact]
    public void A_kit_that_was_not_built_must_be_built()
    {
        Directory.Delete(_course.Kit, recursive: true);

        AssertBad("kit", "NeuralNotebooks.Course.dll", "dotnet build");
    }

    [Fact]
    public void The_kits_folder_is_recognized_however_its_path_is_written()
    {
        _folder.File(
            "notebooks/kit.csx",
            $"// by the build\n#r "
                + $"\"{_course.Root}/notebooks/..//artifacts/./kit/NeuralNotebooks.Course.dll\"\nusing System;\n"
        );

        Assert.All(CourseChecks.All(_course), finding => Assert.True(finding.State == State.Good, $"{finding}"));
    }

    [Fact]
    public void A_kit_of_a_course_that_was_moved_must_be_rebuilt()
    {
        _folder.File("notebooks/kit.csx", "#r \"/elsewhere/NeuralNotebooks.Course.dll\"");

        AssertBad("kit", "moved", "dotnet build");
    }

    [Fact]
    public void A_kit_of_another_version_is_named_with_both_versions()
    {
        // Any assembly of another version will do.
        File.Copy(typeof(Assert).Assembly.Location, Path.Combine(_course.Kit, "NeuralNotebooks.Course.dll"), true);
        Built(TimeSpan.FromMinutes(1));

        string theirs = typeof(Assert).Assembly.GetName().Version!.ToString(3);
        AssertBad("kit", $"is of version {theirs}, and this nn of version ", "dotnet build");
    }

    [Fact]
    public void An_installed_program_that_has_lost_its_kit_is_to_be_installed_again()
    {
        var installed = new BuiltKit(_folder.Path);
        Finding Kit() => CourseChecks.All(null, installed).First(finding => finding.Name == "kit");

        Assert.Equal(State.Good, Kit().State);
        File.Delete(installed.Library);
        Assert.Equal(State.Bad, Kit().State);
        Kit().Detail.ShouldContain("NeuralNotebooks.Course.dll: this nn is damaged");
    }

    [Theory]
    [Cases("data/mnist/some-ubyte.gz", "data/README.md")]
    public void A_missing_data_file_is_named_with_the_way_to_get_it_back(string file)
    {
        File.Delete(_folder.At(file));

        AssertBad("data: MNIST", Path.GetFileName(file), "git checkout");
    }

    [Fact]
    public void Changed_data_are_detected()
    {
        Compress("abd");
        AssertBad("data: MNIST", "checksum", "git checkout");

        _folder.File("data/mnist/some-ubyte.gz", "no gzip");
        AssertBad("data: MNIST", "damaged", "git checkout");
    }

    [Fact]
    public void A_kit_without_plotly_js_is_usable()
    {
        File.Delete(Path.Combine(_course.Kit, "plotly-cartesian.min.js"));

        Assert.Equal(State.Optional, Find("plotly.js").State);
    }

    [Fact]
    public void Without_a_course_there_is_one_finding() =>
        Assert.Equal(State.Bad, Assert.Single(CourseChecks.All(null)).State);

    [Fact]
    public void A_course_is_found_from_any_folder_in_it()
    {
        string deep = Directory.CreateDirectory(_folder.At("src/deep/deeper")).FullName;

        Assert.Equal(_course, CourseFolders.From(deep));
        Assert.Equal(_course, CourseFolders.From(_course.Notebooks));
    }

    private void AssertBad(string name, string detail, string advice)
    {
        Finding finding = Find(name);
        Assert.Equal(State.Bad, finding.State);
        finding.Detail.ShouldContain(detail);
        finding.Advice.ShouldContain(advice);
    }

    private Finding Find(string name) => CourseChecks.All(_course).First(finding => finding.Name == name);

    private void Built(TimeSpan afterSources) =>
        File.SetLastWriteTimeUtc(
            Path.Combine(_course.Kit, "NeuralNotebooks.Course.dll"),
            File.GetLastWriteTimeUtc(Path.Combine(_course.Sources, "NeuralNotebooks", "Value.cs")) + afterSources
        );

    private void Compress(string content)
    {
        string path = _folder.File("data/mnist/some-ubyte.gz", "");
        using var stream = new GZipStream(File.Create(path), CompressionMode.Compress);
        stream.Write(System.Text.Encoding.ASCII.GetBytes(content));
    }
}
