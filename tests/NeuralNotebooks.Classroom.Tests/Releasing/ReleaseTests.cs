using System.IO.Compression;
using NeuralNotebooks.Runner;

namespace NeuralNotebooks.Classroom.Tests.Releasing;

public sealed class ReleaseTests : FolderedTests
{
    private string Output => Folder.At("course");

    [Fact]
    public void No_byte_of_a_release_contains_hidden_text()
    {
        string[] hidden =
        [
            "secret-solution", "secret-stub-free", "secret-probe", "secret-argument", "secret-mistake", "secret-code",
            "Secret.Type", "secret-model", "secret-output",
        ];
        string source = SourceNotebook.Write(
            Folder,
            "#!import kit.csx",
            "// TASK t: 2 points\ndouble F(double x)\n{\n    // BEGIN SOLUTION\n    return x; // "
                + "secret-solution\n    // END SOLUTION\n}",
            "// TESTS t\n// BEGIN HIDDEN TESTS\nstring s = \"secret-argument\";\nProbe(\"secret-probe\", "
                + "F(s.Length));\n// END HIDDEN TESTS\nF(1)",
            "// MISTAKE t: secret-mistake\ndouble F(double x) => -x; // secret-code",
            "// FORBIDDEN t\n// T:Secret.Type",
            "<!-- TASK u: 1 point, by hand -->\nWhy?\n<!-- BEGIN SOLUTION -->\nsecret-model\n<!-- END SOLUTION -->");
        File.WriteAllText(
            source,
            File.ReadAllText(source)
                .Replace(
                    "\"outputs\":[]",
                    "\"outputs\":[{\"output_type\":\"stream\",\"name\":\"stdout\",\"text\":\"secret-output\"}]"));
        string beside = Path.GetDirectoryName(source)!;
        File.WriteAllText(Path.Combine(beside, "A1-solved.ipynb"), "secret-solution");
        File.WriteAllText(Path.Combine(beside, ".notes"), "secret-probe");

        Release release = Write(source);
        ReleasedPages.Write([release], Path.Combine(Output, "site"), WithBundle(), Cancellation);
        ZipFile.ExtractToDirectory(release.Zip, Folder.At("unzipped"));

        string[] folders = [Output, Folder.At("unzipped")];
        foreach (string file in folders.SelectMany(folder =>
                Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)))
        {
            string text = Encoding.UTF8.GetString(File.ReadAllBytes(file));
            Assert.All(hidden, word => Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public void The_live_page_of_a_release_has_editable_texts_and_the_files_for_its_session()
    {
        Release release = Write(
            SourceNotebook.Write(
                Folder,
                [
                    "#!import kit.csx",
                    "// reads numbers.csv",
                    .. SourceNotebook.ProductGate,
                    "<!-- Not an answer. -->",
                    "<!-- TASK u: 1 point, by hand -->\nWhy?\n<!-- BEGIN SOLUTION -->\n.\n<!-- END SOLUTION -->",
                ]));
        string site = Folder.At("site");
        File.WriteAllText(Path.Combine(release.Folder, "numbers.csv"), "1,2\n");

        ReleasedPages.Write([release with { DataFiles = ["numbers.csv"] }], site, WithBundle(), Cancellation);

        string page = File.ReadAllText(Path.Combine(site, "A1.html"));
        Assert.Equal("cell-7", Assert.Single(Regex.Matches(page, "data-nn-text=\"(.*?)\"")).Groups[1].Value);
        page.ShouldContain("\"isAssignment\":true");
        string list = Regex.Match(page, "\"files\":({.*?})").Groups[1].Value;
        Dictionary<string, string> files = JsonSerializer.Deserialize<Dictionary<string, string>>(list)!;
        Assert.Equal(["kit.csx", "kit/assignment.json", "numbers.csv"], files.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("1,2\n", File.ReadAllText(Path.Combine(site, files["numbers.csv"])));
        string kit = File.ReadAllText(Path.Combine(site, files["kit.csx"]));
        kit.ShouldContain("#r \"../artifacts/kit/", "Variant.Assignment = \"A1\";");
        kit.ShouldNotContain("Verso");
        Assert.DoesNotContain("\"isAssignment\":true", File.ReadAllText(Path.Combine(site, "playground.html")));
    }

    private BuiltKit WithBundle()
    {
        Folder.File("built/artifacts/live/boot.json", """{"version":"1"}""");
        Folder.File("built/artifacts/live/playground.ipynb", SourceNotebook.Json("1 + 1"));
        Folder.File("built/artifacts/live/outside/live.js", "");
        return new(Folder.At("built"));
    }

    [Fact]
    public void A_release_is_reproducible_byte_for_byte_in_any_folder()
    {
        string source = SourceNotebook.Write(Folder, [.. SourceNotebook.ProductGate, "// reads data/numbers.csv"]);
        Folder.File("A1/data/numbers.csv", "1,2\n");

        Release first = Write(source);
        Release second = Write(source, "elsewhere");

        Assert.Equal(Bytes(first), Bytes(second));
        Assert.Equal(File.ReadAllBytes(first.Zip), File.ReadAllBytes(second.Zip));
    }

    [Fact]
    public void Data_files_are_released_unless_only_hidden_tests_or_solutions_name_them_or_they_are_missing()
    {
        string source = SourceNotebook.Write(
            Folder,
            "// TASK t: 2 points\ndouble F(double x)\n{\n    // BEGIN SOLUTION\n"
                + "    string file = \"solved.csv\";\n    return x;\n    // END SOLUTION\n}",
            "// TESTS t\n// BEGIN HIDDEN TESTS\nProbe(\"secret.csv\", F(1));\n// END HIDDEN TESTS\n"
                + "Read(\"data/open.csv\"); // not \"unnamed.csv\"");
        foreach (string name in (string[])["secret.csv", "solved.csv", "data/open.csv", "unnamed.csv", "kit.csx"])
            Folder.File($"A1/{name}", "1,2\n");

        Release release = Write(source);

        string open = Path.Combine(release.Folder, "data", "open.csv");
        Assert.Equal(["data/open.csv"], release.DataFiles);
        Assert.Equal("1,2\n", File.ReadAllText(open));
        Assert.False(File.Exists(Path.Combine(release.Folder, "secret.csv")));
        AssignmentSource read = SourceReader.Read(source);
        Assert.Equal(["data/open.csv", "secret.csv", "kit.csx"], JudgeFolder.Of(read, read.Tasks, null).Files.Keys);
        Assert.Equal(["data/open.csv", "kit.csx"], JudgeFolder.Of(read, [], null).Files.Keys);
        File.Delete(Folder.At("A1/data/open.csv"));
        Write(source);
        Assert.False(File.Exists(open));
        Assert.Equal(2, Directory.GetFileSystemEntries(Path.GetDirectoryName(release.Folder)!).Length);
    }

    [Fact]
    public void A_folder_that_is_not_an_earlier_release_is_not_replaced()
    {
        string own = Folder.File("course/release/A1/mine.txt", "");
        string source = SourceNotebook.Write(Folder, SourceNotebook.ProductGate);

        Assert.Throws<IOException>(() => Write(source)).Message.ShouldContain("is not an earlier release");
        Assert.True(File.Exists(own));
    }

    [Fact]
    public void The_stub_for_CSharp_is_configured_for_nbgrader_unless_the_course_has_a_configuration()
    {
        string source = SourceNotebook.Write(Folder, SourceNotebook.ProductGate);
        Write(source);
        string configuration = Path.Combine(Output, "nbgrader_config.py");

        File.ReadAllText(configuration).ShouldContain(
            """c.ClearSolutions.code_stub = {"C#": "// YOUR CODE HERE\nthrow new System.NotImplementedException();"}"""
        );
        File.WriteAllText(configuration, "# mine");
        Write(source);
        Assert.Equal("# mine", File.ReadAllText(configuration));
    }

    [Fact]
    public void A_release_has_all_lines_of_the_students_kit_but_another_reference()
    {
        string[] kit = File.ReadAllLines(Repository.At("notebooks/kit.csx"));

        Assert.Equal(
            kit.SkipWhile(line => !line.StartsWith("#r ", StringComparison.Ordinal)).Skip(1),
            ReleasedKit.Of(Repository.At("notebooks/kit.csx")).Code);
    }

    [Theory]
    [InlineData("Matrix.Of(new double[,] { { 1, 2 } }).Columns", "2", true)]
    [InlineData("Throws<FormatException>(() => int.Parse(\"a\"))", "True", false)]
    public async Task A_release_runs_where_there_is_no_repository_and_has_charts_only_if_it_uses_more_than_verdicts(
        string code, string value, bool hasCharts)
    {
        string source = SourceNotebook.Write(
            Folder,
            [
                "#!import kit.csx",
                .. SourceNotebook.ProductGate,
                "Verdict.Correct(\"Right.\")",
                code,
                "Variant.Assignment",
            ]);
        string script = Repository.At("notebooks/kit.csx");
        AssignmentSource read = SourceReader.Read(source);
        Release release = Release.Write(read, ReleasedKit.Of(script).For(read, script), Output, Cancellation);

        NotebookRun run = await new NotebookRunner(new RunOptions()).RunAsync(
            Path.Combine(release.Folder, "A1.ipynb"), null, Cancellation);

        Assert.Equal(RunStatus.Passed, run.Status);
        Assert.Equal(hasCharts, new FileInfo(release.Zip).Length > 1_000_000);
        Assert.Equal(
            ["Correct. Right.", value, "A1"],
            run.Cells.TakeLast(3).Select(cell => cell.Outputs.OfType<ExecuteResult>().Single().Data.Text("text/plain"))
        );
    }

    private Release Write(string source, string output = "course") =>
        Release.Write(SourceReader.Read(source), Kit(), Folder.At(output), Cancellation);

    private ReleasedKit Kit() =>
        ReleasedKit.Of(
            Folder.File(
                "built/kit.csx",
                $"#r \"{Folder.File("built/lib/Kit.dll", "library")}\"\nusing System;\n"));

    private static IEnumerable<(string, string)> Bytes(Release release)
        => Directory.EnumerateFiles(release.Folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => (Path.GetRelativePath(release.Folder, file), Convert.ToHexString(File.ReadAllBytes(file))));
}
