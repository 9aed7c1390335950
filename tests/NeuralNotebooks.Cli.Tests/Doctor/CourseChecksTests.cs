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
                $"// by the build\n#r \"{test.Folder.Path}/notebooks/..//artifacts/./kit/NeuralNotebooks.Course.dll\""),
        ["A kit that was not built must be built"] = test => Directory.Delete(test._course.Kit.Folder, recursive: true),
        ["A kit of a course that was moved must be rebuilt"] = test =>
            test.Folder.File("notebooks/kit.csx", "#r \"/elsewhere/NeuralNotebooks.Course.dll\""),
        ["A kit of another version is named with both versions"] = test =>
            File.Copy(_other.Location, test._course.Kit.Library, true),
        ["A kit without plotly.js is usable"] = test =>
            File.Delete(Path.Combine(test._course.Kit.Folder, "plotly-cartesian.min.js")),
    };

    [Theory]
    [FactsOf("Doctor/Course")]
    public void A_course(string fact)
    {
        _changes[fact](this);
        IEnumerable<string> findings = CourseChecks.All(_course).Select(found => SystemChecksTests.InWords(found));
        string text = Varying()
            .Replace(string.Concat(findings), "…")
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

        Assert.Null(Kit().Advice);
        File.Delete(installed.Library);
        Assert.True(Kit().IsNeeded);
        Kit().Detail.ShouldContain("NeuralNotebooks.Course.dll: this nn is damaged");
        Assert.True(Assert.Single(CourseChecks.All(null)).IsNeeded);
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

    [GeneratedRegex(@"\d{4}-\d\d-\d\d \d\d:\d\d")]
    private static partial Regex Varying();
}
