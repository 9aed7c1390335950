namespace NeuralNotebooks.Classroom.Tests.HandingIn;

public sealed class HandInTests : FolderedTests
{
    private static readonly string[] _source =
    [
        "#!import kit.csx",
        "// STUDENT\nVariant.Student = \"\";",
        "// TASK rate: 1 point\n// BEGIN SOLUTION\ndouble rate = 0.1;\n// END SOLUTION",
        "// TESTS rate\n// BEGIN HIDDEN TESTS\nProbe(\"rate\", rate);\n// END HIDDEN TESTS",
        .. SourceNotebook.ProductGate[..2],
        "// FORBIDDEN product-gate\n// T:NeuralNotebooks.Value",
        "// TASK twice: 2 points\ndouble Twice(double x)\n{\n    // BEGIN SOLUTION\n    return 2 * x;\n"
            + "    // END SOLUTION\n}",
        "// TESTS twice\n// BEGIN HIDDEN TESTS\nProbe(\"of 3\", Twice(3));\n// END HIDDEN TESTS",
        "<!-- TASK why: 2 points, by hand -->\nWhy?\n<!-- BEGIN SOLUTION -->\nBecause.\n<!-- END SOLUTION -->",
    ];

    private const string RightGate =
        "// TASK product-gate: 4 points\ndouble[] ProductGate(double x, double y, double dz) => [dz * y, dz * x];";

    private static readonly string _kit = Repository.At("notebooks/kit.csx");

    private readonly JudgeFixture _fixture;
    private readonly AssignmentSource _assignment;
    private readonly string _notebook;

    public HandInTests(JudgeFixture fixture)
    {
        _fixture = fixture;
        Release release = Release.Write(
            SourceReader.Read(SourceNotebook.Write(Folder, _source)), ReleasedKit.Of(_kit), Folder.Path, Cancellation);
        Directory.Delete(Folder.At("A1"), recursive: true); // Only the release is left.
        _notebook = Path.Combine(release.Folder, "A1.ipynb");
        _assignment = ReleasedAssignment.For(_notebook)!;
    }

    [Fact]
    public async Task A_notebook_that_would_be_graded_loses_nothing()
    {
        HandInReport report = await Run(
            "// STUDENT\nVariant.Student = \"ada\";",
            "// TASK rate: 1 point\ndouble rate = 0.1;",
            "double Half(double x) => x / 2;",
            RightGate,
            "// TASK twice: 2 points\ndouble Twice(double x) => 4 * Half(x) * rate / rate;",
            "<!-- TASK why: 2 points, by hand -->\nIt is so.");

        Assert.Equal(default, report.Lost);
        Assert.Contains("The numbers are those of “ada”.", report.Notes);
    }

    [Theory]
    [Cases(
        RightGate + "\ndouble Twice(double x) => 2 * x;",
        "double Twice(double x) => ProductGate(2, x, 1)[1];\ndouble[] ProductGate(double x, double y, double dz) => "
            + "[dz * y, dz * x];")]
    public async Task Answers_to_several_tasks_in_one_cell_lose_nothing(string cell)
    {
        HandInReport report = await Run(
            "// STUDENT\nVariant.Student = \"ada\";",
            "// TASK rate: 1 point\ndouble rate = 0.1;",
            cell,
            "<!-- TASK why: 2 points, by hand -->\nIt is so.");

        Assert.Equal(default, report.Lost);
    }

    [Theory]
    [Cases(
        "double Twice(double x) => File.Exists(\"x\") ? 1 : 2;", "File.Exists is not allowed",
        "double Twice(double x) => Below(x);", "CS0103",
        "double Double(double x) => 2 * x;", "as the assignment declares it: double Twice(double x)",
        "double Twice(double x) => 2 * x;\nint zero = 0;\nint bad = 1 / zero;", "DivideByZeroException",
        "double Twice(double x, double y) => 2 * x;", "as the assignment declares it: double Twice(double x)",
        "double Twice(double x) => new Value(x).Data * 2;", null, // Forbidden in another task.
        "double Twice(double x) => ProductGate(x, 2, 1)[1] * 2;\nvar seen = Twice(1);", null,
        Daily = 4
    )]
    public async Task An_answer_that_would_not_count_is_reported_with_its_reason(string answer, string? reason)
    {
        HandInReport report = await Run(
            "// TASK rate: 1 point\nvar rate = 1.0;",
            // Below the released start of its task, which returns double[], x does not compile.
            RightGate.Replace("double", "int") + "\nint x = ProductGate(1, 1, 1)[0];",
            $"// TASK twice: 2 points\n{answer}",
            "double Below(double x) => x;");

        HandInTask task = report.Tasks.Single(task => task.Name == "twice");
        if (reason is null)
            Assert.Empty(task.Problems.Concat(report.Notes.Where(note => note.Contains("does not compile"))));
        else
            string.Join('\n', task.Problems).ShouldContain(reason);
    }

    [Fact]
    public async Task A_library_that_a_task_forbids_is_named_although_the_release_does_not_list_it()
    {
        HandInReport report = await Run(
            "// TASK product-gate: 4 points\ndouble[] ProductGate(double x, double y, double dz)\n{\n"
                + "    var a = new Value(x);\n    return [y * dz, a.Data * dz];\n}");

        string.Join('\n', report.Tasks[1].Problems).ShouldContain("line 4: Value is not allowed");
        Assert.Null(report.Tasks.Single(task => task.Name == "twice").Place);
    }

    private async Task<HandInReport> Run(params string[] cells)
    {
        string notebook = SourceNotebook.Submitted(["#!import kit.csx", .. cells]);
        HandInReport report = await HandInCheck.RunAsync(
            _assignment, Encoding.UTF8.GetBytes(notebook), _fixture.Judge, _fixture.Options, Cancellation);

        // A page, which judges in its process, gives the same result.
        File.Copy(_kit, Path.Combine(_assignment.Folder, "kit.csx"), overwrite: true);
        JsonNode page = JsonNode.Parse(await HandIn.RunAsync(FrameworkReferences.OfRuntime, _notebook, notebook))!;
        Assert.Equal(report.Notes, page["notes"]!.AsArray().Select(note => (string?)note));
        Assert.Equal(
            report.Tasks.Select(task => $"{task.Name} {task.Place is not null} {string.Join('|', task.Problems)}"),
            page["tasks"]!.AsArray().Select(task =>
                $"{task!["name"]} {(bool)task["begun"]!} {string.Join('|', task["problems"]!.AsArray())}"));

        return report;
    }
}
