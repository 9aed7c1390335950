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

    private readonly string _notebook;

    public HandInTests()
    {
        Release release = Release.Write(
            SourceReader.Read(SourceNotebook.Write(Folder, _source)), ReleasedKit.Of(_kit), Folder.Path, Cancellation);
        Directory.Delete(Folder.At("A1"), recursive: true); // Only the release is left.
        _notebook = Path.Combine(release.Folder, "A1.ipynb");
        File.Copy(_kit, Path.Combine(release.Folder, "kit.csx"), overwrite: true);
    }

    [Fact]
    public async Task A_notebook_that_would_be_graded_loses_nothing()
    {
        JsonNode report = await Run(
            "// STUDENT\nVariant.Student = \"ada\";",
            "// TASK rate: 1 point\ndouble rate = 0.1;",
            "double Half(double x) => x / 2;",
            RightGate,
            "// TASK twice: 2 points\ndouble Twice(double x) => 4 * Half(x) * rate / rate;",
            "<!-- TASK why: 2 points, by hand -->\nIt is so.");

        Assert.Equal("", (string?)report["lost"]);
        Assert.Contains("The numbers are those of “ada”.", Texts(report["notes"]));
    }

    [Theory]
    [Cases(
        RightGate + "\ndouble Twice(double x) => 2 * x;",
        "double Twice(double x) => ProductGate(2, x, 1)[1];\ndouble[] ProductGate(double x, double y, double dz) => "
            + "[dz * y, dz * x];")]
    public async Task Answers_to_several_tasks_in_one_cell_lose_nothing(string cell)
    {
        JsonNode report = await Run(
            "// STUDENT\nVariant.Student = \"ada\";",
            "// TASK rate: 1 point\ndouble rate = 0.1;",
            cell,
            "<!-- TASK why: 2 points, by hand -->\nIt is so.");

        Assert.Equal("", (string?)report["lost"]);
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
        JsonNode report = await Run(
            "// TASK rate: 1 point\nvar rate = 1.0;",
            // Below the released start of its task, which returns double[], x does not compile.
            RightGate.Replace("double", "int") + "\nint x = ProductGate(1, 1, 1)[0];",
            $"// TASK twice: 2 points\n{answer}",
            "double Below(double x) => x;");

        IEnumerable<string> problems = Texts(report["tasks"]![2]!["problems"]);
        if (reason is null)
            Assert.Empty(problems.Concat(Texts(report["notes"]).Where(note => note.Contains("does not compile"))));
        else
            string.Join('\n', problems).ShouldContain(reason);
    }

    [Fact]
    public async Task A_library_that_a_task_forbids_is_named_although_the_release_does_not_list_it()
    {
        JsonNode report = await Run(
            "// TASK product-gate: 4 points\ndouble[] ProductGate(double x, double y, double dz)\n{\n"
                + "    var a = new Value(x);\n    return [y * dz, a.Data * dz];\n}");

        string.Join('\n', Texts(report["tasks"]![1]!["problems"])).ShouldContain("line 4: Value is not allowed");
        Assert.False((bool)report["tasks"]![2]!["begun"]!);
    }

    private async Task<JsonNode> Run(params string[] cells) =>
        JsonNode.Parse(await HandInCheck.RunAsync(
            FrameworkReferences.OfRuntime, _notebook, SourceNotebook.Submitted(["#!import kit.csx", .. cells])))!;

    private static IEnumerable<string> Texts(JsonNode? array) => array!.AsArray().Select(text => (string)text!);
}
