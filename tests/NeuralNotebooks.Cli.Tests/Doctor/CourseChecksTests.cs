using System.IO.Compression;
using System.Text.RegularExpressions;
using NeuralNotebooks.Runner;

namespace NeuralNotebooks.Cli.Tests;

public sealed partial class CourseChecksTests : FolderedTests
{
    private readonly CourseFolders _course;

    public CourseChecksTests()
    {
        _course = new CourseFolders(Folder.Path);
        Folder.Notebook("notebooks/one.ipynb", "1");
        Folder.File("src/NeuralNotebooks/Value.cs", "");
        Folder.File("artifacts/kit/NeuralNotebooks.Course.dll", "");
        Folder.File("artifacts/kit/plotly-cartesian.min.js", "");
        Folder.File("notebooks/kit.csx", $"#r \"{_course.Kit.Library}\"");
        Folder.File(
            "data/README.md",
            "md5 of the uncompressed files:\n\n    900150983cd24fb0d6963f7d28e17f72  some-ubyte\n"
        );
        Compress("abc");
        Built(TimeSpan.FromMinutes(1));
    }

    /// <summary>Any assembly of another version will do.</summary>
    private static readonly System.Reflection.Assembly _other = typeof(Assert).Assembly;

    /// <summary>What happens to a complete course, by what the doctor is to find.</summary>
    private static readonly Dictionary<string, Action<CourseChecksTests>> _changes = new()
    {
        ["A complete course needs no attention"] = _ => { },
        ["The kit's folder is recognized however its path is written"] = test =>
            test.Folder.File(
                "notebooks/kit.csx",
                $"// by the build\n#r \"{test.Folder.Path}/notebooks/..//artifacts/./kit/NeuralNotebooks.Course.dll\""
            ),
        ["A kit older than its sources must be rebuilt"] = test =>
        {
            test.Built(-TimeSpan.FromMinutes(1));
            test.Folder.File("src/NeuralNotebooks/obj/Generated.cs", "");
        },
        ["A kit that was not built must be built"] = test => Directory.Delete(test._course.Kit.Folder, recursive: true),
        ["A kit of a course that was moved must be rebuilt"] = test =>
            test.Folder.File("notebooks/kit.csx", "#r \"/elsewhere/NeuralNotebooks.Course.dll\""),
        ["A kit of another version is named with both versions"] = test =>
        {
            File.Copy(_other.Location, test._course.Kit.Library, true);
            test.Built(TimeSpan.FromMinutes(1));
        },
        ["A missing data file is named with the way to get it back"] = test =>
            File.Delete(test.Folder.At("data/mnist/some-ubyte.gz")),
        ["A missing list of the data files is, too"] = test => File.Delete(test.Folder.At("data/README.md")),
        ["Changed data are detected"] = test => test.Compress("abd"),
        ["Damaged data are detected"] = test => test.Folder.File("data/mnist/some-ubyte.gz", "no gzip"),
        ["A kit without plotly.js is usable"] = test =>
            File.Delete(Path.Combine(test._course.Kit.Folder, "plotly-cartesian.min.js")),
    };

    [Theory]
    [FactsOf("Doctor/Course")]
    public void A_course(string fact)
    {
        _changes[fact](this);
        IEnumerable<string> findings = CourseChecks.All(_course)
            .Select(found => $"{found.State} {found.Name}: {found.Detail} → {found.Advice}".TrimEnd(' ', '→'));
        string text = Varying()
            .Replace(string.Join('\n', findings) + "\n", "…")
            .Replace(Folder.Path + Path.DirectorySeparatorChar, "FOLDER/")
            .Replace(Path.DirectorySeparatorChar, '/')
            .Replace(_other.GetName().Version!.ToString(3), "OTHER")
            .Replace(typeof(CourseChecks).Assembly.GetName().Version!.ToString(3), "OWN");
        ApprovedTexts.Check("Doctor/Course", fact, text);
    }

    [Fact]
    public void An_installed_program_that_has_lost_its_kit_is_to_be_installed_again()
    {
        var installed = new BuiltKit(Folder.Path);
        Finding Kit() => CourseChecks.All(null, installed).First(finding => finding.Name == "kit");

        Assert.Equal(State.Good, Kit().State);
        File.Delete(installed.Library);
        Assert.Equal(State.Bad, Kit().State);
        Kit().Detail.ShouldContain("NeuralNotebooks.Course.dll: this nn is damaged");
        Assert.Equal(State.Bad, Assert.Single(CourseChecks.All(null)).State);
    }

    [Theory]
    [Cases("01-a.ipynb", true, "01-a.dib", true, "01-a.md", false)]
    public void A_folder_is_a_course_if_it_has_notebooks_of_either_format(string file, bool isCourse)
    {
        Folder.File($"other/notebooks/{file}", "");

        Assert.Equal(isCourse, CourseFolders.At(Folder.At("other")) is not null);
    }

    [Fact]
    public void A_course_is_found_from_any_folder_in_it()
    {
        string deep = Directory.CreateDirectory(Folder.At("src/deep/deeper")).FullName;

        Assert.Equal(_course, CourseFolders.From(deep));
        Assert.Equal(_course, CourseFolders.From(_course.Notebooks));
    }

    /// <summary>When the kit was built, and in the runtime's words, what is wrong with a file.</summary>
    [GeneratedRegex(@"\d{4}-\d\d-\d\d \d\d:\d\d|(?<=is damaged: ).+(?= →)")]
    private static partial Regex Varying();

    private void Built(TimeSpan afterSources) =>
        File.SetLastWriteTimeUtc(
            _course.Kit.Library,
            File.GetLastWriteTimeUtc(Path.Combine(_course.Sources, "NeuralNotebooks", "Value.cs")) + afterSources
        );

    private void Compress(string content)
    {
        string path = Folder.File("data/mnist/some-ubyte.gz", "");
        using var stream = new GZipStream(File.Create(path), CompressionMode.Compress);
        stream.Write(System.Text.Encoding.ASCII.GetBytes(content));
    }
}
