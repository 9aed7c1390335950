using System.Text.Json.Nodes;

namespace NeuralNotebooks.Classroom.Tests.Releasing;

public class StudentVersionTests
{
    private const string TextTask =
        "<!-- TASK why-half: 2.5 points, by hand -->\nWhy ½?\n<!-- BEGIN SOLUTION -->\nBecause 2 "
        + "cancels.\n<!-- END SOLUTION -->";

    private static readonly Notebook _released = StudentVersion.Of(
        SourceNotebook.Read([
            "# Gates: ½",
            "#!import kit.csx",
            "// STUDENT\nVariant.Student = \"\";",
            .. SourceNotebook.ProductGate,
            TextTask,
            "// ALLOWED product-gate\n// T:System.IO.File",
        ])
    );

    [Fact]
    public void Mistakes_and_lists_are_dropped() =>
        Assert.Equal(
            ["given-1", "given-2", null, "product-gate", "product-gate-tests", "why-half"],
            _released.Cells.Select(cell => (string?)cell.Metadata["nbgrader"]?["grade_id"])
        );

    [Fact]
    public void A_cell_of_hidden_tests_only_keeps_its_first_line() =>
        Assert.Equal("// TESTS product-gate", Cell("product-gate-tests").Source);

    [Fact]
    public void Visible_checks_stay()
    {
        Notebook released = StudentVersion.Of(
            SourceNotebook.Read(
                SourceNotebook.ProductGate[0],
                SourceNotebook.ProductGate[1] + "\nCheck.ProductGate(ProductGate)"
            )
        );

        Assert.Equal("// TESTS product-gate\nCheck.ProductGate(ProductGate)", released.Cells[1].Source);
    }

    [Theory]
    [InlineData("given-1", "c01c9c5d2c57c17724835741b4c212dd", "markdown", false, true, null, false)]
    [InlineData("product-gate", "ad9cacdfcf82b9df403aba0d4785b456", "code", false, false, null, true)]
    [InlineData("product-gate-tests", "83e305915b1b4acf9547a599752f7e16", "code", true, true, "4", false)]
    [InlineData("why-half", "150e58c629162788e6bf83d7a01f6f88", "markdown", true, false, "2.5", true)]
    public void Metadata_is_nbgraders_with_the_checksum_that_hashlib_gives(
        string gradeId,
        string checksum,
        string type,
        bool grade,
        bool locked,
        string? points,
        bool solution
    )
    {
        static string Json(bool value) => value ? "true" : "false";
        string expected =
            $"\"checksum\":\"{checksum}\",\"cell_type\":\"{type}\",\"grade\":{Json(grade)},"
            + $"\"grade_id\":\"{gradeId}\",\"locked\":{Json(locked)},"
            + (points is null ? "" : $"\"points\":{points},")
            + $"\"schema_version\":3,\"solution\":{Json(solution)},\"task\":false";

        Assert.Equal($"{{{expected}}}", Cell(gradeId).Metadata["nbgrader"]!.ToJsonString());
    }

    [Theory]
    [InlineData("given-1", true)]
    [InlineData("product-gate", false)]
    [InlineData("product-gate-tests", true)]
    [InlineData("why-half", false)]
    public void Released_cells_cannot_be_deleted_and_only_answers_can_be_edited(string gradeId, bool isFixed) =>
        Assert.Equal(
            (false, isFixed ? false : null),
            ((bool?)Cell(gradeId).Metadata["deletable"], (bool?)Cell(gradeId).Metadata["editable"])
        );

    [Fact]
    public void The_students_own_cell_has_no_metadata_of_nbgrader() => Assert.Empty(_released.Cells[2].Metadata);

    [Fact]
    public void Outputs_are_not_released()
    {
        AssignmentSource source = SourceNotebook.Read(SourceNotebook.ProductGate);
        var executed = (CodeCell)source.Cells[1].Cell;
        executed.ExecutionCount = 2;
        executed.Outputs.Add(new StreamOutput(StreamName.Stdout, "at (3, −1): [−2, 6]"));

        var released = (CodeCell)StudentVersion.Of(source).Cells[1];

        Assert.Equal((0, null), (released.Outputs.Count, released.ExecutionCount));
    }

    [Fact]
    public void Images_of_a_model_answer_are_not_released_and_others_are()
    {
        using TemporaryFolder folder = new();
        string text = TextTask
            .Replace("Why ½?", "![question](attachment:question.png)")
            .Replace("Because", "![answer](attachment:answer.png)");
        JsonObject json = JsonNode.Parse(SourceNotebook.Json(text))!.AsObject();
        json["cells"]![0]!["attachments"] = JsonNode.Parse(
            """{"question.png": {"image/png": "UVVFU1RJT04="}, "answer.png": {"image/png": "QU5TV0VS"}}"""
        );

        string released = StudentVersion.Of(SourceReader.Read(folder.File("A1.ipynb", json.ToJsonString()))).ToJson();

        released.ShouldContain("UVVFU1RJT04=");
        released.ShouldNotContain("QU5TV0VS");
    }

    private static Cell Cell(string gradeId) =>
        _released.Cells.Single(cell => (string?)cell.Metadata["nbgrader"]?["grade_id"] == gradeId);
}
